package dev.plumb.cli;

import dev.plumb.formula.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Numbers as people read them.
final class Digits {
  private Digits() {}

  /// With at most six significant digits.
  static String six(double value) {
    return rounded(value, 6);
  }

  /// With at most so many significant digits: `1.5`, `1.92875e-22`, `inf`.
  static String rounded(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : Numbers.text(value);
    }
    double nearest = new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    return Numbers.text(nearest == 0 ? 0 : nearest);
  }

  /// Numbers of a row: `[0.5, 0.5]`.
  static String row(double... values) {
    return Arrays.stream(values).mapToObj(Digits::six).collect(Collectors.joining(", ", "[", "]"));
  }
}
