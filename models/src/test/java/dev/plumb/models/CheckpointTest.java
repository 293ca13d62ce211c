package dev.plumb.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss;
import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import dev.plumb.training.NetworkFit;
import dev.plumb.training.NetworkState;
import dev.plumb.training.NetworkTrainer;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Recipe;
import dev.plumb.training.Split;
import dev.plumb.training.Target;
import dev.plumb.training.TrainingStep;
import dev.plumb.training.network.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir private Path folder;

  /// The training that is killed: of a network on data from a seed.
  static final class Trained {
    private Trained() {}

    public static void main(String... arguments) {
      Path model = Path.of(arguments[0]);
      var checkpoint = new Checkpoint(model, "the same", 0);
      NetworkTrainer trainer =
          NetworkTrainer.of(Architecture.of("network(24, 12, dropout = 0.1)"))
              .loss(Loss.of("huber"))
              .recipe(
                  new Recipe(
                      new Recipe.Adam(0.01), 0.01, 8, 400, Optimiser.Schedule.COSINE, 5, 1, 7))
              .keeper(checkpoint)
              .threads(1);
      checkpoint
          .read()
          .ifPresent(state -> {
            System.out.println("going on after epoch " + state.epoch());
            trainer.resume(state);
          });
      Split split = Split.of(data(), 0.2, 0);
      NetworkFit fit = trainer.validation(split.heldOut()).fit(split.taught());
      SavedModel.write(model, fit.model(), Card.of(split.taught(), fit.model()));
      checkpoint.remove();
    }

    private static Dataset data() {
      var random = new Random(1);
      var x = new float[100];
      var y = new double[100];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) random.nextGaussian();
        y[i] = Math.sin(2 * x[i]) + random.nextGaussian() / 4;
      }
      return new Dataset(
          "sine",
          List.of(new Feature.Numeric("x", x)),
          new Target("y", Target.Kind.NUMBER, y, List.of()),
          null);
    }
  }

  private static Process started(Path model, Path log) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Trained.class.getName()));
    command.add(model.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  @Test
  void ten_kills_leave_the_file_of_an_uninterrupted_training_and_nothing_else(
      @TempDir Path elsewhere) throws Exception {
    Path whole = elsewhere.resolve("model.onnx");
    Trained.main(whole.toString());
    Path model = folder.resolve("model.onnx");
    Path log = elsewhere.resolve("log");
    var random = new Random(5);
    for (int kill = 0; kill < 10; kill++) {
      Process process = started(model, log);
      byte[] before = bytes(Checkpoint.of(model));
      while (process.isAlive() && Arrays.equals(before, bytes(Checkpoint.of(model)))) {
        process.waitFor(2, TimeUnit.MILLISECONDS);
      }
      process.waitFor(random.nextInt(15), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(128 + 9);
    }
    assertThat(model).doesNotExist();
    assertThat(started(model, log).waitFor()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log).split("going on after epoch")).hasSize(11);
    assertThat(model).hasSameBinaryContentAs(whole);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(model);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static NetworkState state(int epoch) {
    return new NetworkState(
        epoch,
        new double[] {1, Double.MIN_VALUE, -0.0},
        List.of(new double[] {4}, new double[] {5, 6}),
        new double[] {7, 8, Double.NaN},
        2,
        Double.NaN,
        List.of(new TrainingStep(0, 1, 2, 3), new TrainingStep(1, 4, 5, Double.NaN)));
  }

  @Test
  void a_state_reads_back_to_the_last_bit() {
    Path model = folder.resolve("m.onnx");
    new Checkpoint(model, "a", 0).keep(state(3));
    NetworkState back = new Checkpoint(model, "a", 0).read().orElseThrow();
    NetworkState kept = state(3);
    assertThat(back.epoch()).isEqualTo(3);
    assertThat(back.point()).isEqualTo(kept.point());
    assertThat(back.best()).isEqualTo(kept.best());
    assertThat(back.memory().get(1)).isEqualTo(kept.memory().get(1));
    assertThat(back.bestEpoch()).isEqualTo(2);
    assertThat(back.bestValue()).isNaN();
    assertThat(back.steps()).isEqualTo(kept.steps());
  }

  @Test
  void states_are_kept_at_least_so_long_apart() {
    Path model = folder.resolve("m.onnx");
    long[] now = {0};
    var checkpoint = new Checkpoint(model, "a", 10, () -> now[0]);
    now[0] = 9_000_000_000L;
    checkpoint.keep(state(1));
    assertThat(checkpoint.read()).isEmpty();
    now[0] = 10_000_000_000L;
    checkpoint.keep(state(2));
    now[0] = 19_000_000_000L;
    checkpoint.keep(state(3));
    assertThat(checkpoint.read().orElseThrow().epoch()).isEqualTo(2);
    checkpoint.remove();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_state_of_another_training_and_what_is_none_are_refused() throws IOException {
    Path model = folder.resolve("m.onnx");
    new Checkpoint(model, "a", 0).keep(state(3));
    assertThatThrownBy(() -> new Checkpoint(model, "b", 0).read())
        .hasMessageContaining("is the state of another training: its data, loss or options differ");
    Files.write(Checkpoint.of(model), new byte[] {1, 2});
    assertThatThrownBy(() -> new Checkpoint(model, "a", 0).read())
        .hasMessageContaining("is no state of a training by this version of Plumb");
  }
}
