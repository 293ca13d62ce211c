package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String EXAMPLES = "../examples/";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Typed compare(String data, String target, String... more) {
    return plumb(
        Stream.concat(Stream.of("compare", data, "--target", target), Stream.of(more))
            .toArray(String[]::new));
  }

  /// A line with a little noise; `at` returns the target of a row.
  private static String rows(int count, java.util.function.IntFunction<String> at) {
    var text = new StringBuilder("x,u,y\n");
    for (int i = 0; i < count; i++) {
      text.append(i % 17 + i / 100.0).append(',').append(i * 7 % 11).append(',');
      text.append(at.apply(i)).append('\n');
    }
    return text.toString();
  }

  private String line(int count) throws IOException {
    return file("line.csv", rows(count, i -> Double.toString(2 * (i % 17) + i * 13 % 5 - 20.5)));
  }

  // The answer

  @Test
  void a_robust_loss_wins_on_stackloss() {
    Typed typed = compare(EXAMPLES + "stackloss.csv", "stack_loss", "--metric", "mae").done();
    assertThat(typed.out())
        .startsWith("stackloss.csv · 21 rows, 3 features · target stack_loss (positive) · linear")
        .contains("5 folds × 10, seed 0", "mae", "rmse", "worst 1 % carry", "estimates")
        .contains("  ≈  ", " ± ", "the median")
        .containsPattern("Train with (absolute_error|huber|pseudo_huber|log_cosh|tukey|cauchy)");
  }

  @Test
  void json_has_the_agreed_keys() {
    JsonNode json =
        compare(EXAMPLES + "engel.csv", "foodexp", "--losses", "mae,mse", "--json").json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "target", "kind", "metric", "rows", "folds", "seed", "ranking", "advice", "notes");
    assertThat(json.get("rows").intValue()).isEqualTo(235);
    assertThat(json.get("ranking")).hasSize(2);
    JsonNode best = json.get("ranking").get(0);
    assertThat(best.fieldNames())
        .toIterable()
        .containsExactly(
            "loss", "formula", "parameters", "metrics", "tied", "group", "top1PercentShare");
    assertThat(best.get("tied").isBoolean()).isTrue();
    assertThat(best.get("metrics").get("mae").get("mean").doubleValue()).isPositive();
    assertThat(best.get("metrics").get("mae").get("se").doubleValue()).isPositive();
    assertThat(best.get("top1PercentShare").doubleValue()).isBetween(0.0, 1.0);
  }

  @Test
  void folds_follow_time_and_the_winner_is_judged_on_the_latest_rows() {
    String[] options = {"--losses", "mae,mse", "--time", "date", "--hold-out", "0.2"};
    Typed typed = compare(EXAMPLES + "rain.csv", "wind", options).done();
    assertThat(typed.out())
        .contains("5 folds in the order of time")
        .containsPattern("On 29\\d rows that took no part, \\w+ has mae \\d\\.\\d+\\.");
  }

  @Test
  void rows_of_a_group_stay_together_and_nothing_is_learnt_from_it() {
    Typed typed =
        compare(EXAMPLES + "rain.csv", "wind", "--losses", "mse", "--group", "weather").done();
    assertThat(typed.out()).contains("5 folds by groups");
    JsonNode json =
        compare(
                EXAMPLES + "rain.csv",
                "wind",
                "--losses",
                "mse",
                "--tune",
                "--hold-out",
                "0.25",
                "--json")
            .json();
    assertThat(json.get("check").get("rows").intValue()).isBetween(350, 380);
  }

  @Test
  void classes_are_weighed_and_probabilities_calibrated_and_that_is_told() throws IOException {
    Path report = folder.resolve("rain.html");
    String[] options = {"--losses", "hinge,logistic", "--metric", "log_loss", "--balanced"};
    String[] more = {"--calibrate", "platt", "--report", report.toString()};
    Typed typed = rain(options, more).done();
    assertThat(typed.out().replaceAll("\\s+", " "))
        .contains("linear, classes balanced, calibrated by platt · 5 folds, seed 0")
        .containsPattern("hinge 0\\.5\\d+ ± 0\\.0")
        .contains("on 5 folds of the rows that each fold learns from");
    assertThat(Files.readString(report))
        .contains("by platt", "balanced", "calibration_<wbr />error");
    JsonNode json = rain(options, "--calibrate", "temperature", "--json").json();
    assertThat(json.get("class_weights").textValue()).isEqualTo("balanced");
    assertThat(json.get("notes").valueStream().map(JsonNode::textValue))
        .anyMatch(note -> note.startsWith("Classes are weighed in training alone"));
    assertThat(json.get("calibration").textValue()).isEqualTo("temperature");
    JsonNode metrics = json.get("ranking").get(0).get("metrics");
    assertThat(metrics.get("calibration_error").get("mean").doubleValue()).isBetween(0.0, 0.2);
    assertThat(
            rain(new String[] {"--losses", "hinge"}, "--class-weights", "yes=5", "--json")
                .json()
                .get("class_weights")
                .textValue())
        .isEqualTo("no=1,yes=5");
  }

  private static Typed rain(String[] options, String... more) {
    return compare(
        EXAMPLES + "rain.csv",
        "rain_tomorrow",
        Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void what_cannot_be_weighed_or_calibrated_is_refused() {
    String[] hinge = {"--losses", "hinge"};
    rain(hinge, "--calibrate", "plat").fails(2, "did you mean platt?");
    rain(hinge, "--class-weights", "rain=2").fails(2, "rain is no label of rain_tomorrow");
    rain(hinge, "--balanced", "--class-weights", "yes=2").fails(2, "name one");
    rain(hinge, "--calibrate", "platt", "--model", "network(3)")
        .fails(2, "--calibrate does not belong to --model 'network(3)'");
    compare(EXAMPLES + "engel.csv", "foodexp", "--balanced")
        .fails(2, "only classes can be balanced");
    compare(EXAMPLES + "engel.csv", "foodexp", "--calibrate", "platt")
        .fails(1, "probabilities are those of classes, and foodexp is positive");
    compare(EXAMPLES + "rain.csv", "weather", "--calibrate", "platt")
        .fails(1, "temperature takes them");
  }

  @Test
  void how_rows_belong_together_is_checked_before_the_work() {
    String rain = EXAMPLES + "rain.csv";
    compare(rain, "wind", "--time", "date", "--group", "weather")
        .fails(2, "--time and --group deal folds in different ways");
    compare(rain, "wind", "--time", "weather")
        .fails(2, "column weather holds text, which has no order of time");
    compare(rain, "wind", "--hold-out", "0.9")
        .fails(2, "--hold-out 0.9: needs a share above 0, at most 0.5");
    compare(rain, "wind", "--solver", "newtom").fails(2, "no solver newtom; did you mean newton?");
    compare(rain, "wind", "--l1", "-1").fails(2, "--l1 -1.0: needs a finite number, at least 0");
  }

  @Test
  void the_same_command_gives_the_same_answer_for_any_number_of_threads() throws IOException {
    String data = line(60);
    assertThat(compare(data, "y", "--threads", "2", "--json").done().out())
        .isEqualTo(compare(data, "y", "--threads", "1", "--json").done().out());
  }

  @Test
  void a_formula_joins_the_others() throws IOException {
    assertThat(compare(line(60), "y", "--losses", "mae", "--loss", "(p - y)^4").done().out())
        .contains("absolute_error", "(p - y)^4");
  }

  @Test
  void a_long_ranking_is_cut_unless_all_is_asked_for() throws IOException {
    String losses =
        "mae,mse,huber,log_cosh,fair,cauchy,welsch,wing,arctan,tukey_biweight,hampel,geman_mcclure,andrews_sine,power_error";
    String[] some = {"--losses", losses, "--folds", "2", "--repeats", "1"};
    String[] all = Stream.concat(Stream.of(some), Stream.of("--all")).toArray(String[]::new);
    String data = line(60);
    assertThat(compare(data, "y", some).done().out()).contains("…  4 more (--all)");
    assertThat(compare(data, "y", all).done().out()).doesNotContain("--all").contains("arctan");
  }

  @Test
  void labels_in_a_typed_order_are_ordinal() throws IOException {
    String data =
        file("order.csv", rows(60, i -> i % 17 < 6 ? "bad" : i % 17 < 12 ? "so" : "good"));
    assertThat(compare(data, "y", "--order", "bad,so,good", "--folds", "2").done().out())
        .contains("target y (ordinal)");
    assertThat(compare(data, "y", "--kind", "many-classes", "--folds", "2").done().out())
        .contains("target y (many classes)");
  }

  @Test
  void excluded_and_weight_columns_are_no_features() throws IOException {
    assertThat(compare(line(60), "y", "--exclude", "u", "--losses", "mae").done().out())
        .contains("60 rows, 1 feature ·");
    assertThat(compare(line(60), "y", "--weight", "u", "--losses", "mae").done().out())
        .contains("60 rows, 1 feature ·");
  }

  @Test
  void parts_of_dates_can_be_excluded() throws IOException {
    var csv = new StringBuilder("y,day\n");
    for (int i = 0; i < 60; i++) {
      csv.append(i % 7).append(",2021-%02d-%02d\n".formatted(1 + i % 12, 1 + i % 28));
    }
    String data = file("days.csv", csv.toString());
    assertThat(compare(data, "y", "--exclude", "day.month", "--losses", "mae").done().out())
        .contains("60 rows, 1 feature ·");
    compare(data, "y", "--exclude", "day.minute").fails(2, "no column day.minute");
  }

  @Test
  void the_report_is_one_page_that_tells_the_command() throws IOException {
    Path report = folder.resolve("line report.html");
    String data = line(60);
    Typed typed = compare(data, "y", "--losses", "mae,mse", "--report", report.toString());
    assertThat(typed.done().err()).contains("report: " + report);
    assertThat(Files.readString(report))
        .contains("<html", "absolute_error", "plumb compare " + data + " --target y");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("line.csv", "line report.html");
    }
  }

  // Bad input

  @Test
  void a_report_that_cannot_be_written_is_found_out_before_the_work() throws IOException {
    compare(line(30), "y", "--report", folder + "/none/report.html")
        .fails(2, "the report cannot be written", "there is no folder " + folder + "/none");
    compare(line(30), "y", "--report", folder.toString()).fails(2, "it is a folder; name a file");
    compare(folder + "/none.csv", "y", "--report", file("file", "") + "/report.html")
        .fails(2, "the report cannot be written");
  }

  @Test
  void a_missing_file() throws IOException {
    line(9);
    compare(folder + "/lime.csv", "y").fails(2, "no such file; did you mean line.csv?");
  }

  @Test
  void an_empty_file() throws IOException {
    compare(file("empty.csv", ""), "y").fails(1, "empty.csv is empty");
  }

  @Test
  void a_header_only() throws IOException {
    compare(file("header.csv", "x,y\n"), "y").fails(1, "header.csv has no rows");
  }

  @Test
  void a_ragged_file() throws IOException {
    compare(file("ragged.csv", "x,y\n1,2\n3\n"), "y").fails(1, "ragged.csv row 2 (line 3)");
  }

  @Test
  void a_text_among_numbers() throws IOException {
    compare(file("text.csv", "x,y\n" + "1,2\n".repeat(30) + "one,2\n"), "y")
        .fails(1, "text.csv row 31", "one");
  }

  @Test
  void a_target_that_is_not_in_the_table() throws IOException {
    compare(file("prices.csv", "price,x\n1,2\n"), "prise").fails(2, "did you mean price?");
    compare(line(30), "y", "--exclude", "uu").fails(2, "no column uu");
    compare(line(30), "y", "--weight", "w").fails(2, "no column w");
  }

  @Test
  void a_constant_target() throws IOException {
    compare(file("same.csv", rows(30, i -> "7")), "y").fails(1, "y", "7");
  }

  @Test
  void a_target_outside_the_domain_of_a_forced_loss() throws IOException {
    compare(line(30), "y", "--losses", "poisson").fails(1, "row 1", "poisson");
  }

  @Test
  void a_column_without_any_number_is_left_out_with_a_note() throws IOException {
    String data = file("gaps.csv", rows(40, i -> Integer.toString(i)).replaceAll(",\\d+,", ",,"));
    assertThat(compare(data, "y", "--losses", "mae").done().out()).contains("· ", "u");
  }

  @Test
  void one_class_only() throws IOException {
    compare(file("yes.csv", rows(30, i -> "yes")), "y").fails(1, "yes");
  }

  @Test
  void infinity_in_a_feature() throws IOException {
    String data = file("infinite.csv", "x,y\n" + "1,2\n3,5\n".repeat(10) + "inf,4\n");
    compare(data, "y").fails(1, "infinite.csv row 21, column x");
  }

  @Test
  void a_formula_with_an_error() throws IOException {
    compare(line(30), "y", "--loss", "log(1 + ").fails(2, "line 1, column 9");
    compare(line(30), "y", "--loss", "(p - w)^2").fails(2, "w");
    compare(line(30), "y", "--losses", "hubber").fails(2, "did you mean huber?");
  }

  @Test
  void a_division_by_zero_at_a_point() throws IOException {
    String data = file("zeros.csv", rows(30, i -> Integer.toString(i % 3 - 1)));
    compare(data, "y", "--kind", "number", "--loss", "(p - y)^2 / y", "--losses", "mae")
        .fails(1, "row");
  }

  @Test
  void fewer_rows_than_folds() throws IOException {
    compare(line(4), "y").fails(1, "4 rows", "5 folds");
  }

  @Test
  void options_that_do_not_exist() throws IOException {
    compare(line(30), "y", "--metric", "mea").fails(2, "no metric mea", "mae");
    compare(line(30), "y", "--model", "tree").fails(2, "no model tree");
    compare(line(30), "y", "--kind", "cuont").fails(2, "did you mean count?");
    compare(line(30), "y", "--folds", "1").fails(2, "--folds 1");
    compare(line(30), "y", "--folds", "many").fails(2, "--folds", "many");
    compare(line(30), "y", "--penalty", "-1").fails(2, "--penalty -1.0");
    plumb("compare", line(30)).fails(2, "--target");
  }
}
