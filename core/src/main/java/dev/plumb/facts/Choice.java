package dev.plumb.facts;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.calculus.Bounds;
import dev.plumb.facts.Curvature.Policy;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Chooses the curvature of a loss along one prediction.
final class Choice {
  private static final double FLAT = 1e-10;
  private static final double NEAR_ZERO = 1e-9;

  private final Loss loss;
  private final Bounds bounds;
  private final Probe probe;

  Choice(Loss loss, Bounds bounds, Probe probe) {
    this.loss = loss;
    this.bounds = bounds;
    this.probe = probe;
  }

  Curvature of(
      int input,
      Formula hessian,
      Convexity convexity,
      List<Kink> kinks,
      Residual residual,
      Influence influence) {
    double[] g = probe.ordinary(input).gradient()[input];
    double[] h = probe.ordinary(input).hessian()[input];
    if (isLinear(g, h)) {
      return new Curvature(Policy.CONSTANT, 1, false);
    }
    boolean smooth = kinks.isEmpty();
    boolean row = loss.definition().predictions().get(input).row();
    if (residual.alone()
        && influence != Influence.UNBOUNDED
        && smooth
        && fallsWithResidual(input, g)) {
      return new Curvature(Policy.HALF_QUADRATIC, atResidualZero(), residual.symmetric());
    }
    if (!convexity.isRefuted()
        && isUsable(g, h)
        && !(residual.alone() && influence == Influence.BOUNDED)) {
      boolean quadratic =
          !row && isConstant(h) && bounds.of(hessian).low() == bounds.of(hessian).high();
      return new Curvature(Policy.EXACT, 0, quadratic);
    }
    double most = probe.mostBent(input);
    if (smooth && !row && Double.isFinite(most)) {
      Interval range = bounds.of(hessian);
      boolean proved = Double.isFinite(range.high());
      return new Curvature(Policy.CONSTANT, proved ? range.high() : most, proved);
    }
    return new Curvature(Policy.MAGNITUDE, 0, false);
  }

  /// The limit of slope by residual, taken near 0: at 0 itself a formula with `abs` may lack it.
  private double atResidualZero() {
    double r = NEAR_ZERO;
    double[][] gradient = new double[1][1];
    loss.evaluate(
        Batch.of(new double[] {r}, new double[] {0}),
        0,
        1,
        new Each(new double[1], gradient, null));
    return gradient[0][0] / r;
  }

  private static boolean isLinear(double[] g, double[] h) {
    for (int i = 0; i < h.length; i++) {
      if (Math.abs(h[i]) > FLAT * Math.abs(g[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstant(double[] h) {
    for (double each : h) {
      if (each != h[0]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the second derivative is never negative, and positive at nearly every sample with a
  /// slope: far out it may underflow.
  private static boolean isUsable(double[] g, double[] h) {
    int sloping = 0;
    int flat = 0;
    for (int i = 0; i < h.length; i++) {
      if (h[i] < 0) {
        return false;
      }
      sloping += Math.abs(g[i]) > 1e-9 ? 1 : 0;
      flat += Math.abs(g[i]) > 1e-9 && h[i] == 0 ? 1 : 0;
    }
    return flat <= sloping / 4;
  }

  /// Whether slope by residual is never negative and falls with the size of the residual, on each
  /// side: then a parabola through the point lies above a symmetric loss (Geman, Reynolds 1992,
  /// doi:10.1109/34.120331).
  private boolean fallsWithResidual(int input, double[] g) {
    List<double[][]> points = probe.ordinaryPoints(input);
    var sides = Map.of(-1.0, new TreeMap<Double, Double>(), 1.0, new TreeMap<Double, Double>());
    for (int i = 0; i < g.length; i++) {
      double r = points.get(i)[0][0] - points.get(i)[1][0];
      if (r != 0) {
        sides.get(Math.signum(r)).put(Math.abs(r), g[i] / r);
      }
    }
    for (var side : sides.values()) {
      double before = Double.POSITIVE_INFINITY;
      for (double weight : side.values()) {
        if (weight < 0 || weight > before * (1 + 1e-9) + 1e-12) {
          return false;
        }
        before = weight;
      }
    }
    return true;
  }
}
