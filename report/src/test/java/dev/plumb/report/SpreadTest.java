package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.training.ComparisonResult.Residuals;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final Spread EVEN =
      Spread.of(new Residuals(new double[] {-2, -1, 0, 1, 2}, new long[] {5, 5, 5, 5}))
          .orElseThrow();

  @Test
  void reads_quantiles_off_the_histogram() {
    assertThat(EVEN.quantile(0.25)).isCloseTo(-1, within(0.05));
    assertThat(EVEN.quantile(0.5)).isCloseTo(0, within(0.05));
    assertThat(EVEN.typical()).isCloseTo(1, within(0.05));
    assertThat(EVEN.size(0.99)).isCloseTo(1.98, within(0.05));
    assertThat(EVEN.farthest()).isCloseTo(2, within(0.05));
  }

  @Test
  void there_is_none_without_residuals_or_width() {
    assertThat(Spread.of((Residuals) null)).isEmpty();
    assertThat(Spread.of(new Residuals(new double[0], new long[0]))).isEmpty();
    assertThat(Spread.of(new Residuals(new double[] {1, 1}, new long[] {7}))).isEmpty();
  }
}
