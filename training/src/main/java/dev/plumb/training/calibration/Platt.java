package dev.plumb.training.calibration;

import dev.plumb.training.optimise.Curved;
import dev.plumb.training.optimise.Lasso;
import dev.plumb.training.optimise.Newton;

/// sigmoid(slope · score + offset), by the log-likelihood of targets that keep a distance of one
/// row from 0 and 1, so that separable scores have an answer [Platt 1999, "Probabilistic outputs
/// for support vector machines", section 2.2].
///
/// @param slope above 0 where higher scores mean class 1
public record Platt(double slope, double offset) implements Calibration {
  private static final Newton METHOD = new Newton(200, 1e-24, 1e-13, 0);

  static Platt learn(double[] scores, double[] labels, double[] weights) {
    double ones = 0;
    double all = 0;
    double size = 0;
    for (int i = 0; i < scores.length; i++) {
      double w = weights == null ? 1 : weights[i];
      all += w;
      ones += labels[i] == 1 ? w : 0;
      size = Math.max(size, w == 0 ? 0 : Math.abs(scores[i]));
    }
    double high = (ones + 1) / (ones + 2);
    double low = 1 / (all - ones + 2);
    double unit = size > 0 ? size : 1;
    var likelihood = new Likelihood(scores, labels, weights, high, low, unit);
    double[] start = {0, Math.log((ones + 1) / (all - ones + 1))};
    double[] found =
        METHOD.minimise(likelihood, Lasso.NONE, start, (i, point, value) -> {}).point();
    return new Platt(found[0] / unit, found[1]);
  }

  private record Likelihood(
      double[] scores, double[] labels, double[] weights, double high, double low, double unit)
      implements Curved {
    @Override
    public boolean isConvex() {
      return true;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] curvature, Model model) {
      double value = 0;
      double g0 = 0;
      double g1 = 0;
      double h00 = 0;
      double h10 = 0;
      double h11 = 0;
      double all = 0;
      for (int i = 0; i < scores.length; i++) {
        double w = weights == null ? 1 : weights[i];
        if (w == 0) {
          continue;
        }
        double x = scores[i] / unit;
        double z = point[0] * x + point[1];
        double t = labels[i] == 1 ? high : low;
        double p = Calibration.sigmoid(z);
        value += w * (Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - t * z);
        double bend = w * p * (1 - p);
        all += w;
        g0 += w * (p - t) * x;
        g1 += w * (p - t);
        h00 += bend * x * x;
        h10 += bend * x;
        h11 += bend;
      }
      gradient[0] = g0 / all;
      gradient[1] = g1 / all;
      curvature[0][0] = h00 / all;
      curvature[1][0] = h10 / all;
      curvature[1][1] = h11 / all;
      return value / all;
    }
  }

  @Override
  public void respond(double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Calibration.sigmoid(slope * scores[i] + offset);
    }
  }

  @Override
  public String text() {
    return "sigmoid(%s * score + %s)".formatted(slope, offset);
  }
}
