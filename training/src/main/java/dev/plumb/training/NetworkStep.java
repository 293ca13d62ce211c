package dev.plumb.training;

/// One step of a network's training, as it was taken.
///
/// @param step from 1
/// @param epoch how many epochs are done after it, and what part of this one
/// @param cost the mean loss of the rows of the step, before it
/// @param slope the length of the gradient, before it was shortened
/// @param size of the step
public record NetworkStep(long step, double epoch, double cost, double slope, double size) {

  /// Hears of a training, on the thread that trains.
  public interface Listener {
    /// Hears of nothing.
    Listener NONE = new Listener() {};

    /// A step was taken.
    default void step(NetworkStep step) {}

    /// An epoch was done, or (iteration 0) training begins.
    default void epoch(TrainingStep epoch) {}
  }
}
