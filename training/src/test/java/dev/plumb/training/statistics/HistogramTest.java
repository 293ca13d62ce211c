package dev.plumb.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void everyFiniteNumberIsCountedOnce() {
    double[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, Double.NaN};
    Histogram histogram = Histogram.of(values);
    assertThat(histogram.edges()).containsExactly(0, 2, 4, 6, 8, 10);
    assertThat(histogram.counts()).containsExactly(2, 2, 2, 2, 2);
  }

  @Test
  void aFarNumberCountsInTheOutermostBinAndDoesNotStretchIt() {
    double[] values = new double[10_000];
    Arrays.setAll(values, i -> i % 100);
    values[0] = 1e9;
    Histogram histogram = Histogram.of(values);
    assertThat(histogram.edges()[histogram.edges().length - 1]).isEqualTo(99);
    assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(10_000);
  }

  @Test
  void nothingAndOneNumberGiveAHistogramToo() {
    assertThat(Histogram.of(new double[0]).counts()).isEmpty();
    assertThat(Arrays.stream(Histogram.of(new double[] {3, 3}).counts()).sum()).isEqualTo(2);
  }
}
