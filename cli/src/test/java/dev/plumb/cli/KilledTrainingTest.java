package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trainings that are killed, and go on.
class KilledTrainingTest {
  /// `-Dplumb.kills=10` takes longer.
  private static final int KILLS = Integer.getInteger("plumb.kills", 2);

  private static final String DATA = Path.of("..", "examples", "engel.csv").toString();

  @TempDir private Path folder;

  private static List<String> arguments(Path model) {
    return List.of(
        "train",
        DATA,
        "--target",
        "foodexp",
        "--loss",
        "huber(delta = 50)",
        "--model",
        "network(24, 12, dropout = 0.1)",
        "--batch",
        "8",
        "--epochs",
        "1500",
        "--held-out",
        "0.2",
        "--patience",
        "1500",
        "--out",
        model.toString(),
        "--checkpoint",
        "0",
        "--resume");
  }

  @Test
  void kills_leave_the_same_file_and_nothing_else(@TempDir Path elsewhere) throws Exception {
    Path whole = elsewhere.resolve("model.onnx");
    Typed.plumb(arguments(whole).toArray(String[]::new)).done();
    Path model = folder.resolve("model.onnx");
    Path state = folder.resolve("model.onnx.checkpoint");
    Path log = elsewhere.resolve("log");
    var apart = new Apart(arguments(model), Map.of(), log);
    var random = new Random(5);
    for (int kill = 0; kill < KILLS; kill++) {
      apart.killed(() -> state, random.nextInt(20));
    }
    apart.done();
    assertThat(Files.readString(log, StandardCharsets.UTF_8).split("going on after epoch"))
        .hasSize(1 + KILLS);
    assertThat(model).hasSameBinaryContentAs(whole);
    for (Path place : List.of(folder, elsewhere)) {
      try (var files = Files.list(place)) {
        assertThat(files.map(f -> f.getFileName().toString())).isSubsetOf("model.onnx", "log");
      }
    }
  }

  @Test
  void a_state_of_another_training_is_refused() throws IOException {
    Path model = folder.resolve("model.onnx");
    Path state = folder.resolve("model.onnx.checkpoint");
    String[] short_ = {
      "train",
      DATA,
      "--target",
      "foodexp",
      "--loss",
      "huber",
      "--model",
      "network(4)",
      "--epochs",
      "2",
      "--out",
      model.toString(),
      "--checkpoint",
      "0",
      "--resume"
    };
    Typed.plumb(short_).done();
    assertThat(state).doesNotExist();
    Files.write(state, "certainly not a state".getBytes(StandardCharsets.UTF_8));
    Typed.plumb(short_).fails(1, "model.onnx.checkpoint is no state of a training");
  }
}
