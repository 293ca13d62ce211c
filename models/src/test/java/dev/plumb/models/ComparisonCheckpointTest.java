package dev.plumb.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss;
import dev.plumb.training.Comparison;
import dev.plumb.training.ComparisonResult;
import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import dev.plumb.training.Target;
import dev.plumb.training.calibration.Calibration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonCheckpointTest {
  @TempDir private Path folder;

  private static Dataset data(long seed) {
    var random = new Random(seed);
    var x = new float[60];
    var y = new double[60];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
      y[i] = 2 * x[i] + random.nextGaussian();
    }
    var target = new Target("y", Target.Kind.NUMBER, y, List.of());
    return new Dataset("line", List.of(new Feature.Numeric("x", x)), target, null);
  }

  private static Comparison comparison(Dataset data) {
    List<Loss> losses = Stream.of("squared_error", "huber", "tukey").map(Loss::of).toList();
    return Comparison.of(data).losses(losses).repeats(2).seed(3);
  }

  private ComparisonCheckpoint state(Dataset data, Comparison comparison) {
    return new ComparisonCheckpoint(folder.resolve("states"), data, comparison, 0);
  }

  /// What does not depend on the clock.
  private static String told(ComparisonResult result) {
    return Stream.concat(
            Stream.of(result.advice()),
            result.ranking().stream()
                .map(e -> e.loss() + e.metrics() + e.learningCurve() + e.worstRows()))
        .toList()
        .toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "network(3)"})
  void a_comparison_that_goes_on_trains_nothing_twice_and_answers_the_same(String model) {
    Dataset data = data(1);
    Comparison first = comparison(data).model(model).tuned();
    ComparisonCheckpoint kept = state(data, first);
    ComparisonResult result = first.keeper(kept).run();

    Comparison second = comparison(data).model(model).tuned();
    ComparisonCheckpoint taken = state(data, second);
    assertThat(taken.file()).isEqualTo(kept.file()).exists();
    int done = taken.resume();
    assertThat(done).isGreaterThan(3 * 11);
    ComparisonResult again = second.keeper(taken).run();
    assertThat(told(again)).isEqualTo(told(result));
    assertThat(again.ranking().stream().map(ComparisonResult.Entry::learningCurve))
        .noneMatch(List::isEmpty);
    assertThat(state(data, second).resume()).isEqualTo(done);
    taken.remove();
    assertThat(taken.file()).doesNotExist();
  }

  @Test
  void balanced_classes_and_calibrations_go_on_too() {
    Dataset rain = Examples.few(Examples.of("rain.csv", "rain_tomorrow"), 300);
    ComparisonResult whole = calibrated(rain).run();
    Comparison first = calibrated(rain);
    ComparisonCheckpoint kept = state(rain, first);
    first.keeper(kept).run();

    Comparison second = calibrated(rain);
    ComparisonCheckpoint taken = state(rain, second);
    int done = taken.resume();
    assertThat(done).isEqualTo(2 * (1 + 5 * (1 + 5)));
    assertThat(told(second.keeper(taken).run())).isEqualTo(told(whole));
    assertThat(state(rain, second).resume()).as("trained anew").isEqualTo(done);
  }

  private static Comparison calibrated(Dataset data) {
    List<Loss> losses = Stream.of("hinge", "logistic").map(Loss::of).toList();
    return Comparison.of(data).losses(losses).balanced().calibrated(Calibration.Method.PLATT);
  }

  @Test
  void other_data_and_options_have_other_states() {
    Dataset data = data(1);
    Path file = state(data, comparison(data)).file();
    Dataset other = data(2);
    assertThat(
            Stream.of(
                state(other, comparison(other)),
                state(data, comparison(data).seed(4)),
                state(data, comparison(data).folds(4)),
                state(data, comparison(data).repeats(3)),
                state(data, comparison(data).penalty(1)),
                state(data, comparison(data).holdOut(0.2)),
                state(data, comparison(data).model("network(3)")),
                state(data, comparison(data).groups(data.target().values()))))
        .extracting(ComparisonCheckpoint::file)
        .doesNotContain(file)
        .doesNotHaveDuplicates();
    assertThat(state(data, comparison(data).metric("rmse").threads(1)).file()).isEqualTo(file);
  }

  @Test
  void a_file_that_is_no_state_is_refused() throws Exception {
    Dataset data = data(1);
    ComparisonCheckpoint state = state(data, comparison(data));
    assertThat(state.resume()).isZero();
    Files.createDirectories(state.file().getParent());
    Files.writeString(state.file(), "certainly not a state");
    assertThatThrownBy(state::resume)
        .hasMessageContaining(state.file() + " cannot be read: it is no state of a comparison")
        .hasMessageContaining("leave out --resume");
  }

  private Path aged(String name, int days) throws Exception {
    Path file =
        Files.writeString(Files.createDirectories(folder.resolve("states")).resolve(name), "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    return file;
  }

  @Test
  void states_that_nobody_took_up_are_gone_after_thirty_days() throws Exception {
    Path old = aged("old.comparison", 31);
    Path half = aged(".old.comparison.part", 31);
    Path orphan = aged(".gone.comparison.part", 300);
    List<Path> kept =
        List.of(
            aged("young.comparison", 29),
            aged(".young.comparison.part", 0),
            aged("other.txt", 300),
            aged("comparison", 300));
    assertThat(ComparisonCheckpoint.prune(folder.resolve("states"))).isEqualTo(1);
    assertThat(List.of(old, half, orphan)).noneMatch(Files::exists);
    assertThat(kept).allMatch(Files::exists);
    assertThat(ComparisonCheckpoint.prune(folder.resolve("states"))).isZero();
    assertThat(ComparisonCheckpoint.prune(folder.resolve("none"))).isZero();
  }

  @Test
  void a_state_that_is_being_written_or_was_taken_up_stays() throws Exception {
    Dataset data = data(1);
    Comparison comparison = comparison(data);
    ComparisonCheckpoint kept = state(data, comparison);
    ComparisonResult result = comparison.keeper(kept).run();
    assertThat(ComparisonCheckpoint.prune(folder.resolve("states"))).isZero();
    Files.setLastModifiedTime(kept.file(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    Comparison again = comparison(data);
    ComparisonCheckpoint taken = state(data, again);
    assertThat(taken.resume()).isPositive();
    assertThat(ComparisonCheckpoint.prune(folder.resolve("states"))).isZero();
    assertThat(told(again.keeper(taken).run())).isEqualTo(told(result));
  }
}
