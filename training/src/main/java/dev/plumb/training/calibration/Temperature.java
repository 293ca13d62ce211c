package dev.plumb.training.calibration;

import dev.plumb.training.optimise.Curved;
import dev.plumb.training.optimise.Lasso;
import dev.plumb.training.optimise.Newton;

/// softmax(scores · inverse), or sigmoid(score · inverse): the order of classes stays [Guo et al.
/// 2017, arXiv:1706.04599].
///
/// @param inverse one over the temperature, at least 0
/// @param classes how many scores a row has; 1 for two classes
public record Temperature(double inverse, int classes) implements Calibration {
  private static final Newton METHOD = new Newton(200, 1e-24, 1e-13, 0);
  private static final double MOST = 1e6;

  static Temperature learn(double[] scores, double[] labels, double[] weights, int classes) {
    double size = 0;
    for (double score : scores) {
      size = Math.max(size, Math.abs(score));
    }
    double unit = size > 0 ? size : 1;
    var likelihood = new Likelihood(scores, labels, weights, classes, unit);
    double[] found =
        METHOD.minimise(likelihood, Lasso.NONE, new double[1], (i, point, value) -> {}).point();
    return new Temperature(Math.clamp(found[0], 0, MOST) / unit, classes);
  }

  /// The mean negative log-likelihood, convex in the inverse temperature; a ten-billionth of its
  /// square on top keeps the answer of separable scores finite.
  private record Likelihood(
      double[] scores, double[] labels, double[] weights, int classes, double unit)
      implements Curved {
    private static final double RIDGE = 1e-10;

    @Override
    public boolean isConvex() {
      return true;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] curvature, Model model) {
      int rows = scores.length / classes;
      int count = Math.max(classes, 2);
      var z = new double[count];
      double value = 0;
      double slope = 0;
      double bend = 0;
      double all = 0;
      for (int i = 0; i < rows; i++) {
        double w = weights == null ? 1 : weights[i];
        if (w == 0) {
          continue;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
          z[k] = (classes > 1 ? scores[i * classes + k] : k * scores[i]) / unit;
          most = Math.max(most, point[0] * z[k]);
        }
        double sum = 0;
        double first = 0;
        double second = 0;
        for (double x : z) {
          double e = StrictMath.exp(point[0] * x - most);
          sum += e;
          first += e * x;
          second += e * x * x;
        }
        double mean = first / sum;
        double label = z[(int) labels[i]];
        value += w * (most + StrictMath.log(sum) - point[0] * label);
        slope += w * (mean - label);
        bend += w * Math.max(0, second / sum - mean * mean);
        all += w;
      }
      gradient[0] = slope / all + RIDGE * point[0];
      curvature[0][0] = bend / all + RIDGE;
      return value / all + RIDGE / 2 * point[0] * point[0];
    }
  }

  @Override
  public void respond(double[] scores) {
    if (classes == 1) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] = Calibration.sigmoid(scores[i] * inverse);
      }
      return;
    }
    for (int from = 0; from < scores.length; from += classes) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        most = Math.max(most, scores[from + k]);
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        scores[from + k] = StrictMath.exp((scores[from + k] - most) * inverse);
        sum += scores[from + k];
      }
      for (int k = 0; k < classes; k++) {
        scores[from + k] /= sum;
      }
    }
  }

  @Override
  public String text() {
    return "%s of the scores divided by %s"
        .formatted(classes == 1 ? "sigmoid" : "softmax", 1 / inverse);
  }
}
