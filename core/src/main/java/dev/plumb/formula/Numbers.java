package dev.plumb.formula;

/// Numbers as the language writes them.
public final class Numbers {
  private Numbers() {}

  /// The shortest text that reads back as the same double: `1`, `0.5`, `1e-300`, `inf`.
  public static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
    }
    return Double.toString(value).replace("E", "e").replace(".0e", "e");
  }
}
