package dev.plumb.facts;

import java.math.BigDecimal;

/// A number of many digits, or one of the three that have none: the infinities and NaN.
///
/// @param value the number, or null where there are no digits
/// @param special the infinity or NaN that this is, where there is no value
public record Decimal(BigDecimal value, double special) {
  public static final Decimal NAN = new Decimal(null, Double.NaN);
  public static final Decimal INFINITY = new Decimal(null, Double.POSITIVE_INFINITY);
  public static final Decimal MINUS_INFINITY = new Decimal(null, Double.NEGATIVE_INFINITY);

  /// The number itself.
  public static Decimal of(BigDecimal value) {
    return new Decimal(value, 0);
  }

  /// The number that a double stands for, exactly.
  public static Decimal of(double value) {
    return Double.isFinite(value) ? of(new BigDecimal(value)) : new Decimal(null, value);
  }

  /// Whether it has digits.
  public boolean isFinite() {
    return value != null;
  }

  public boolean isNaN() {
    return value == null && Double.isNaN(special);
  }

  /// The nearest double.
  public double toDouble() {
    return value == null ? special : value.doubleValue();
  }

  /// A finite double of the same sign, 0 only for 0: what matters where the other operand is
  /// infinite.
  double witness() {
    if (value == null) {
      return special;
    }
    double nearest = Math.clamp(value.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
    return nearest == 0 ? value.signum() * Double.MIN_VALUE : nearest;
  }

  /// Less than 0, 0, or more than 0.
  int signum() {
    return value == null ? (int) Math.signum(special) : value.signum();
  }
}
