package dev.plumb.facts;

/// How steep a loss is along a prediction: the least number that no slope exceeds.
///
/// @param constant the largest slope, infinite where there is none; to be multiplied by the factor
/// @param factor what of the targets the slope grows with, `|y|`, or empty
/// @param certainty how the constant is known
public record Lipschitz(double constant, String factor, Certainty certainty) {
  /// How a number is known.
  public enum Certainty {
    /// From the formula.
    PROVED,
    /// The largest found on samples.
    ESTIMATED
  }

  /// Whether slopes are bounded for given targets.
  public boolean isFinite() {
    return Double.isFinite(constant);
  }

  /// `Lipschitz 1.5`, `Lipschitz |y|`, `slope up to about 3.2`, `no Lipschitz constant`.
  public String text() {
    if (!isFinite()) {
      return "no Lipschitz constant";
    }
    String number = constant == 1 && !factor.isEmpty() ? "" : Words.rounded(constant);
    String both = number.isEmpty() || factor.isEmpty() ? number + factor : number + " * " + factor;
    return certainty == Certainty.PROVED
        ? "Lipschitz " + both
        : "Lipschitz about " + both + " on samples";
  }
}
