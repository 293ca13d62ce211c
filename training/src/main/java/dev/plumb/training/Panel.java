package dev.plumb.training;

import java.util.ArrayList;
import java.util.List;

/// The metrics of a comparison, the one that ranks first.
final class Panel {
  private Panel() {}

  /// @param ranking the name of the metric that ranks, or null for the default of the kind of
  ///   target
  /// @param calibrated whether probabilities are what it is about
  static List<Metric> of(Target target, String ranking, boolean calibrated) {
    var panel = new ArrayList<>(Metric.panel(target));
    if (calibrated) {
      panel.add(Metric.CALIBRATION_ERROR);
    }
    if (ranking != null) {
      Metric first = Metric.named(ranking, target);
      panel.remove(first);
      panel.addFirst(first);
    }
    return List.copyOf(panel);
  }
}
