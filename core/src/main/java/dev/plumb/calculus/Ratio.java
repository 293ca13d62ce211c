package dev.plumb.calculus;

import java.util.Optional;

/// An exact coefficient. Arithmetic that would round gives nothing, and the numbers then stay apart
/// as they were written.
///
/// @param numerator of any sign
/// @param denominator above 0
record Ratio(double numerator, double denominator) {
  static final Ratio ZERO = new Ratio(0, 1);
  static final Ratio ONE = new Ratio(1, 1);
  static final Ratio MINUS_ONE = new Ratio(-1, 1);
  private static final double LARGEST = 0x1p53;

  static Ratio of(double value) {
    return new Ratio(value, 1);
  }

  Ratio negated() {
    return new Ratio(-numerator, denominator);
  }

  boolean isZero() {
    return numerator == 0;
  }

  /// 1 / this; nothing for 0 and for infinity.
  Optional<Ratio> inverse() {
    if (numerator == 0 || Double.isInfinite(numerator)) {
      return Optional.empty();
    }
    return Optional.of(new Ratio(Math.copySign(denominator, numerator), Math.abs(numerator)));
  }

  Optional<Ratio> times(Ratio other) {
    if (Double.isInfinite(numerator) || Double.isInfinite(other.numerator)) {
      return Optional.empty();
    }
    double n = numerator * other.numerator;
    double d = denominator * other.denominator;
    boolean exact =
        Math.fma(numerator, other.numerator, -n) == 0
            && Math.fma(denominator, other.denominator, -d) == 0
            && isNormal(n)
            && isNormal(d);
    return exact ? Optional.of(new Ratio(n, d).reduced()) : Optional.empty();
  }

  Optional<Ratio> plus(Ratio other) {
    if (denominator == other.denominator) {
      return exactSum(numerator, other.numerator).map(n -> new Ratio(n, denominator).reduced());
    }
    Optional<Ratio> left = times(of(other.denominator)).flatMap(r -> r.times(of(denominator)));
    Optional<Ratio> right =
        other.times(of(denominator)).flatMap(r -> r.times(of(other.denominator)));
    Optional<Ratio> whole = of(denominator).times(of(other.denominator));
    if (left.isEmpty()
        || right.isEmpty()
        || whole.isEmpty()
        || left.get().denominator != 1
        || right.get().denominator != 1) {
      return Optional.empty();
    }
    return exactSum(left.get().numerator, right.get().numerator)
        .map(n -> new Ratio(n, whole.get().numerator).reduced());
  }

  private static Optional<Double> exactSum(double a, double b) {
    double sum = a + b;
    double rest = (a - (sum - (sum - a))) + (b - (sum - a));
    return rest == 0 && Double.isFinite(sum) ? Optional.of(sum) : Optional.empty();
  }

  private static boolean isNormal(double value) {
    return value == 0 || (Math.abs(value) > 1e-200 && Math.abs(value) < 1e200);
  }

  private Ratio reduced() {
    double d = denominator;
    double n = numerator;
    if (n == 0) {
      return ZERO;
    }
    if (Math.abs(n) == d) {
      return new Ratio(Math.signum(n), 1);
    }
    if (n != Math.rint(n) || d != Math.rint(d) || Math.abs(n) > LARGEST || d > LARGEST) {
      return d == 0.5 || d == 0.25 ? new Ratio(n / d, 1) : this;
    }
    double common = greatestCommonDivisor(Math.abs(n), d);
    return new Ratio(n / common, d / common);
  }

  private static double greatestCommonDivisor(double a, double b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
