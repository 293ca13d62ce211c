package dev.plumb.training;

/// Where training stands after an iteration (an epoch of mini-batches), all on one state of the
/// weights and by the same kernel and reduction: the mean loss, which is also what an evaluation of
/// the same rows gives, and apart from it the penalty.
///
/// @param iteration from 0, the start from the best constant
/// @param loss the mean loss of the training rows, without the penalty
/// @param penalty what the [Penalty] adds
/// @param validationLoss the mean loss of the validation rows; NaN without any
public record TrainingStep(int iteration, double loss, double penalty, double validationLoss) {

  /// Hears of the steps of a training, on the thread that trains.
  @FunctionalInterface
  public interface Listener {
    /// Hears of nothing.
    Listener NONE = step -> {};

    /// A step was taken.
    void step(TrainingStep step);
  }
}
