package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a library that computes them in decimal fractions.
class BigSeriesTest {
  private static final int POINTS = 200;

  @ParameterizedTest
  @ValueSource(ints = {20, 82, 420})
  void exponentials_are_right_but_for_the_last_digits(int digits) {
    var random = new SplittableRandom(1);
    for (int i = 0; i < POINTS; i++) {
      var x = new BigDecimal(random.nextDouble(-3, 3));
      same(new BigSeries(digits).exp(x), BigDecimalMath.exp(x, context(digits)), digits);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 82, 420})
  void logarithms_are_right_but_for_the_last_digits(int digits) {
    var random = new SplittableRandom(2);
    for (int i = 0; i < POINTS; i++) {
      var x = new BigDecimal(random.nextDouble(0.1, 10));
      same(new BigSeries(digits).log(x), BigDecimalMath.log(x, context(digits)), digits);
    }
  }

  private static MathContext context(int digits) {
    return new MathContext(digits + 10);
  }

  private static void same(BigDecimal found, BigDecimal expected, int digits) {
    assertThat(found.subtract(expected).abs())
        .isLessThan(BigDecimal.ONE.scaleByPowerOfTen(3 - digits));
  }
}
