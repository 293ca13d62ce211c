package dev.plumb.bench;

import java.util.Map;
import java.util.Optional;

/// The loops that a Java programmer would write: one sample after the other, with `Math`.
final class Loops implements Peer {

  /// Writes the gradient of the sum, and returns the sum.
  private interface Loop {
    double run(float[] p, float[] y, float[] g);
  }

  private static final Map<String, Loop> POINTWISE =
      Map.of(
          "squared_error", Loops::squared,
          "absolute_error", Loops::absolute,
          "huber", Loops::huber,
          "quantile", Loops::quantile,
          "hinge", Loops::hinge,
          "sigmoid_cross_entropy", Loops::sigmoid,
          "log_cosh", Loops::logCosh,
          "poisson", Loops::poisson,
          "focal", Loops::focal);

  @Override
  public String name() {
    return "by hand, Java loop";
  }

  @Override
  public String word() {
    return "loops";
  }

  @Override
  public Optional<Contender> enter(Case data) {
    Loop loop = POINTWISE.get(data.loss());
    if (loop == null && data.classes() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Written(data.predictions().length) {
          @Override
          double run(float[] gradient) {
            return loop == null
                ? softmax(data.predictions(), data.classes(), data.targets(), gradient)
                : loop.run(data.predictions(), data.targets(), gradient) / data.samples();
          }
        });
  }

  private static double squared(float[] p, float[] y, float[] g) {
    double sum = 0;
    float scale = 2f / p.length;
    for (int i = 0; i < p.length; i++) {
      float r = p[i] - y[i];
      sum += r * r;
      g[i] = r * scale;
    }
    return sum;
  }

  private static double absolute(float[] p, float[] y, float[] g) {
    double sum = 0;
    float scale = 1f / p.length;
    for (int i = 0; i < p.length; i++) {
      float r = p[i] - y[i];
      sum += Math.abs(r);
      g[i] = Math.signum(r) * scale;
    }
    return sum;
  }

  private static double huber(float[] p, float[] y, float[] g) {
    double sum = 0;
    float scale = 1f / p.length;
    for (int i = 0; i < p.length; i++) {
      float r = p[i] - y[i];
      float a = Math.abs(r);
      sum += a <= 1 ? r * r / 2 : a - 0.5f;
      g[i] = (a <= 1 ? r : Math.signum(r)) * scale;
    }
    return sum;
  }

  private static double quantile(float[] p, float[] y, float[] g) {
    double sum = 0;
    float scale = 1f / p.length;
    for (int i = 0; i < p.length; i++) {
      float r = y[i] - p[i];
      sum += r >= 0 ? 0.5f * r : -0.5f * r;
      g[i] = (r >= 0 ? -0.5f : 0.5f) * scale;
    }
    return sum;
  }

  private static double hinge(float[] s, float[] y, float[] g) {
    double sum = 0;
    float scale = 1f / s.length;
    for (int i = 0; i < s.length; i++) {
      float margin = 1 - y[i] * s[i];
      sum += Math.max(0, margin);
      g[i] = margin > 0 ? -y[i] * scale : 0;
    }
    return sum;
  }

  private static double sigmoid(float[] z, float[] y, float[] g) {
    double sum = 0;
    double scale = 1.0 / z.length;
    for (int i = 0; i < z.length; i++) {
      double e = Math.exp(-Math.abs(z[i]));
      sum += Math.max(z[i], 0) - y[i] * z[i] + Math.log1p(e);
      g[i] = (float) (((z[i] >= 0 ? 1 : e) / (1 + e) - y[i]) * scale);
    }
    return sum;
  }

  private static double logCosh(float[] p, float[] y, float[] g) {
    double sum = 0;
    double scale = 1.0 / p.length;
    for (int i = 0; i < p.length; i++) {
      double r = p[i] - y[i];
      double a = Math.abs(r);
      sum += a + Math.log1p(Math.exp(-2 * a)) - Math.log(2);
      g[i] = (float) (Math.tanh(r) * scale);
    }
    return sum;
  }

  private static double poisson(float[] z, float[] y, float[] g) {
    double sum = 0;
    double scale = 1.0 / z.length;
    for (int i = 0; i < z.length; i++) {
      double e = Math.exp(z[i]);
      sum += e - y[i] * z[i];
      g[i] = (float) ((e - y[i]) * scale);
    }
    return sum;
  }

  private static double focal(float[] z, float[] y, float[] g) {
    double sum = 0;
    double scale = 1.0 / z.length;
    for (int i = 0; i < z.length; i++) {
      // Hard targets, as most programs have them.
      double side = y[i] == 1 ? 1 : -1;
      double weight = y[i] == 1 ? 0.25 : 0.75;
      double wrong = 1 / (1 + Math.exp(side * z[i]));
      double entropy = -Math.log1p(-wrong);
      sum += weight * wrong * wrong * entropy;
      g[i] = (float) (-side * weight * wrong * wrong * (wrong + 2 * entropy * (1 - wrong)) * scale);
    }
    return sum;
  }

  private static double softmax(float[] z, int classes, float[] y, float[] g) {
    int rows = z.length / classes;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int from = row * classes;
      float max = z[from];
      for (int c = 1; c < classes; c++) {
        max = Math.max(max, z[from + c]);
      }
      double total = 0;
      for (int c = 0; c < classes; c++) {
        double e = Math.exp(z[from + c] - max);
        g[from + c] = (float) e;
        total += e;
      }
      for (int c = 0; c < classes; c++) {
        g[from + c] = (float) (g[from + c] / total / rows);
      }
      int right = from + (int) y[row];
      g[right] -= 1f / rows;
      sum += Math.log(total) + max - z[right];
    }
    return sum / rows;
  }
}
