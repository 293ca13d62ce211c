package dev.plumb.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final double[] SCORES = {0.1, 0.4, 0.4, 0.8};
  private static final double[] LABELS = {0, 1, 0, 1};

  @Test
  void theAreaCountsPairsInOrderAndHalfOfTies() {
    // pairs (1, 0): .4 > .1, .4 = .4, .8 > .1, .8 > .4
    assertThat(Ranks.area(SCORES, LABELS, null)).isEqualTo(3.5 / 4);
    assertThat(Ranks.area(new double[] {1, 2}, new double[] {1, 1}, null)).isNaN();
    assertThat(Ranks.area(new double[] {1, Double.NaN}, new double[] {0, 1}, null)).isNaN();
  }

  @Test
  void weightsCountLikeCopies() {
    assertThat(Ranks.area(SCORES, LABELS, new double[] {1, 1, 1, 1})).isEqualTo(3.5 / 4);
    // three copies of the row of score .1
    assertThat(Ranks.area(SCORES, LABELS, new double[] {3, 1, 1, 1}))
        .isCloseTo(7.5 / 8, within(1e-15));
  }

  @Test
  void theTopIsInOrderWithTiesBrokenBySecondKeyThenPlace() {
    double[] first = {1, 5, 5, 0, 5};
    double[] second = {0, 1, 2, 9, 1};
    assertThat(Ranks.top(4, first, second)).containsExactly(2, 1, 4, 0);
    assertThat(Ranks.top(9, first, second)).hasSize(5);
    assertThat(Ranks.top(3, new double[100], new double[100])).containsExactly(0, 1, 2);
    assertThat(Arrays.stream(Ranks.top(0, first, second))).isEmpty();
  }
}
