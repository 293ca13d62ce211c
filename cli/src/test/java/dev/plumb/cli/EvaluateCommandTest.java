package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final String POINTS = "p,y,w,label\n3,1,1,a\n1.5,1,2,b\n1,1,0,a\n";
  private static final String ROWS = "z0,z1,z2,y,kind\n1,2,3,2,c\n0,50,0,1,b\n0,0,0,0,a\n";

  @TempDir Path folder;
  private String points;
  private String rows;

  @BeforeEach
  void write() throws IOException {
    points = file("points.csv", POINTS);
    rows = file("rows.csv", ROWS);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Typed evaluate(String data, String loss, String... more) {
    return plumb(
        Stream.concat(Stream.of("evaluate", data, "--loss", loss), Stream.of(more))
            .toArray(String[]::new));
  }

  private double cost(String data, String loss, String... more) {
    String[] all = Stream.concat(Stream.of(more), Stream.of("--json")).toArray(String[]::new);
    return evaluate(data, loss, all).json().get("cost").doubleValue();
  }

  // What comes out

  @Test
  void text_says_cost_and_count() {
    assertThat(evaluate(points, "huber(delta=2)").done().out())
        .isEqualTo(
            "mean of huber(delta = 2) over points.csv\ncost   0.7083333333333334\ncount  3\n");
  }

  @Test
  void text_shows_every_sample() {
    assertThat(evaluate(points, "huber(delta=2)", "--each").done().out())
        .contains("row           value      gradient p       hessian p\n")
        .contains("  2           0.125             0.5               1\n");
  }

  @Test
  void json_has_the_agreed_keys() {
    JsonNode json = evaluate(points, "huber(delta=2)", "--each", "--json").json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("loss", "formula", "reduction", "cost", "count", "each");
    assertThat(json.get("loss").textValue()).isEqualTo("huber(delta = 2)");
    assertThat(json.get("reduction").textValue()).isEqualTo("mean");
    assertThat(json.get("count").intValue()).isEqualTo(3);
    assertThat(json.get("each").toString())
        .isEqualTo(
            "{\"value\":[2.0,0.125,0.0],\"gradient\":{\"p\":[2.0,0.5,0.0]},\"hessian\":{\"p\":[1.0,1.0,1.0]}}");
  }

  @Test
  void json_without_each_has_no_each() {
    assertThat(evaluate(points, "mse", "--json").json().has("each")).isFalse();
  }

  @Test
  void row_inputs_are_arrays_of_arrays() {
    JsonNode each = evaluate(rows, "softmax_loss", "--each", "--json").json().get("each");
    assertThat(each.get("gradient").get("z")).hasSize(3).allSatisfy(z -> assertThat(z).hasSize(3));
    assertThat(each.get("value").get(1).doubleValue()).isEqualTo(3.8574996959278356e-22);
  }

  @Test
  void numbers_that_are_not_finite_are_texts() throws IOException {
    String file = file("coins.csv", "p,y\n0,1\n1,1\n");
    JsonNode json = evaluate(file, "bce", "--each", "--json").json();
    assertThat(json.get("cost").textValue()).isEqualTo("Infinity");
    assertThat(json.get("each").get("value").get(0).textValue()).isEqualTo("Infinity");
    assertThat(json.get("each").get("value").get(1).doubleValue()).isZero();
    assertThat(json.get("each").get("gradient").get("p").get(0).textValue()).isEqualTo("-Infinity");
  }

  @Test
  void a_true_infinity_is_remarked_on() throws IOException {
    String file = file("coins.csv", "p,y\n0.5,1\n0,1\n");
    assertThat(evaluate(file, "bce").done().err())
        .contains("coins.csv row 2: the loss is inf at p = 0, y = 1");
  }

  // How it is computed

  @Test
  void reductions() {
    assertThat(cost(points, "mse")).isEqualTo(4.25 / 3);
    assertThat(cost(points, "mse", "--reduction", "sum")).isEqualTo(4.25);
    assertThat(cost(points, "mse", "--weight", "w")).isEqualTo(4.5 / 3);
    assertThat(cost(points, "mse", "--weight", "w", "--reduction", "mean_per_row"))
        .isEqualTo(4.5 / 3);
    assertThat(cost(points, "mse", "--reduction", "root_mean")).isEqualTo(Math.sqrt(4.25 / 3));
  }

  @Test
  void an_alias_that_means_a_root_takes_the_root_and_says_so() {
    assertThat(cost(points, "rmse")).isEqualTo(Math.sqrt(4.25 / 3));
    assertThat(evaluate(points, "rmse").err()).contains("rmse is the root mean of its loss");
    assertThat(cost(points, "rmse", "--reduction", "mean")).isEqualTo(4.25 / 3);
  }

  @Test
  void floats() throws IOException {
    String file = file("tenths.csv", "p,y\n0.1,0.3\n0.7,0.2\n");
    assertThat(cost(file, "mse", "--type", "float"))
        .isNotEqualTo(cost(file, "mse"))
        .isCloseTo(cost(file, "mse"), within(1e-6));
  }

  @Test
  void inputs_bind_to_other_columns() {
    assertThat(cost(points, "mse", "--bind", "p=y", "--bind", "y=p")).isEqualTo(4.25 / 3);
    assertThat(cost(rows, "logsumexp(z) - z[y]", "--bind", "z=z2,z1,z0"))
        .isNotEqualTo(cost(rows, "logsumexp(z) - z[y]"));
  }

  @Test
  void labels_become_class_numbers_and_are_named() {
    Typed typed = evaluate(rows, "softmax_loss", "--bind", "y=kind", "--json");
    assertThat(typed.json().get("cost").doubleValue()).isEqualTo(cost(rows, "softmax_loss"));
    assertThat(typed.err()).contains("y: a is class 0, b is class 1, c is class 2");
  }

  @Test
  void a_row_of_weight_0_may_hold_anything() throws IOException {
    String file = file("gaps.csv", "p,y,w\n3,1,1\n,1,0\n2,-7,0\n");
    assertThat(cost(file, "mse", "--weight", "w")).isEqualTo(4);
    assertThat(cost(file, "p*p + log(y)", "--weight", "w")).isEqualTo(9);
  }

  @Test
  void a_query_is_data_too() {
    assertThat(cost("select p, y from '" + points + "' where p > 1", "mae")).isEqualTo(1.25);
  }

  // Bad input

  @Test
  void a_missing_file() {
    evaluate(folder + "/pionts.csv", "mse").fails(2, "no such file; did you mean points.csv?");
  }

  @Test
  void an_empty_file() throws IOException {
    evaluate(file("empty.csv", ""), "mse").fails(1, "empty.csv is empty");
  }

  @Test
  void a_header_only() throws IOException {
    evaluate(file("header.csv", "p,y\n"), "mse").fails(1, "header.csv has no rows");
  }

  @Test
  void a_ragged_file() throws IOException {
    evaluate(file("ragged.csv", "p,y\n1,2\n3\n"), "mse").fails(1, "ragged.csv row 2 (line 3)");
  }

  @Test
  void a_text_among_numbers() throws IOException {
    StringBuilder text = new StringBuilder("p,y\n");
    text.append("1,2\n".repeat(30)).append("one,2\n");
    evaluate(file("text.csv", text.toString()), "mse").fails(1, "text.csv row 31", "p", "one");
  }

  @Test
  void a_column_of_text() {
    evaluate(points, "mse", "--bind", "p=label").fails(2, "column label holds text");
  }

  @Test
  void a_missing_column() {
    evaluate(points, "hinge").fails(2, "has no column s for the input s of hinge", "--bind s=");
    evaluate(points, "mse", "--bind", "p=pp").fails(2, "no column pp");
    evaluate(points, "logsumexp(z) - z[y]").fails(2, "no columns z0, z1, …");
    evaluate(points, "mse", "--weight", "weight").fails(2, "no column weight");
  }

  @Test
  void a_gap_in_a_row() throws IOException {
    String file = file("gap.csv", "z0,z2,y\n1,2,0\n");
    evaluate(file, "softmax_loss").fails(2, "a gap: no column z1");
  }

  @Test
  void an_unknown_input() {
    evaluate(points, "mse", "--bind", "q=p").fails(2, "squared_error has no input q", "p, y");
    evaluate(points, "mse", "--bind", "p=p,y").fails(2, "p is one number a row");
  }

  @Test
  void rows_of_different_length() {
    evaluate(rows, "-sum(y * log_softmax(z))", "--bind", "y=z0,z1").fails(2, "3 columns", "2");
  }

  @Test
  void a_formula_with_an_error() {
    evaluate(points, "log(1 + ").fails(2, "line 1, column 9", "expected a term");
    evaluate(points, "(p - x2)^2").fails(2, "x2");
    evaluate(points, "hubber").fails(2, "did you mean huber?");
  }

  @Test
  void a_number_outside_its_domain() throws IOException {
    evaluate(points, "sigmoid_cross_entropy", "--bind", "z=y", "--bind", "y=p")
        .fails(1, "points.csv row 1, column p: 3 is outside [0, 1], which sigmoid_cross_entropy");
    evaluate(rows, "logistic", "--bind", "s=z0")
        .fails(1, "rows.csv row 1, column y: 2 is outside {-1, 1}, which logistic requires");
    evaluate(rows, "softmax_loss", "--bind", "y=z1")
        .fails(1, "rows.csv row 2, column z1: 50 is none of the class numbers 0 to 2");
    evaluate(rows, "cross_entropy", "--bind", "q=z0,z1", "--bind", "y=z0,z1")
        .fails(1, "rows.csv row 1");
  }

  @Test
  void a_division_by_zero_at_a_point() {
    evaluate(points, "y / (p - y)")
        .fails(1, "points.csv row 3: y / (p - y) divides by zero at p = 1, y = 1");
    evaluate(points, "(p - 1) / log(y)").fails(1, "row 1", "divides by zero");
  }

  @Test
  void a_loss_that_is_no_number() throws IOException {
    String file = file("negative.csv", "p,y\n1,1\n-2,1\n");
    evaluate(file, "log(p) - y", "--each").fails(1, "negative.csv row 2", "not a number at p = -2");
  }

  @Test
  void a_missing_number() throws IOException {
    String file = file("missing.csv", "p,y\n1,1\n,1\n");
    evaluate(file, "mse").fails(1, "missing.csv row 2, column p: no number there");
    Typed each = evaluate(file, "mse", "--each", "--json");
    assertThat(each.json().get("each").get("value").toString()).isEqualTo("[0.0,\"NaN\"]");
    assertThat(each.json().get("cost").textValue()).isEqualTo("NaN");
    assertThat(each.err()).contains("missing.csv row 2, column p");
  }

  @Test
  void a_weight_below_zero() throws IOException {
    String file = file("weights.csv", "p,y,w\n1,1,1\n1,1,-1\n");
    evaluate(file, "mse", "--weight", "w").fails(1, "weights.csv row 2, column w: -1 is no weight");
  }

  @Test
  void options_that_do_not_exist() {
    evaluate(points, "mse", "--reduction", "meen")
        .fails(2, "no reduction meen; did you mean mean?");
    evaluate(points, "mse", "--type", "flaot").fails(2, "no type flaot; did you mean float?");
    plumb("evaluate", points).fails(2, "--loss");
    plumb("evaluate").fails(2, "DATA");
  }
}
