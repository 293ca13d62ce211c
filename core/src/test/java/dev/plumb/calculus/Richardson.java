package dev.plumb.calculus;

import java.util.function.DoubleUnaryOperator;

/// The slope of a function by central differences of three widths, joined so that the errors of the
/// second and fourth order cancel (Richardson 1911).
///
/// @param spread how far the estimates lie apart: large at a kink
public record Richardson(double slope, double spread) {
  private static final double WIDTH = 4e-3;

  public static Richardson of(DoubleUnaryOperator function, double x) {
    double width = WIDTH * Math.max(1, Math.abs(x));
    double a = central(function, x, width);
    double b = central(function, x, width / 2);
    double c = central(function, x, width / 4);
    double ab = (4 * b - a) / 3;
    double bc = (4 * c - b) / 3;
    double right = (function.applyAsDouble(x + width / 4) - function.applyAsDouble(x)) * 4 / width;
    return new Richardson((16 * bc - ab) / 15, Math.abs(bc - ab) + 1e-4 * Math.abs(right - c));
  }

  private static double central(DoubleUnaryOperator function, double x, double width) {
    return (function.applyAsDouble(x + width) - function.applyAsDouble(x - width)) / (2 * width);
  }

  /// Whether the function has a slope here that these differences can tell.
  public boolean isSmooth() {
    return spread <= 1e-5 * Math.max(1, Math.abs(slope));
  }
}
