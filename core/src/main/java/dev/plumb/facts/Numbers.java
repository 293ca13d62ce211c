package dev.plumb.facts;

import dev.plumb.Batch;
import dev.plumb.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether numbers come out where numbers go in.
final class Numbers {
  private Numbers() {}

  /// No value and no derivative is NaN on legal input, extremes and edges included.
  static Verdict notANumber(Loss loss) {
    var points = new Points(loss);
    List<double[][]> extreme = points.extreme();
    Outputs outputs = Outputs.of(loss, extreme, points.samples().classes());
    Optional<Verdict> found = Optional.empty();
    for (int i = 0; i < extreme.size(); i++) {
      Optional<String> what = what(outputs, i, extreme.size());
      if (what.isEmpty()) {
        continue;
      }
      boolean moderate = Points.isModerate(extreme.get(i));
      if (found.isEmpty() || moderate) {
        found =
            Optional.of(
                Verdict.of(
                    "NaN",
                    moderate ? Grade.FAIL : Grade.WARNING,
                    what.get() + " is not a number" + (moderate ? "" : " far out"),
                    points.samples().text(extreme.get(i))));
      }
      if (moderate) {
        break;
      }
    }
    return found.orElse(Verdict.ok("NaN", "none on " + extreme.size() + " extreme points"));
  }

  private static Optional<String> what(Outputs outputs, int sample, int samples) {
    if (Double.isNaN(outputs.values()[sample])) {
      return Optional.of("the value");
    }
    if (isNaN(outputs.gradient(), sample, samples)) {
      return Optional.of("the gradient");
    }
    return isNaN(outputs.hessian(), sample, samples)
        ? Optional.of("the hessian")
        : Optional.empty();
  }

  private static boolean isNaN(double[][] derivatives, int sample, int samples) {
    for (double[] by : derivatives) {
      int width = by.length / samples;
      for (int k = 0; k < width; k++) {
        if (Double.isNaN(by[sample * width + k])) {
          return true;
        }
      }
    }
    return false;
  }

  /// Every value strictly inside the domains is finite.
  static Verdict domain(Loss loss) {
    var points = new Points(loss);
    List<double[][]> inside = points.ordinary(300);
    Outputs outputs = Outputs.of(loss, inside, points.samples().classes());
    for (int i = 0; i < inside.size(); i++) {
      if (!Double.isFinite(outputs.values()[i])) {
        return Verdict.of(
            "domain",
            Double.isNaN(outputs.values()[i]) ? Grade.FAIL : Grade.WARNING,
            "the value is %s inside the domain: give the inputs the domain that the formula needs, `p in (0, inf)`"
                .formatted(Words.number(outputs.values()[i])),
            points.samples().text(inside.get(i)));
      }
    }
    return Verdict.ok("domain", "finite on " + inside.size() + " points inside");
  }

  /// Inputs in float give what the same numbers give in double, to the digits of a float.
  static Verdict floats(Loss loss) {
    var points = new Points(loss);
    List<double[][]> some = points.ordinary(100).stream().map(Numbers::toFloats).toList();
    Batch wide = Samples.batch(some, points.samples().classes());
    var columns = new ArrayList<Object>();
    for (Object column : wide.columns()) {
      columns.add(narrow((double[]) column));
    }
    Outputs expected = Outputs.of(loss, wide);
    Outputs got = Outputs.of(loss, Batch.of(wide.classes(), wide.samples(), columns.toArray()));
    double worst = 0;
    int at = 0;
    for (int i = 0; i < some.size(); i++) {
      double error =
          Math.abs(got.values()[i] - expected.values()[i])
              / Math.max(Math.abs(expected.values()[i]), 1e-30);
      if (error > worst) {
        worst = error;
        at = i;
      }
    }
    return worst <= 2e-6
        ? Verdict.ok("float", "within %.1e of double on %d points".formatted(worst, some.size()))
        : Verdict.of(
            "float",
            Grade.FAIL,
            "off by %.1e from double".formatted(worst),
            points.samples().text(some.get(at)));
  }

  private static double[][] toFloats(double[][] point) {
    double[][] floats = new double[point.length][];
    for (int i = 0; i < point.length; i++) {
      floats[i] = point[i].clone();
      for (int k = 0; k < floats[i].length; k++) {
        floats[i][k] = (float) floats[i][k];
      }
    }
    return floats;
  }

  private static float[] narrow(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
