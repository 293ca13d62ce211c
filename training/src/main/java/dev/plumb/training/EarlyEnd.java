package dev.plumb.training;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Whether, and by which number, a training is stopped early.
///
/// @param patience null for never
/// @param metric the number at a point; null for the mean loss of the validation rows
record EarlyEnd(Patience patience, ToDoubleFunction<double[]> metric) {
  static final EarlyEnd NEVER = new EarlyEnd(null, null);

  /// Hears of a step.
  ///
  /// @throws Patience.Lost to end the training
  void hear(double loss, double[] point) {
    if (patience != null) {
      patience.hear(metric == null ? loss : metric.applyAsDouble(point), point);
    }
  }

  /// Trains, and keeps the best point.
  ///
  /// @param start scores of a constant; null for the best of the loss
  /// @param steps of which those behind the best point are dropped
  Training.Result best(
      Training training, double[] start, Training.Watcher watcher, List<TrainingStep> steps) {
    Training.Result result;
    try {
      result =
          start == null
              ? training.run(watcher)
              : training.run(training.layout().constant(start), watcher);
      if (patience == null || patience.step() == steps.size() - 1) {
        return result;
      }
    } catch (Patience.Lost lost) {
      result = new Training.Result(null, null, Double.NaN, lost.getMessage());
    }
    steps.subList(patience.step() + 1, steps.size()).clear();
    double[] point = patience.point();
    return new Training.Result(training.layout().at(point), point, Double.NaN, result.reason());
  }
}
