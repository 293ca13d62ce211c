package dev.plumb.facts;

/// What a second-order trainer may divide by along one prediction, and why that.
///
/// @param policy how it is computed
/// @param constant the number of [Policy#CONSTANT], the curvature at residual 0 of
///   [Policy#HALF_QUADRATIC]; 0 otherwise
/// @param isUpperModel whether `L(a) + g (b - a) + c / 2 (b - a)^2` never lies below `L(b)`
public record Curvature(Policy policy, double constant, boolean isUpperModel) {
  /// The least curvature given, so that a trainer can divide by it.
  public static final double LEAST = 1e-16;

  /// How curvature is computed; chosen from the formula.
  public enum Policy {
    /// The second derivative.
    EXACT("exact"),
    /// ψ(r)/r, slope by residual: an upper model of a robust loss (Huber 1981, "Robust statistics",
    /// 7.8).
    HALF_QUADRATIC("half-quadratic"),
    /// One number: the largest second derivative where there is one, else 1, for a line search.
    CONSTANT("constant"),
    /// The size of the second derivative, with a line search.
    MAGNITUDE("magnitude of the hessian");

    private final String words;

    Policy(String words) {
      this.words = words;
    }
  }

  /// Whether a step must be searched along its line, since the curvature is no upper model.
  public boolean needsLineSearch() {
    return policy == Policy.MAGNITUDE || policy == Policy.CONSTANT && !isUpperModel;
  }

  /// `curvature: exact`, `curvature: constant 2`, `curvature: constant, with a line search`.
  public String text() {
    String number = policy == Policy.CONSTANT && isUpperModel ? " " + Words.rounded(constant) : "";
    return "curvature: "
        + policy.words
        + number
        + (needsLineSearch() ? ", with a line search" : "");
  }
}
