package dev.plumb.proof;

/// A true value, which may be too large or too small for a double: `value` times a power of two.
record Truth(Doubled value, int exponent) {
  private static final int LARGEST = 1023;
  private static final int LEAST_UNIT = -1074;

  static Truth of(Doubled value) {
    return new Truth(value, 0);
  }

  Truth negated() {
    return new Truth(value.negated(), exponent);
  }

  /// How far a double is from it, in units of its last place; an infinite one stands for 2^1024.
  double ulps(double computed) {
    if (Double.isNaN(computed) || Double.isNaN(value.high())) {
      return Double.POSITIVE_INFINITY;
    }
    int magnitude = Math.getExponent(value.high()) + exponent;
    if (magnitude > LARGEST || magnitude < LEAST_UNIT - 2) {
      boolean isRight = magnitude > LARGEST ? Double.isInfinite(computed) : computed == 0;
      return isRight ? 0 : Double.POSITIVE_INFINITY;
    }
    double near =
        Double.isInfinite(computed)
            ? Math.copySign(Math.scalb(1.0, LARGEST + 1 - exponent), computed)
            : Math.scalb(computed, -exponent);
    int unit = Math.max(magnitude - 52, LEAST_UNIT);
    double distance = Math.abs((near - value.high()) - value.low());
    return Math.scalb(distance, exponent - unit);
  }
}
