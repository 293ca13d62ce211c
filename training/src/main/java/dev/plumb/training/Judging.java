package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Cost;
import dev.plumb.Loss;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// What metrics are computed with: the losses that they are made of, and means.
final class Judging {
  private Judging() {}

  static final Cost ABSOLUTE = Loss.of("absolute_error").mean();
  static final Cost SQUARED = Loss.of("squared_error").mean();
  static final Cost SQUARED_ROOT = Loss.of("squared_error").rootMean();
  static final Cost PERCENTAGE = Loss.of("absolute_percentage_error").mean();
  static final Cost LOG_ROOT = Loss.of("squared_log_error").rootMean();
  static final Cost COIN = Loss.of("binary_cross_entropy").mean();
  static final Cost CLASSES = Loss.of("sparse_cross_entropy").mean();

  static double cost(Cost cost, double[] predictions, Prediction p) {
    Batch batch = Batch.of(predictions, p.targets());
    return cost.of(p.weights() == null ? batch : batch.weights(p.weights()));
  }

  static double logLoss(Prediction p) {
    if (!p.isProbable()) {
      return Double.NaN;
    }
    if (p.classes() == 2) {
      return cost(COIN, p.probabilities(), p);
    }
    Batch batch = Batch.rows(p.probabilities(), p.classes(), p.targets());
    return CLASSES.of(p.weights() == null ? batch : batch.weights(p.weights()));
  }

  static double calibrationError(Prediction p) {
    if (!p.isProbable()) {
      return Double.NaN;
    }
    int told = p.classes() == 2 ? 1 : p.classes();
    return Reliability.of(p.probabilities(), p.targets(), p.weights(), told).calibrationError();
  }

  static double explained(Prediction p) {
    double mean = mean(p.targets(), p);
    double left = mean(each(p, (y, m) -> (y - m) * (y - m)), p);
    double all = mean(Arrays.stream(p.targets()).map(y -> (y - mean) * (y - mean)).toArray(), p);
    return 1 - left / all;
  }

  static double[] right(Prediction p) {
    var right = new double[p.targets().length];
    Arrays.setAll(right, i -> p.labels()[i] == p.targets()[i] ? 1 : 0);
    return right;
  }

  static double[] each(Prediction p, DoubleBinaryOperator formula) {
    var each = new double[p.targets().length];
    Arrays.setAll(each, i -> formula.applyAsDouble(p.targets()[i], p.numbers()[i]));
    return each;
  }

  /// Σ w·x / Σ w; rows of weight 0 do not count, whatever they hold.
  static double mean(double[] values, Prediction p) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      double w = p.weights() == null ? 1 : p.weights()[i];
      sum += w == 0 ? 0 : w * values[i];
      weight += w;
    }
    return sum / weight;
  }
}
