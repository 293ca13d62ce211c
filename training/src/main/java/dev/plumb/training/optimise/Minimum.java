package dev.plumb.training.optimise;

/// Where a search ended.
///
/// @param point the best point found
/// @param value the objective there
/// @param gradient the gradient there
/// @param iterations accepted steps
/// @param evaluations of the objective and its gradient
/// @param reason why the search ended
public record Minimum(
    double[] point,
    double value,
    double[] gradient,
    int iterations,
    int evaluations,
    Reason reason) {

  /// Why a search ended.
  public enum Reason {
    /// the gradient is a negligible part of what it was
    FLAT("the gradient vanished"),
    /// the last few steps together gained a negligible part of the whole gain
    SETTLED("the objective no longer decreases"),
    /// no step along a direction of descent gains anything: the end of what double precision can
    /// tell
    NO_DESCENT("no step decreases the objective any further"),
    /// the cap
    ITERATIONS("the limit of iterations was reached");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /// In words, as printed.
    public String text() {
      return text;
    }
  }
}
