package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plumb train`, `predict` and `inspect`.
class TrainCommandTest {
  private static final String RAIN = Path.of("..", "examples", "rain.csv").toString();
  private static final String PLANT = Path.of("..", "examples", "stackloss.csv").toString();

  @TempDir private Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String plant() {
    String model = file("plant.onnx");
    Typed.plumb("train", PLANT, "--target", "stack_loss", "--loss", "huber", "--out", model).done();
    return model;
  }

  @Test
  void trains_predicts_and_inspects_amounts() throws IOException {
    String model = plant();
    String out = file("out.csv");
    Typed predicted =
        Typed.plumb("predict", model, PLANT, "--out", out, "--keep", "stack_loss").done();
    assertThat(predicted.err()).contains("21 rows: " + out);
    List<String> lines = Files.readAllLines(Path.of(out));
    assertThat(lines).hasSize(22).first().isEqualTo("stack_loss,prediction");
    assertThat(lines.get(1)).startsWith("42.0,3");
    Typed inspected = Typed.plumb("inspect", model).done();
    assertThat(inspected.out())
        .contains("linear · under huber(delta = 1) · target stack_loss (positive)")
        .contains("stackloss.csv, 21 rows")
        .contains("  water_temperature")
        .contains("loss huber(p | y; delta = 1 in (0, inf))");
  }

  @Test
  void evaluating_the_predictions_gives_the_cost_that_training_told() {
    String model = plant();
    String out = file("out.parquet");
    Typed.plumb("predict", model, PLANT, "--out", out, "--keep", "stack_loss").done();
    JsonNode evaluated =
        Typed.plumb(
                "evaluate",
                out,
                "--loss",
                "huber",
                "--bind",
                "p=prediction",
                "--bind",
                "y=stack_loss",
                "--json")
            .json();
    double told =
        Typed.plumb("inspect", model, "--json").json().get("card").get("training.cost").asDouble();
    assertThat(evaluated.get("cost").asDouble())
        .isCloseTo(told, org.assertj.core.api.Assertions.within(1e-5));
  }

  @Test
  void gives_labels_and_probabilities_of_classes() throws IOException {
    String model = file("rain.onnx");
    Typed.plumb(
            "train",
            RAIN,
            "--target",
            "rain_tomorrow",
            "--loss",
            "sigmoid_cross_entropy",
            "--out",
            model)
        .done();
    String out = file("rain.json");
    Typed.plumb("predict", model, RAIN, "--out", out).done();
    JsonNode rows =
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(Path.of(out).toFile());
    assertThat(rows).hasSize(1460);
    for (JsonNode row : rows) {
      double yes = row.get("p_yes").asDouble();
      assertThat(row.get("p_no").asDouble() + yes)
          .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
      assertThat(row.get("prediction").asText()).isEqualTo(yes > 0.5 ? "yes" : "no");
    }
    String raw = file("raw.csv");
    Typed.plumb("predict", model, RAIN, "--out", raw, "--raw").done();
    assertThat(Files.readAllLines(Path.of(raw)).getFirst()).isEqualTo("score");
  }

  @Test
  void gives_scores_by_label_of_many_classes() throws IOException {
    String model = file("weather.onnx");
    Typed.plumb(
            "train", RAIN, "--target", "weather", "--loss", "softmax_cross_entropy", "--out", model)
        .done();
    String raw = file("raw.csv");
    Typed.plumb("predict", model, RAIN, "--out", raw, "--raw").done();
    assertThat(Files.readAllLines(Path.of(raw)).getFirst())
        .isEqualTo("score_drizzle,score_fog,score_rain,score_snow,score_sun");
  }

  @Test
  void a_loss_of_a_file_is_kept_whole() throws IOException {
    Path mine =
        Files.writeString(folder.resolve("mine.loss"), "loss mine(p | y) = abs(p - y)^1.5\n");
    String model = file("mine.onnx");
    Typed.plumb(
            "train",
            PLANT,
            "--target",
            "stack_loss",
            "--losses-from",
            mine.toString(),
            "--loss",
            "mine",
            "--out",
            model)
        .done();
    Files.delete(mine);
    assertThat(Typed.plumb("inspect", model).done().out())
        .contains("loss mine(p | y)\n  = abs(p - y)^1.5");
    Typed.plumb("predict", model, PLANT, "--out", file("out.csv")).done();
  }

  @Test
  void texts_that_were_never_seen_are_counted() throws IOException {
    String model = file("temp.onnx");
    Typed.plumb("train", RAIN, "--target", "temp_max", "--loss", "mae", "--out", model).done();
    Path strange = folder.resolve("strange.csv");
    Files.writeString(
        strange, Files.readString(Path.of(RAIN)).replaceAll("(?m),drizzle,", ",hail,"));
    assertThat(
            Typed.plumb("predict", model, strange.toString(), "--out", file("o.csv")).done().err())
        .containsPattern(
            "column weather: 5\\d rows hold hail, which the model has never seen; they count as missing");
  }

  @Test
  void the_same_command_gives_the_same_file_on_one_and_two_threads() throws IOException {
    byte[][] files = new byte[2][];
    for (int threads = 1; threads <= 2; threads++) {
      String model = file(threads + ".onnx");
      Typed.plumb(
              "train",
              RAIN,
              "--target",
              "weather",
              "--loss",
              "softmax_cross_entropy",
              "--out",
              model,
              "--threads",
              Integer.toString(threads))
          .done();
      files[threads - 1] = Files.readAllBytes(Path.of(model));
    }
    assertThat(files[0]).isEqualTo(files[1]);
  }

  private Typed network(String... more) {
    var words =
        new ArrayList<>(
            List.of(
                "train",
                RAIN,
                "--target",
                "weather",
                "--loss",
                "softmax_cross_entropy",
                "--model",
                "network(16, 8)",
                "--epochs",
                "5",
                "--out",
                file("net.onnx")));
    words.addAll(List.of(more));
    return Typed.plumb(words.toArray(String[]::new));
  }

  @Test
  void a_network_is_watched_going_down() {
    Typed typed = network("--watch").done();
    assertThat(typed.err())
        .contains("before the first step, the cost of all rows is ")
        .contains("step   cost of its rows   gradient   step size")
        .containsPattern("(?m)^ +10 +[0-9.]+ +[0-9.]+ +0.0029");
    double[] costs =
        typed
            .err()
            .lines()
            .dropWhile(line -> !line.contains("epoch   cost of all rows"))
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.strip().split(" +")[1]))
            .toArray();
    assertThat(costs).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(typed.out()).contains("network(16, 8) · under softmax_cross_entropy");
    assertThat(Typed.plumb("inspect", file("net.onnx")).done().out())
        .contains("trained by", "adam, steps of 0.003, cosine, 32 rows a step, 5 epochs, seed 0");
    Typed.plumb("predict", file("net.onnx"), RAIN, "--out", file("net.csv")).done();
  }

  @Test
  void rows_held_out_judge_a_network() {
    assertThat(
            network("--held-out", "0.2", "--stop-on", "accuracy", "--patience", "2").done().out())
        .contains("on rows held out", "the mean loss of the rows held out")
        .contains("the model is that of epoch");
  }

  @Test
  void the_same_network_on_one_and_two_threads() throws IOException {
    network("--threads", "1").done();
    byte[] one = Files.readAllBytes(Path.of(file("net.onnx")));
    network("--threads", "2").done();
    assertThat(Files.readAllBytes(Path.of(file("net.onnx")))).isEqualTo(one);
    assertThat(folder.toFile().list()).containsExactly("net.onnx");
  }

  @Test
  void an_l1_penalty_puts_weights_to_zero_and_early_stopping_ends() {
    String model = file("plant.onnx");
    String[] words = {
      "train",
      PLANT,
      "--target",
      "stack_loss",
      "--loss",
      "squared_error",
      "--l1",
      "1e6",
      "--solver",
      "proximal",
      "--out",
      model
    };
    Typed.plumb(words).done();
    String out = file("out.csv");
    Typed.plumb("predict", model, PLANT, "--out", out).done();
    try (var lines = Files.lines(Path.of(out))) {
      assertThat(lines.skip(1).distinct()).hasSize(1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(
            Typed.plumb(
                    "train",
                    RAIN,
                    "--target",
                    "rain_tomorrow",
                    "--loss",
                    "sigmoid_cross_entropy",
                    "--solver",
                    "sgd",
                    "--held-out",
                    "0.2",
                    "--stop-on",
                    "auc",
                    "--patience",
                    "2",
                    "--out",
                    file("rain.onnx"))
                .done()
                .out())
        .contains("auc");
  }

  @Test
  void options_of_the_other_model_are_named() {
    network("--l1", "1").fails(2, "--l1 does not belong to --model 'network(16, 8)'");
    Typed.plumb(
            "train",
            PLANT,
            "--target",
            "stack_loss",
            "--loss",
            "huber",
            "--epochs",
            "5",
            "--out",
            file("x.onnx"))
        .fails(2, "--epochs does not belong to --model 'linear'");
    Typed.plumb(
            "train",
            PLANT,
            "--target",
            "stack_loss",
            "--loss",
            "huber",
            "--solver",
            "newtn",
            "--out",
            file("x.onnx"))
        .fails(2, "no solver newtn; did you mean newton?");
  }

  @Test
  void mistakes_about_networks_are_named() {
    network("--optimiser", "adm").fails(2, "no optimiser adm; did you mean adam?");
    network("--schedule", "cosin").fails(2, "no schedule cosin; did you mean cosine?");
    network("--momentum", "0.9").fails(2, "--momentum belongs to --optimiser sgd or nesterov");
    network("--stop-on", "accuracy").fails(2, "--stop-on needs rows that are held out");
    network("--held-out", "0.9").fails(2, "above 0 and at most 0.5, not 0.9");
    Typed.plumb(
            "train",
            PLANT,
            "--target",
            "stack_loss",
            "--loss",
            "huber",
            "--model",
            "tree",
            "--out",
            file("x.onnx"))
        .fails(2, "no model tree; there are linear and network(64, 32)");
  }

  @Test
  void mistakes_are_named_before_the_work() {
    String model = plant();
    Typed.plumb("train", PLANT, "--target", "stack_loss", "--loss", "hubber", "--out", "x.onnx")
        .fails(2, "there is no loss 'hubber'", "did you mean huber");
    Typed.plumb(
            "train", PLANT, "--target", "stack_loss", "--loss", "huber", "--out", file("no/x.onnx"))
        .fails(2, "cannot be written: there is no folder");
    Typed.plumb("train", PLANT, "--target", "nothing", "--loss", "huber", "--out", file("x.onnx"))
        .fails(2, "has no column nothing");
    Typed.plumb("predict", model, PLANT, "--out", file("x.xlsx")).fails(2, "should end in .csv");
    Typed.plumb("predict", file("none.onnx"), PLANT, "--out", file("x.csv"))
        .fails(2, "there is no model");
    Typed.plumb("predict", model, RAIN, "--out", file("x.csv"))
        .fails(1, "rain.csv has no column air_flow, which the model reads");
    Typed.plumb("predict", PLANT, PLANT, "--out", file("x.csv")).fails(1, "is no ONNX file");
    assertThat(folder.toFile().list()).containsExactly("plant.onnx");
  }
}
