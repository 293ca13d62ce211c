package dev.plumb.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FoldScoresTest {
  private final FoldScores scores = new FoldScores(new double[] {1, 2, 3, 4, 5}, 0.25);

  @Test
  void theStandardErrorIsCorrectedForOverlappingFolds() {
    // s² = 10/4, times 1/5 + 1/4
    assertThat(scores.mean()).isEqualTo(3);
    assertThat(scores.standardError()).isCloseTo(Math.sqrt(0.45 * 2.5), within(1e-15));
  }

  @Test
  void theTestIsPairedFoldByFold() {
    // differences 1, 1, 1, 1, 2: mean 1.2, s² = 0.2, t = 1.2 / √(0.45 · 0.2) = 4, four degrees of
    // freedom
    var other = new FoldScores(new double[] {0, 1, 2, 3, 3}, 0.25);
    assertThat(scores.sameness(other)).isCloseTo(new StudentT(4).beyond(4), within(1e-12));
    assertThat(scores.sameness(other)).isCloseTo(0.0161300899, within(1e-9));
  }

  @Test
  void equalScoresAreTheSameAndAConstantDifferenceIsNot() {
    assertThat(scores.sameness(scores)).isEqualTo(1);
    assertThat(scores.sameness(new FoldScores(new double[] {2, 3, 4, 5, 6}, 0.25))).isZero();
  }
}
