package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DivisionTest {
  @Test
  void inTheOrderOfTimeNothingIsLearntFromWhatComesLater() {
    var random = new SplitMix(4);
    double[] moments = IntStream.range(0, 103).mapToDouble(i -> random.nextInt(60)).toArray();
    TimeFolds folds = TimeFolds.of(moments, 5);
    int held = 0;
    for (int fold = 0; fold < 5; fold++) {
      double last =
          Arrays.stream(folds.trained(fold)).mapToDouble(i -> moments[i]).max().orElseThrow();
      double first =
          Arrays.stream(folds.heldOut(fold)).mapToDouble(i -> moments[i]).min().orElseThrow();
      assertThat(last).isLessThan(first);
      held += folds.heldOut(fold).length;
    }
    assertThat(held + folds.trained(0).length).isEqualTo(103);
    assertThat(folds.ratio()).isBetween(0.3, 0.6);
    assertThatThrownBy(() -> TimeFolds.of(new double[] {1, 1, 1, 2}, 3))
        .hasMessage("4 rows of so few moments cannot be cut into 4 parts, one more than folds");
  }

  @Test
  void aGroupIsNeverDividedAndFoldsAreOfNearlyTheSameSize() {
    var random = new SplitMix(4);
    double[] groups = IntStream.range(0, 1000).mapToDouble(i -> -random.nextInt(40)).toArray();
    Folds folds = Folds.grouped(groups, 5, 1, 0);
    for (int fold = 0; fold < 5; fold++) {
      int[] heldOut = folds.heldOut(fold);
      assertThat(heldOut).hasSizeBetween(180, 220);
      double[] held = Arrays.stream(heldOut).mapToDouble(i -> groups[i]).distinct().toArray();
      assertThat(Arrays.stream(folds.trained(fold)).mapToDouble(i -> groups[i]).toArray())
          .doesNotContain(held);
    }
    assertThat(Folds.grouped(groups, 5, 1, 1).of()).isNotEqualTo(folds.of());
    assertThat(folds.ratio()).isCloseTo(0.25, within(0.01));
    assertThatThrownBy(() -> Folds.grouped(new double[] {1, 1, 2}, 3, 0, 0))
        .hasMessage("2 groups cannot be dealt into 3 folds, of which there are at least 2");
  }

  @Test
  void aComparisonNamesHowItsFoldsWereDealt() {
    Dataset rain = RealData.of("rain");
    double[] days = IntStream.range(0, rain.rows()).asDoubleStream().toArray();
    Comparison comparison =
        Comparison.of(rain).losses(java.util.List.of(dev.plumb.Loss.of("squared_error")));
    ComparisonResult byTime = comparison.time(days).run();
    assertThat(byTime.arrangement()).isEqualTo("in the order of time");
    assertThat(byTime.repeats()).isEqualTo(1);
    assertThatThrownBy(() -> comparison.groups(days).run())
        .hasMessage("folds are dealt in the order of time or in groups, not in both: name one");
    assertThatThrownBy(() -> Comparison.of(rain).time(1, 2).run())
        .hasMessage("2 moments for 1460 rows of rain");
  }
}
