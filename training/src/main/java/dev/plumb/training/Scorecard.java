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
    return of(prediction(model, data), data.target());
  }

  /// The same of a calibrated model.
  public static SequencedMap<Metric, Double> of(Calibrated calibrated, Dataset data) {
    Prediction prediction = prediction(calibrated.fit().model(), data);
    return of(prediction.likely(calibrated.predict(data)), data.target());
  }

  private static Prediction prediction(Model model, Dataset data) {
    double[] known = data.target().values();
    return Prediction.of(model.pairing(), data.target(), known, data.weights(), model.scores(data));
  }

  private static SequencedMap<Metric, Double> of(Prediction prediction, Target target) {
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
