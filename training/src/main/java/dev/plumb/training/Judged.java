package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.training.network.Rows;

/// Rows of some data, and what a network is worth on them.
///
/// @param data where they come from
/// @param rows as the network reads them
/// @param scoring of all of them
record Judged(Pairing pairing, Dataset data, Rows rows, Scoring scoring) {

  /// A loss or a gradient that is no finite number.
  static final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undefined(String message) {
      super(message, null, false, false);
    }
  }

  /// The mean loss of the network.
  ///
  /// @throws Undefined naming row, score and target where it is not finite
  double loss(double[] point) {
    double[] scores = scoring.at(point, data.rows());
    double[] targets = data.target().values();
    var values = new double[data.rows()];
    pairing
        .scored()
        .evaluate(
            Batch.of(
                pairing.outputs(),
                data.rows(),
                scores,
                pairing.form().of(targets, pairing.outputs())),
            0,
            data.rows(),
            Each.values(values));
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      double w = data.weights() == null ? 1 : data.weights()[i];
      sum += w == 0 ? 0 : w * values[i];
      all += w;
    }
    double mean = sum / all;
    if (!Double.isFinite(mean)) {
      throw undefined(Design.all(data), targets, data.weights(), scores);
    }
    return mean;
  }

  /// What is wrong with some rows.
  Undefined undefined(int[] numbers, double[] targets, double[] weights, double[] scores) {
    return new Undefined(
        NotFinite.find(numbers, targets, weights, pairing, scores)
            .map(NotFinite::text)
            .orElse("the sum over the rows is too large for a double"));
  }

  /// A metric of the network.
  double metric(Metric metric, double[] point) {
    double[] scores = scoring.at(point, data.rows());
    return metric.of(
        Prediction.of(pairing, data.target(), data.target().values(), data.weights(), scores));
  }
}
