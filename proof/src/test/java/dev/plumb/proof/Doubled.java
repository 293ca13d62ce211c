package dev.plumb.proof;

import java.math.BigDecimal;

/// A number as the sum of two doubles that do not overlap: about 32 digits, within the range of a
/// double (Dekker, Numerische Mathematik 18, 1971; products by fused multiply-add).
record Doubled(double high, double low) {
  static final Doubled ONE = of(1);

  static Doubled of(double value) {
    return new Doubled(value, 0);
  }

  static Doubled of(BigDecimal value) {
    double high = value.doubleValue();
    return new Doubled(high, value.subtract(new BigDecimal(high)).doubleValue());
  }

  /// The sum of two doubles, nothing lost.
  static Doubled sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new Doubled(sum, (a - (sum - part)) + (b - part));
  }

  /// The product of two doubles, nothing lost.
  static Doubled product(double a, double b) {
    double product = a * b;
    return new Doubled(product, Math.fma(a, b, -product));
  }

  private static Doubled joined(double high, double low) {
    double sum = high + low;
    return new Doubled(sum, low - (sum - high));
  }

  Doubled plus(Doubled other) {
    Doubled highs = sum(high, other.high);
    Doubled lows = sum(low, other.low);
    Doubled joined = joined(highs.high, highs.low + lows.high);
    return joined(joined.high, joined.low + lows.low);
  }

  Doubled plus(double other) {
    Doubled highs = sum(high, other);
    return joined(highs.high, highs.low + low);
  }

  Doubled minus(Doubled other) {
    return plus(other.negated());
  }

  Doubled negated() {
    return new Doubled(-high, -low);
  }

  Doubled times(Doubled other) {
    Doubled highs = product(high, other.high);
    return joined(highs.high, highs.low + Math.fma(high, other.low, low * other.high));
  }

  Doubled times(double other) {
    Doubled highs = product(high, other);
    return joined(highs.high, Math.fma(low, other, highs.low));
  }

  Doubled over(Doubled other) {
    double first = high / other.high;
    Doubled rest = minus(other.times(first));
    double second = rest.high / other.high;
    double third = rest.minus(other.times(second)).high / other.high;
    return joined(first, second).plus(third);
  }

  Doubled over(double other) {
    return over(of(other));
  }

  /// Times a power of two.
  Doubled scaled(int exponent) {
    return new Doubled(Math.scalb(high, exponent), Math.scalb(low, exponent));
  }

  Doubled abs() {
    return high < 0 ? negated() : this;
  }
}
