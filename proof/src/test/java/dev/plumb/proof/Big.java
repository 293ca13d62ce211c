package dev.plumb.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A number and a bound on its error: the truth lies within `error` of `value`. Or, where `value`
/// is null, an infinity, NaN, or a number that so many digits cannot tell.
record Big(BigDecimal value, BigDecimal error, Kind kind) {
  enum Kind {
    FINITE,
    POSITIVE_INFINITY,
    NEGATIVE_INFINITY,
    NOT_A_NUMBER,
    UNKNOWN
  }

  /// For errors, which need few digits.
  static final MathContext UPWARDS = new MathContext(4, RoundingMode.UP);

  static final Big INFINITY = new Big(null, null, Kind.POSITIVE_INFINITY);
  static final Big MINUS_INFINITY = new Big(null, null, Kind.NEGATIVE_INFINITY);
  static final Big NAN = new Big(null, null, Kind.NOT_A_NUMBER);
  static final Big UNKNOWN = new Big(null, null, Kind.UNKNOWN);
  static final Big ZERO = of(0);
  static final Big ONE = of(1);

  /// Positive, and below all that is told apart from 0.
  static final Big NEXT_TO_NOTHING = finite(BigDecimal.ZERO, new BigDecimal("1e-1000000"));

  /// Below this a number is 0 for a double, whose least is 4.9e-324.
  private static final BigDecimal NOTHING = new BigDecimal("1e-330");

  static Big finite(BigDecimal value, BigDecimal error) {
    return new Big(value, error.round(UPWARDS), Kind.FINITE);
  }

  /// A number that was rounded to so many digits.
  static Big finite(BigDecimal value, BigDecimal error, int digits) {
    return finite(value, error.add(value.abs().scaleByPowerOfTen(-digits), UPWARDS));
  }

  static Big truth(boolean holds) {
    return holds ? ONE : ZERO;
  }

  /// Every double but NaN and the infinities is a decimal fraction.
  static Big of(double value) {
    return Double.isNaN(value)
        ? NAN
        : Double.isInfinite(value)
            ? infinity(value)
            : finite(new BigDecimal(value), BigDecimal.ZERO);
  }

  static Big infinity(double sign) {
    return sign > 0 ? INFINITY : MINUS_INFINITY;
  }

  boolean isFinite() {
    return kind == Kind.FINITE;
  }

  boolean isInfinite() {
    return kind == Kind.POSITIVE_INFINITY || kind == Kind.NEGATIVE_INFINITY;
  }

  /// Whether this is NaN or not known.
  boolean isNone() {
    return kind == Kind.NOT_A_NUMBER || kind == Kind.UNKNOWN;
  }

  /// Whether this is 0 without any error.
  boolean isZero() {
    return isFinite() && value.signum() == 0 && error.signum() == 0;
  }

  /// Whether the truth may be 0, as far as the error tells.
  boolean mayBeZero() {
    return isFinite() && value.abs().compareTo(error) <= 0;
  }

  /// Whether this is farther from 0 than a number.
  boolean isBeyond(BigDecimal number) {
    return isInfinite() || value.abs().compareTo(number) > 0;
  }

  /// Whether this is exactly a whole number that is small enough to multiply out.
  boolean isSmallWhole() {
    return isFinite()
        && error.signum() == 0
        && value.abs().compareTo(BigDecimal.valueOf(64)) <= 0
        && value.stripTrailingZeros().scale() <= 0;
  }

  int sign() {
    return switch (kind) {
      case FINITE -> value.signum();
      case POSITIVE_INFINITY -> 1;
      case NEGATIVE_INFINITY -> -1;
      case NOT_A_NUMBER, UNKNOWN -> 0;
    };
  }

  Big negated() {
    return switch (kind) {
      case FINITE -> new Big(value.negate(), error, kind);
      case POSITIVE_INFINITY -> MINUS_INFINITY;
      case NEGATIVE_INFINITY -> INFINITY;
      case NOT_A_NUMBER, UNKNOWN -> this;
    };
  }

  /// The error as a part of the least size that the truth may have.
  BigDecimal relativeError() {
    return error.divide(value.abs().subtract(error, UPWARDS), UPWARDS);
  }

  /// The sign of the difference from another number; null where the errors leave it open.
  Integer order(Big other) {
    if (equals(other)) {
      return 0;
    }
    if (isInfinite() || other.isInfinite()) {
      return isInfinite() ? sign() : -other.sign();
    }
    BigDecimal both = error.add(other.error, UPWARDS);
    boolean open =
        both.signum() != 0 && value.subtract(other.value, UPWARDS).abs().compareTo(both) <= 0;
    return open ? null : (Integer) value.compareTo(other.value);
  }

  /// Whether so many digits are sure, or the number is too small for a double.
  boolean isSureTo(int digits) {
    return kind != Kind.UNKNOWN
        && (!isFinite()
            || error.compareTo(value.abs().scaleByPowerOfTen(-digits).max(NOTHING)) <= 0);
  }

  double toDouble() {
    return switch (kind) {
      case FINITE -> value.doubleValue();
      case POSITIVE_INFINITY -> Double.POSITIVE_INFINITY;
      case NEGATIVE_INFINITY -> Double.NEGATIVE_INFINITY;
      case NOT_A_NUMBER, UNKNOWN -> Double.NaN;
    };
  }
}
