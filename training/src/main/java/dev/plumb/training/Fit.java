package dev.plumb.training;

import java.util.List;

/// A model, and how it was found.
///
/// @param model the model
/// @param steps where training stood after each iteration, the start first
/// @param passes how often all rows were read for the mean loss and its gradient; a search may need
///   several for a step
/// @param steepest the largest element of the gradient of the objective at the model, in the units
///   of standardised features; of kinks the slope closest to 0
/// @param reason why training ended, in words
public record Fit(
    LinearModel model, List<TrainingStep> steps, int passes, double steepest, String reason) {
  public Fit {
    steps = List.copyOf(steps);
  }

  /// The last step.
  public TrainingStep last() {
    return steps.getLast();
  }
}
