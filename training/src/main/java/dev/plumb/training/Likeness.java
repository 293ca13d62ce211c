package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;

/// How a loss pulls at points drawn for a target. Losses whose pulls are the same up to one
/// positive factor have the same minimum: half the squared error and the squared error, the
/// median's quantile loss and the absolute error.
///
/// @param slopes the derivatives by the score at the points, those of all losses of one target at
///   the same points
record Likeness(double[] slopes) {
  private static final int POINTS = 128;
  private static final int NEEDED = 16;
  private static final double SAME = 1e-9;

  /// The pulls of a loss. The two scores of a row loss of two classes are −z/2 and z/2, which makes
  /// its softmax the sigmoid of z, and lets it be compared with a loss of one score.
  ///
  /// @param spread of the residuals of amounts
  static Likeness of(Pairing pairing, Target target, double spread) {
    int classes = Math.max(1, target.labels().size());
    var random = new SplitMix(1);
    var targets = new double[POINTS];
    var scores = new double[POINTS * Math.max(1, classes - 1)];
    for (int i = 0; i < POINTS; i++) {
      targets[i] = target.values()[random.nextInt(target.values().length)];
      if (target.kind().isClasses()) {
        targets[i] = random.nextInt(classes);
      }
    }
    for (int i = 0; i < scores.length; i++) {
      double z = 6 * random.nextDouble() - 3;
      double unit = i % 4 == 0 ? spread : 1;
      boolean near = !target.kind().isClasses() && i % 2 == 0;
      scores[i] = near ? targets[i] + residual(z, unit) : z;
    }
    return new Likeness(slopes(pairing, targets, scores, classes));
  }

  /// From a thousandth of the unit to ten units, of either sign: losses that differ near 0 only are
  /// not the same.
  private static double residual(double z, double unit) {
    return Math.signum(z) * unit * StrictMath.pow(10, Math.abs(z) * 4 / 3 - 3);
  }

  /// Whether the pulls are proportional, wherever both are finite.
  boolean sameAs(Likeness other) {
    if (slopes.length != other.slopes.length) {
      return false;
    }
    double ratio = Double.NaN;
    int compared = 0;
    for (int i = 0; i < slopes.length; i++) {
      double a = slopes[i];
      double b = other.slopes[i];
      if (!Double.isFinite(a) || !Double.isFinite(b) || a == 0 && b == 0) {
        continue;
      }
      ratio = compared++ == 0 ? a / b : ratio;
      if (!(ratio > 0) || !(Math.abs(a - ratio * b) <= SAME * Math.abs(a))) {
        return false;
      }
    }
    return compared >= NEEDED;
  }

  private static double[] slopes(Pairing pairing, double[] targets, double[] scores, int classes) {
    int outputs = pairing.outputs();
    boolean margins = outputs == 2 && !pairing.isOfLevels();
    var rows = new double[targets.length * outputs];
    int differences = Math.max(1, classes - 1);
    for (int i = 0; i < rows.length; i++) {
      int row = i / outputs;
      int k = i % outputs;
      if (margins) {
        rows[i] = (k - 0.5) * scores[row];
      } else {
        rows[i] = outputs > 1 && k == 0 ? 0 : scores[row * differences + Math.max(0, k - 1)];
      }
    }
    var gradient = new double[rows.length];
    Batch batch = Batch.of(outputs, targets.length, rows, pairing.form().of(targets, outputs));
    pairing
        .scored()
        .evaluate(batch, 0, targets.length, Each.gradient(new double[targets.length], gradient));
    if (!margins) {
      return gradient;
    }
    var along = new double[targets.length];
    Arrays.setAll(along, i -> (gradient[2 * i + 1] - gradient[2 * i]) / 2);
    return along;
  }
}
