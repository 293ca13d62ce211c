package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How a loss behaves when prediction and target move together, tried on samples.
///
/// @param alone whether it depends on prediction minus target alone
/// @param symmetric whether the sign of that difference does not matter
/// @param degree the power by which it grows when both are multiplied
record Residual(boolean alone, boolean symmetric, OptionalDouble degree) {
  private static final int POINTS = 48;
  private static final double TOLERANCE = 1e-9;
  private static final double FACTOR = 2;

  static Residual of(Loss loss) {
    Definition definition = loss.definition();
    boolean simple =
        !definition.hasRows()
            && definition.predictions().size() == 1
            && definition.targets().size() == 1;
    if (!simple) {
      return new Residual(false, false, OptionalDouble.empty());
    }
    boolean real =
        isReal(definition.predictions().getFirst()) && isReal(definition.targets().getFirst());
    var samples = new Samples(loss, 11);
    var points = new ArrayList<double[][]>();
    for (int i = 0; i < POINTS; i++) {
      points.add(samples.next());
    }
    double[] values = Outputs.values(loss, points, 1);
    return new Residual(
        real && same(values, Outputs.values(loss, shifted(points), 1)),
        real && same(values, Outputs.values(loss, mirrored(points), 1)),
        isScalable(definition)
            ? degree(values, Outputs.values(loss, scaled(points), 1))
            : OptionalDouble.empty());
  }

  private static boolean isReal(Input input) {
    return input.domain() instanceof Domain.Interval interval && interval.unbounded();
  }

  private static boolean isScalable(Definition definition) {
    return definition.predictions().getFirst().domain().contains(1e6)
        && definition.targets().getFirst().domain().contains(1e6)
        && !(definition.targets().getFirst().domain() instanceof Domain.ClassNumber);
  }

  private static List<double[][]> shifted(List<double[][]> points) {
    return points.stream().map(p -> new double[][] {{p[0][0] + 2.75}, {p[1][0] + 2.75}}).toList();
  }

  private static List<double[][]> mirrored(List<double[][]> points) {
    return points.stream().map(p -> new double[][] {{2 * p[1][0] - p[0][0]}, {p[1][0]}}).toList();
  }

  private static List<double[][]> scaled(List<double[][]> points) {
    return points.stream()
        .map(p -> new double[][] {{FACTOR * p[0][0]}, {FACTOR * p[1][0]}})
        .toList();
  }

  private static boolean same(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(a[i] - b[i]) <= TOLERANCE * Math.max(Math.abs(a[i]), 1e-3))) {
        return false;
      }
    }
    return true;
  }

  private static OptionalDouble degree(double[] a, double[] b) {
    double degree = Double.NaN;
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i]) < 1e-12 && Math.abs(b[i]) < 1e-12) {
        continue;
      }
      double here = Math.log(b[i] / a[i]) / Math.log(FACTOR);
      if (!Double.isFinite(here) || !Double.isNaN(degree) && Math.abs(here - degree) > 1e-6) {
        return OptionalDouble.empty();
      }
      degree = Double.isNaN(degree) ? here : degree;
    }
    return Double.isNaN(degree)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.rint(degree * 1e6) / 1e6);
  }
}
