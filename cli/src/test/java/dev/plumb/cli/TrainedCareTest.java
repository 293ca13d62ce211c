package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `plumb train`: quantiles, a mean with its variance, weights of classes, calibrated
/// probabilities.
class TrainedCareTest {
  private static final String RAIN = Path.of("..", "examples", "rain.csv").toString();
  private static final String ENGEL = Path.of("..", "examples", "engel.csv").toString();

  @TempDir private Path folder;

  private Typed trained(String data, String... options) {
    var words = new ArrayList<>(List.of("train", data, "--out", model()));
    words.addAll(List.of(options));
    return Typed.plumb(words.toArray(String[]::new));
  }

  private String model() {
    return folder.resolve("model.onnx").toString();
  }

  /// The lines of its predictions.
  private List<String> predicted(String data) throws IOException {
    String out = folder.resolve("out.csv").toString();
    Typed.plumb("predict", model(), data, "--out", out).done();
    return Files.readAllLines(Path.of(out));
  }

  @Test
  void quantiles_have_their_names_and_never_cross() throws IOException {
    Typed typed = trained(ENGEL, "--target", "foodexp", "--quantiles", "0.1,0.5,0.9").done();
    // A row that lies on its quantile is below it or not, by rounding.
    assertThat(typed.out())
        .containsPattern(
            "below +(9\\.8|10\\.2) % \\(0\\.1\\) · (49\\.8|50\\.2) % \\(0\\.5\\) · (89\\.8|90\\.2) % \\(0\\.9\\)");
    List<String> lines = predicted(ENGEL);
    assertThat(lines.getFirst()).isEqualTo("prediction_0.1,prediction_0.5,prediction_0.9");
    assertThat(lines).hasSize(236);
    for (String line : lines.subList(1, lines.size())) {
      double[] row = Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();
      assertThat(row).isSorted();
    }
  }

  @Test
  void levels_are_predicted_with_how_likely_each_is_reached() throws IOException {
    String breeze =
        """
        select * exclude (wind), case when wind < 2 then 'calm' when wind < 4 then 'light' \
        else 'strong' end as breeze from '%s'\
        """
            .formatted(RAIN);
    String[] told = {"--target", "breeze", "--order", "calm,light,strong"};
    trained(breeze, concat(told, "--loss", "ordinal_cross_entropy")).done();
    List<String> lines = predicted(breeze);
    assertThat(lines.getFirst()).isEqualTo("prediction,p_at_least_light,p_at_least_strong");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double light = Double.parseDouble(cells[1]);
      double strong = Double.parseDouble(cells[2]);
      assertThat(strong).isLessThan(light);
      assertThat(cells[0]).isEqualTo(strong > 0.5 ? "strong" : light > 0.5 ? "light" : "calm");
    }
    assertThat(lines.subList(1, lines.size())).anyMatch(line -> line.startsWith("strong,"));
    assertThat(Typed.plumb("inspect", model()).done().out())
        .contains("a label and probabilities: at_least_light, at_least_strong");
    trained(breeze, concat(told, "--loss", "ordinal_hinge", "--model", "network(3)"))
        .fails(1, "ordinal_hinge has levels in an order, which linear models keep");
  }

  private static String[] concat(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void a_mean_comes_with_its_variance() throws IOException {
    trained(ENGEL, "--target", "foodexp", "--mean-and-variance").done();
    assertThat(predicted(ENGEL).getFirst()).isEqualTo("prediction_mean,prediction_variance");
    assertThat(Typed.plumb("inspect", model()).done().out())
        .contains("gives        numbers: mean, variance");
  }

  @Test
  void balanced_classes_find_more_of_the_rare_one() throws IOException {
    String[] plain = {"--target", "weather", "--loss", "softmax_cross_entropy"};
    trained(RAIN, plain).done();
    long before = predicted(RAIN).stream().filter(line -> line.startsWith("snow,")).count();
    trained(RAIN, "--target", "weather", "--loss", "softmax_cross_entropy", "--balanced").done();
    long balanced = predicted(RAIN).stream().filter(line -> line.startsWith("snow,")).count();
    assertThat(balanced).isGreaterThan(2 * before);
    trained(
            RAIN,
            "--target",
            "weather",
            "--loss",
            "softmax_cross_entropy",
            "--class-weights",
            "snow=20")
        .done();
    long weighed = predicted(RAIN).stream().filter(line -> line.startsWith("snow,")).count();
    assertThat(weighed).isGreaterThan(2 * before);
    trained(
            RAIN,
            "--target",
            "weather",
            "--loss",
            "softmax_cross_entropy",
            "--balanced",
            "--model",
            "network(6)",
            "--epochs",
            "10")
        .done();
    assertThat(Typed.plumb("inspect", model()).done().out()).contains("with class_weights(5.5");
  }

  @ParameterizedTest
  @CsvSource({"platt, sigmoid(", "isotonic, steps over", "temperature, sigmoid of"})
  void a_hinge_gets_probabilities(String method, String words) throws IOException {
    Typed typed =
        trained(RAIN, "--target", "rain_tomorrow", "--loss", "hinge", "--calibrate", method).done();
    assertThat(typed.out()).contains("calibrated   " + words, " on folds held out", "brier 0.");
    assertThat(predicted(RAIN).getFirst()).isEqualTo("prediction,p_no,p_yes");
  }

  @Test
  void the_gradient_is_told() {
    Typed typed = trained(ENGEL, "--target", "foodexp", "--loss", "squared_error").done();
    assertThat(typed.out()).containsPattern("the gradient is [0-9.e-]+ at most");
  }

  @Test
  void what_cannot_be_is_refused() {
    trained(ENGEL, "--target", "foodexp")
        .fails(2, "--loss LOSS, --quantiles or --mean-and-variance");
    trained(ENGEL, "--target", "foodexp", "--loss", "huber", "--quantiles", "0.1,0.9")
        .fails(2, "name one of them");
    trained(ENGEL, "--target", "foodexp", "--quantiles", "0.9,0.1")
        .fails(2, "levels of quantiles ascend");
    trained(ENGEL, "--target", "foodexp", "--loss", "huber", "--balanced")
        .fails(2, "only classes can be balanced");
    trained(ENGEL, "--target", "foodexp", "--loss", "huber", "--class-weights", "a=1")
        .fails(2, "weighs classes, and foodexp is");
    trained(ENGEL, "--target", "foodexp", "--quantiles", "0.1,0.9", "--model", "network(4)")
        .fails(2, "--quantiles does not belong to --model");
    trained(RAIN, "--target", "rain_tomorrow", "--loss", "hinge", "--class-weights", "rain=2")
        .fails(2, "rain is no label of rain_tomorrow; there are no, yes");
    trained(RAIN, "--target", "rain_tomorrow", "--loss", "hinge", "--class-weights", "yes=-2")
        .fails(2, "--class-weights yes=-2.0: needs a finite number");
    trained(
            RAIN,
            "--target",
            "rain_tomorrow",
            "--loss",
            "hinge",
            "--balanced",
            "--class-weights",
            "yes=2")
        .fails(2, "name one");
    trained(RAIN, "--target", "rain_tomorrow", "--loss", "hinge", "--calibrate", "plat")
        .fails(2, "did you mean platt?");
    trained(RAIN, "--target", "weather", "--loss", "softmax_cross_entropy", "--calibrate", "platt")
        .fails(1, "temperature takes them");
  }
}
