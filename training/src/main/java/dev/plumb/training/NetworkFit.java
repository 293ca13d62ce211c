package dev.plumb.training;

import java.util.List;

/// A network, and how it was found.
///
/// @param model the network: that of the best epoch where rows were held out, else of the last
/// @param steps where training stood after each epoch, the start first
/// @param best the epoch that the model is of
/// @param reason why training ended, in words
public record NetworkFit(NetworkModel model, List<TrainingStep> steps, int best, String reason) {
  public NetworkFit {
    steps = List.copyOf(steps);
  }

  /// Where training stood at the model.
  public TrainingStep told() {
    return steps.get(best);
  }
}
