package dev.plumb.facts;

import java.util.Locale;

/// Numbers in words of a report.
final class Words {
  private Words() {}

  /// All digits that matter: `3`, `0.1`, `1.0E-300`.
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9 && !isMinusZero(value)
        ? Long.toString((long) value)
        : value == Double.POSITIVE_INFINITY
            ? "inf"
            : value == Double.NEGATIVE_INFINITY ? "-inf" : Double.toString(value);
  }

  private static boolean isMinusZero(double value) {
    return value == 0 && 1 / value < 0;
  }

  /// Four digits.
  static String rounded(double value) {
    if (!Double.isFinite(value) || value == Math.rint(value) && Math.abs(value) < 1e9) {
      return number(value);
    }
    double size = Math.abs(value);
    String text = String.format(Locale.ROOT, size >= 1e-3 && size < 1e6 ? "%.4f" : "%.3e", value);
    return text.contains("e") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
