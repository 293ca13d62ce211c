package dev.plumb.exact;

/// The two formats of IEEE 754 that functions are written for.
public enum Precision {
  /// 24 binary digits.
  FLOAT,
  /// 53 binary digits.
  DOUBLE;

  /// The number nearest to a decimal or hexadecimal text, in this precision.
  double number(String text) {
    return this == FLOAT ? Float.parseFloat(text) : Double.parseDouble(text);
  }
}
