package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.training.statistics.SplitMix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mean and spread of a column, beside the same sums in 40 digits.
class MomentsTest {
  private static final int ROWS = 9_001;
  private static final MathContext DIGITS = new MathContext(40);
  private static final int[] ALL = IntStream.range(0, ROWS).toArray();

  /// @param slope from row to row, in units of the spread
  /// @param jump of the second half
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, false, 0",
    "1e5, 0, 0, false, 3",
    "-3000, 0.5, 0, true, 0",
    "0, 0, 1e7, false, 7",
    "1e6, 0, -2e6, true, 2",
  })
  void no_digits_go(double shift, double slope, double jump, boolean weighted, int missing) {
    float[] values = values(shift, slope, jump, missing);
    double[] weights = weighted ? weights() : null;
    agrees(values, ALL, weights);
    agrees(values, IntStream.range(0, ROWS).filter(i -> i % 3 != 1).toArray(), weights);
    agrees(values, new int[] {7, 8, 9, 4709, 8_008}, weights);
  }

  private static float[] values(double shift, double slope, double jump, int missing) {
    var random = new SplitMix(5);
    var values = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double x = shift + slope * i + (i > ROWS / 2 ? jump : 0) + Samples.normal(random);
      values[i] = missing > 0 && i % 10 < missing ? Float.NaN : (float) x;
    }
    return values;
  }

  private static double[] weights() {
    return IntStream.range(0, ROWS).mapToDouble(i -> i % 4 * 0.3).toArray();
  }

  private static void agrees(float[] values, int[] rows, double[] weights) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal there = BigDecimal.ZERO;
    double all = 0;
    for (int row : rows) {
      double w = weights == null ? 1 : weights[row];
      all += w;
      if (!Float.isNaN(values[row])) {
        there = there.add(new BigDecimal(w));
        sum = sum.add(new BigDecimal(w).multiply(new BigDecimal(values[row])));
      }
    }
    Moments found = Moments.of(values, rows, weights);
    assertThat(found.all()).isCloseTo(all, within(1e-9 * all));
    assertThat(found.there()).isCloseTo(there.doubleValue(), within(1e-12 * all));
    assertThat(found.mean()).isEqualTo(sum.divide(there, DIGITS).floatValue());
    var mean = new BigDecimal(found.mean());
    BigDecimal squares = BigDecimal.ZERO;
    for (int row : rows) {
      if (!Float.isNaN(values[row])) {
        BigDecimal distance = new BigDecimal(values[row]).subtract(mean);
        double w = weights == null ? 1 : weights[row];
        squares = squares.add(new BigDecimal(w).multiply(distance.pow(2)));
      }
    }
    double expected = squares.doubleValue();
    assertThat(found.squares()).isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void what_is_constant_has_no_spread() {
    var values = new float[ROWS];
    java.util.Arrays.fill(values, 0.1f);
    assertThat(Moments.of(values, ALL, null)).isEqualTo(new Moments(ROWS, ROWS, 0.1f, 0));
    assertThat(Moments.of(values, ALL, weights()).squares()).isZero();
    values[17] = Float.NaN;
    assertThat(Moments.of(values, ALL, null)).isEqualTo(new Moments(ROWS, ROWS - 1, 0.1f, 0));
  }

  @Test
  void an_infinite_number_leaves_no_finite_spread() {
    float[] values = values(0, 0, 0, 2);
    values[8_999] = Float.NEGATIVE_INFINITY;
    assertThat(Moments.of(values, ALL, null).squares()).isNaN();
    assertThat(Moments.of(values, ALL, weights()).squares()).isNaN();
  }

  @Test
  void a_column_without_numbers_is_empty() {
    Moments none = Moments.of(new float[] {Float.NaN, Float.NaN}, new int[] {0, 1}, null);
    assertThat(none).isEqualTo(new Moments(2, 0, 0, 0));
  }
}
