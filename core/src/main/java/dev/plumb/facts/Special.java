package dev.plumb.facts;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TWO;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The error function and the logarithm of the gamma function with its derivatives, in many digits.
final class Special {
  private static final double LOG_TEN = 2.302585092994046;
  private static final int LARGEST = 100_000;

  private static final Map<Integer, BigDecimal> HALF_LOGS = new ConcurrentHashMap<>();

  private final int digits;
  private final BigDecimal far;
  private final MathContext wide;
  private final Elementary elementary;

  Special(int digits) {
    this.digits = digits;
    this.wide = new MathContext(digits + 16, RoundingMode.HALF_EVEN);
    this.elementary = new Elementary(digits + 16);
    this.far = BigDecimal.valueOf(3L * digits / 4);
  }

  // The error function

  /// By the series of positive terms 2/√π e^(-x²) Σ 2^n x^(2n+1) / (2n+1)!! (Abramowitz, Stegun
  /// 1964, 7.1.6).
  BigDecimal erf(BigDecimal x) {
    if (x.signum() == 0) {
      return ZERO;
    }
    if (x.abs().doubleValue() > asymptoticFrom()) {
      BigDecimal rest = ONE.subtract(erfc(x.abs()), wide);
      return x.signum() < 0 ? rest.negate() : rest;
    }
    BigDecimal square = x.multiply(x, wide);
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 1; Elementary.magnitude(term) > Elementary.magnitude(sum) - digits - 16; n++) {
      term = term.multiply(square, wide).multiply(TWO).divide(BigDecimal.valueOf(2L * n + 1), wide);
      sum = sum.add(term, wide);
    }
    return sum.multiply(elementary.exp(square.negate()), wide).multiply(TWO).divide(rootPi(), wide);
  }

  /// 1 - erf in as many more digits as cancel; far out by the asymptotic series 7.1.23.
  BigDecimal erfc(BigDecimal x) {
    double near = x.doubleValue();
    if (near < 0.5) {
      return ONE.subtract(erf(x), wide);
    }
    if (near > asymptoticFrom()) {
      return asymptotic(x);
    }
    int cancelled = (int) (near * near / LOG_TEN) + 5;
    return ONE.subtract(new Special(digits + cancelled).erf(x)).round(wide);
  }

  private double asymptoticFrom() {
    return Math.sqrt((digits + 20) * LOG_TEN) + 1;
  }

  private BigDecimal asymptotic(BigDecimal x) {
    BigDecimal square = x.multiply(x, new MathContext(digits + 60));
    if (square.compareTo(Elementary.LARGEST_EXPONENT) > 0) {
      return ZERO;
    }
    BigDecimal term = ONE;
    BigDecimal sum = ONE;
    for (int n = 1; Elementary.magnitude(term) > -digits - 14; n++) {
      term = term.multiply(BigDecimal.valueOf(1 - 2L * n)).divide(square.multiply(TWO), wide);
      sum = sum.add(term, wide);
    }
    return sum.multiply(elementary.exp(square.negate()), wide)
        .divide(x.multiply(rootPi(), wide), wide);
  }

  private BigDecimal rootPi() {
    return Constants.of(digits + 20).pi().sqrt(wide);
  }

  // The gamma function: shifted up, then Stirling's series (Abramowitz, Stegun 1964, 6.1.40,
  // 6.3.18,
  // 6.4.12)

  BigDecimal lgamma(BigDecimal x) {
    requireOrdinary(x);
    BigDecimal product = ONE;
    BigDecimal shifted = x;
    for (; shifted.compareTo(far) < 0; shifted = shifted.add(ONE)) {
      product = product.multiply(shifted, wide);
    }
    BigDecimal log = elementary.log(shifted);
    BigDecimal series = stirling(shifted, n -> BigDecimal.valueOf(2L * n * (2L * n - 1)), 1);
    BigDecimal half = new BigDecimal("0.5");
    return shifted
        .subtract(half)
        .multiply(log, wide)
        .subtract(shifted, wide)
        .add(halfLogTwoPi(), wide)
        .add(series, wide)
        .subtract(elementary.log(product), wide);
  }

  private BigDecimal halfLogTwoPi() {
    return HALF_LOGS.computeIfAbsent(
        digits, d -> elementary.log(Constants.of(d + 20).pi().multiply(TWO)).divide(TWO, wide));
  }

  BigDecimal digamma(BigDecimal x) {
    requireOrdinary(x);
    BigDecimal sum = ZERO;
    BigDecimal shifted = x;
    for (; shifted.compareTo(far) < 0; shifted = shifted.add(ONE)) {
      sum = sum.subtract(ONE.divide(shifted, wide), wide);
    }
    return sum.add(elementary.log(shifted), wide)
        .subtract(ONE.divide(shifted.multiply(TWO), wide), wide)
        .subtract(stirling(shifted, n -> BigDecimal.valueOf(2L * n), 2), wide);
  }

  BigDecimal trigamma(BigDecimal x) {
    requireOrdinary(x);
    BigDecimal sum = ZERO;
    BigDecimal shifted = x;
    for (; shifted.compareTo(far) < 0; shifted = shifted.add(ONE)) {
      sum = sum.add(ONE.divide(shifted.multiply(shifted, wide), wide), wide);
    }
    return sum.add(ONE.divide(shifted, wide), wide)
        .add(ONE.divide(shifted.multiply(shifted, wide).multiply(TWO), wide), wide)
        .add(stirling(shifted, _ -> ONE, 3), wide);
  }

  private static void requireOrdinary(BigDecimal x) {
    if (Elementary.magnitude(x) > LARGEST) {
      throw new ArithmeticException("out of range");
    }
  }

  private interface Divisor {
    BigDecimal at(int n);
  }

  /// Σ B(2n) / divisor(n) / x^(2n - 2 + first).
  private BigDecimal stirling(BigDecimal x, Divisor divisor, int first) {
    BigDecimal square = x.multiply(x, wide);
    BigDecimal power = x.pow(first, wide);
    BigDecimal sum = ZERO;
    BigDecimal term = ONE;
    for (int n = 1; Elementary.magnitude(term) > -digits - 16 && term.signum() != 0; n++) {
      term = Bernoulli.number(2 * n, wide).divide(divisor.at(n).multiply(power), wide);
      sum = sum.add(term, wide);
      power = power.multiply(square, wide);
    }
    return sum;
  }
}
