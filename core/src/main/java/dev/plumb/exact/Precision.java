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

  /// A result of one operation on numbers of this precision, rounded to it.
  double rounded(double exact) {
    return this == FLOAT ? (float) exact : exact;
  }
}
