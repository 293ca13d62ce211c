package dev.plumb.kernel;

/// Conditions as numbers, called by compiled programs: 1, 0, or NaN where either side is NaN. A
/// choice by NaN is NaN, so that NaN is never swallowed.
final class Condition {
  private Condition() {}

  static double less(double a, double b) {
    return a < b ? 1 : a >= b ? 0 : Double.NaN;
  }

  static double less_equal(double a, double b) {
    return a <= b ? 1 : a > b ? 0 : Double.NaN;
  }

  static double greater(double a, double b) {
    return a > b ? 1 : a <= b ? 0 : Double.NaN;
  }

  static double greater_equal(double a, double b) {
    return a >= b ? 1 : a < b ? 0 : Double.NaN;
  }

  static double equal(double a, double b) {
    return a == b ? 1 : a < b || a > b ? 0 : Double.NaN;
  }

  static double not_equal(double a, double b) {
    return a == b ? 0 : a < b || a > b ? 1 : Double.NaN;
  }

  static double choose(double c, double a, double b) {
    return c > 0 ? a : c == 0 ? b : c < 0 ? a : Double.NaN;
  }
}
