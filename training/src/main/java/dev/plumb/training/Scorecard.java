package dev.plumb.training;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What the metrics say of a model.
public final class Scorecard {
  private Scorecard() {}

  /// Every metric of the target's kind that the model gives numbers for, on these rows.
  ///
  /// @throws dev.plumb.PlumbException when a column that the model reads is not there
  public static SequencedMap<Metric, Double> of(Model model, Dataset data) {
    Target target = data.target();
    double[] scores = model.scores(data);
    Prediction prediction =
        Prediction.of(model.pairing(), target, target.values(), data.weights(), scores);
    var card = new LinkedHashMap<Metric, Double>();
    for (Metric metric : Metric.panel(target)) {
      double value = metric.of(prediction);
      if (value == value) {
        card.put(metric, value);
      }
    }
    return card;
  }
}
