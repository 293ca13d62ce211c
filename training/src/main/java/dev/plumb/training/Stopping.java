package dev.plumb.training;

import java.util.Optional;

/// When to end a training early: when one named metric of the rows held out has not become better
/// for so many epochs. Without any it is told nothing but the loss itself.
///
/// @param metric that decides; empty for the loss itself
/// @param patience epochs without a better one, at least 1
public record Stopping(Optional<Metric> metric, int patience) {
  /// By the loss, after twenty epochs without a better one.
  public Stopping() {
    this(Optional.empty(), 20);
  }

  /// In words: `loss`, `accuracy`.
  public String text() {
    return metric.map(Metric::text).orElse("loss");
  }

  /// Whether a value is better than the best so far; every number is better than NaN.
  boolean better(double value, double best) {
    boolean higher = metric.isPresent() && metric.get().higherIsBetter();
    return value == value && (best != best || (higher ? value > best : value < best));
  }
}
