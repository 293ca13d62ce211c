package dev.plumb.bench.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A linear model to be trained: rows from a seed, a loss, and the penalty on half the squared
/// weights beside the mean loss.
///
/// @param features row by row; each column has mean 0 and standard deviation 1, so a penalty means
///   the same with and without standardising
/// @param targets 0 and 1 for `logistic`, else amounts
/// @param delta of Huber's loss
record Problem(
    Loss loss,
    int rows,
    int width,
    float[] features,
    float[] targets,
    double penalty,
    double delta) {
  static final double LEVEL = 0.9;
  private static final double LIKENESS = 0.5;

  /// What is trained under.
  enum Loss {
    LOGISTIC,
    HUBER,
    QUANTILE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Columns that are like their neighbours; labels drawn by their probabilities; amounts with one
  /// outlier in twenty.
  static Problem of(Loss loss, int rows, int width) {
    var random = new SplittableRandom(1);
    var features = new float[rows * width];
    var weights = new double[width];
    Arrays.setAll(weights, j -> 2 * random.nextGaussian() / Math.sqrt(width));
    var sums = new double[width];
    var squares = new double[width];
    for (int i = 0; i < rows; i++) {
      double before = random.nextGaussian();
      for (int j = 0; j < width; j++) {
        before = LIKENESS * before + Math.sqrt(1 - LIKENESS * LIKENESS) * random.nextGaussian();
        features[i * width + j] = (float) before;
        sums[j] += before;
        squares[j] += before * before;
      }
    }
    var targets = new float[rows];
    for (int i = 0; i < rows; i++) {
      double z = 0;
      for (int j = 0; j < width; j++) {
        double mean = sums[j] / rows;
        double deviation = Math.sqrt(squares[j] / rows - mean * mean);
        features[i * width + j] = (float) ((features[i * width + j] - mean) / deviation);
        z += weights[j] * features[i * width + j];
      }
      targets[i] =
          loss == Loss.LOGISTIC
              ? random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0
              : (float) (z + random.nextGaussian() * (random.nextInt(20) == 0 ? 20 : 1));
    }
    return new Problem(
        loss, rows, width, features, targets, loss == Loss.LOGISTIC ? 1.0 / rows : 0, 1);
  }

  Problem with(double delta) {
    return new Problem(loss, rows, width, features, targets, penalty, delta);
  }

  /// What is made small, in double.
  ///
  /// @param model the intercept, then the weights
  double objective(double[] model) {
    double sum = IntStream.range(0, rows).parallel().mapToDouble(i -> loss(i, model)).sum();
    double squares = 0;
    for (int j = 1; j <= width; j++) {
      squares += model[j] * model[j];
    }
    return sum / rows + penalty / 2 * squares;
  }

  private double loss(int row, double[] model) {
    double z = model[0];
    for (int j = 0; j < width; j++) {
      z += model[1 + j] * features[row * width + j];
    }
    double r = targets[row] - z;
    return switch (loss) {
      case LOGISTIC -> Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[row] * z;
      case HUBER -> Math.abs(r) <= delta ? r * r / 2 : delta * (Math.abs(r) - delta / 2);
      case QUANTILE -> Math.max(LEVEL * r, (LEVEL - 1) * r);
    };
  }
}
