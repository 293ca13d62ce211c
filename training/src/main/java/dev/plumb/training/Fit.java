package dev.plumb.training;

import java.util.List;

/// A model, and how it was found.
///
/// @param model the model
/// @param steps where training stood after each iteration, the start first
/// @param reason why training ended, in words
public record Fit(LinearModel model, List<TrainingStep> steps, String reason) {
  public Fit {
    steps = List.copyOf(steps);
  }

  /// The last step.
  public TrainingStep last() {
    return steps.getLast();
  }
}
