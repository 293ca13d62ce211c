package dev.plumb.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void medianOfOddAndEvenCounts() {
    assertThat(Quantiles.median(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    assertThat(Quantiles.median(new double[0])).isNaN();
  }

  @Test
  void aWeightCountsLikeCopies() {
    assertThat(weighted(new double[] {5, -1, 2}, 1, 3, 1)).isEqualTo(-1);
    assertThat(weighted(new double[] {5, -1, 2}, 1, 2, 1)).isEqualTo(0.5);
    assertThat(weighted(new double[] {5, 1e300, 2}, 1, 0, 1)).isEqualTo(3.5);
    double[] values = numbers(101);
    double[] ones = new double[101];
    Arrays.fill(ones, 0.25);
    assertThat(Quantiles.median(values, ones)).isEqualTo(Quantiles.median(values));
  }

  @Test
  void spreadOfNormalNumbersIsTheirStandardDeviationAndOneOutlierChangesLittle() {
    double[] values = numbers(20_001);
    assertThat(Quantiles.spread(values, null)).isCloseTo(2, within(0.05));
    values[0] = 1e9;
    assertThat(Quantiles.spread(values, null)).isCloseTo(2, within(0.05));
  }

  @Test
  void spreadFallsBackWhereMoreThanHalfAreEqual() {
    double[] values = {0, 0, 0, 0, 10};
    assertThat(Quantiles.spread(values, null)).isCloseTo(Math.sqrt(Math.PI / 2) * 2, within(1e-12));
    assertThat(Quantiles.spread(new double[] {7, 7, 7}, null)).isEqualTo(1);
    double[] rounded = {1e-16, -2e-16, 0, 3e-16, 10};
    assertThat(Quantiles.spread(rounded, null))
        .isCloseTo(Math.sqrt(Math.PI / 2) * 2, within(1e-12));
  }

  private static double weighted(double[] values, double... weights) {
    return Quantiles.median(values, weights);
  }

  /// Normal numbers of standard deviation 2.
  private static double[] numbers(int count) {
    var random = new SplitMix(5);
    var numbers = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = -6;
      for (int k = 0; k < 12; k++) {
        sum += random.nextDouble();
      }
      numbers[i] = 2 * sum;
    }
    return numbers;
  }
}
