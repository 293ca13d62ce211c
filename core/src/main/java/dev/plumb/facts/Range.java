package dev.plumb.facts;

/// The least and the largest value of a loss.
///
/// @param low the largest lower bound found; minus infinity where there is none
/// @param high the least upper bound found; infinity where there is none
/// @param lowProved whether the formula itself shows the lower bound
/// @param highProved whether the formula itself shows the upper bound
public record Range(double low, double high, boolean lowProved, boolean highProved) {
  public boolean isBoundedBelow() {
    return low > Double.NEGATIVE_INFINITY;
  }

  public boolean isBoundedAbove() {
    return high < Double.POSITIVE_INFINITY;
  }

  /// `unbounded`, `at most 3.66`, `not bounded below`.
  public String text() {
    if (!isBoundedBelow()) {
      return "not bounded below";
    }
    return isBoundedAbove()
        ? "at most " + (highProved ? "" : "about ") + Words.rounded(high)
        : "unbounded";
  }
}
