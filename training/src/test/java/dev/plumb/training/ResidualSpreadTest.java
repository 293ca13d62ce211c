package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.training.statistics.Quantiles;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResidualSpreadTest {
  private static final int ROWS = 1000;

  @Test
  void rowsOfACommonTargetThatAreMetDoNotCount() {
    double[] residuals = even(-1e-5, 1e-5);
    double[] targets = new double[ROWS];
    double[] others = even(-10, 10);
    for (int i = 0; i < 400; i++) {
      residuals[i] = others[i];
      targets[i] = 3 + i;
    }
    double spread = Quantiles.spread(Arrays.copyOf(others, 400), null);
    assertThat(Quantiles.spread(residuals, null)).isLessThan(1e-4);
    assertThat(ResidualSpread.of(residuals, targets, null)).isEqualTo(spread);

    var ones = new double[ROWS];
    Arrays.fill(ones, 0.25);
    assertThat(ResidualSpread.of(residuals, targets, ones)).isEqualTo(spread);
  }

  @Test
  void farRowsAreNoReasonToLeaveOutOthers() {
    double[] residuals = even(-1, 1);
    double[] targets = even(0, 50);
    Arrays.fill(residuals, 0, 50, 1e9);
    Arrays.fill(targets, 0, 50, 999_999);
    double spread = Quantiles.spread(residuals, null);
    assertThat(spread).isLessThan(1);
    assertThat(ResidualSpread.of(residuals, targets, null)).isEqualTo(spread);
    Arrays.fill(targets, 0, 300, 999_999);
    assertThat(ResidualSpread.of(residuals, targets, null)).isEqualTo(spread);
    Arrays.fill(targets, 7);
    assertThat(ResidualSpread.of(residuals, targets, null)).isEqualTo(spread);
  }

  private static double[] even(double low, double high) {
    var random = new SplitMix(3);
    var numbers = new double[ROWS];
    Arrays.setAll(numbers, i -> low + (high - low) * random.nextDouble());
    return numbers;
  }
}
