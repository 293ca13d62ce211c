package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import java.util.Arrays;

/// From what a network's last layer gives to scores: score = start + unit · output. So a target in
/// thousands and one in thousandths are the same to the network.
///
/// @param start the constant that fits best
/// @param unit of the scores: the spread of the target where scores are on its scale, else 1
/// @param slope what slopes of the loss by the output are like at the start; steps divide by it
record Output(double[] start, double unit, double slope) {
  private static final int MOST = 65_536;

  static Output of(Pairing pairing, double[] targets, double[] weights, double[] start) {
    if (!Candidate.onTargetScale(pairing)) {
      return new Output(start, 1, 1);
    }
    double unit = deviation(targets, weights);
    unit = unit > 0 && Double.isFinite(unit) ? unit : 1;
    int rows = Math.min(targets.length, MOST);
    var scores = new double[rows];
    Arrays.fill(scores, start[0]);
    var values = new double[rows];
    var gradient = new double[rows];
    Batch batch = Batch.of(scores, Arrays.copyOf(targets, rows));
    pairing.scored().evaluate(batch, 0, rows, Each.gradient(values, gradient));
    double squares = 0;
    double all = 0;
    for (int i = 0; i < rows; i++) {
      double w = weights == null ? 1 : weights[i];
      double g = gradient[i] * unit;
      squares += w == 0 ? 0 : w * g * g;
      all += w;
    }
    double slope = Math.sqrt(squares / all);
    return new Output(start, unit, slope > 0 && Double.isFinite(slope) ? slope : 1);
  }

  /// The standard deviation.
  private static double deviation(double[] values, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      double w = weights == null ? 1 : weights[i];
      sum += w * values[i];
      all += w;
    }
    double mean = sum / all;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double w = weights == null ? 1 : weights[i];
      squares += w * (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / all);
  }

  /// Outputs to scores, in place.
  void score(double[] outputs, int rows) {
    for (int i = 0; i < rows * start.length; i++) {
      outputs[i] = start[i % start.length] + unit * outputs[i];
    }
  }
}
