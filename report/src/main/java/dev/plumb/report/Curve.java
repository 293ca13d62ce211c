package dev.plumb.report;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A loss and its gradient along an axis, computed by the library.
///
/// @param name of the loss
/// @param x ascending
/// @param value the loss there
/// @param gradient by the score that a model fits
record Curve(String name, double[] x, double[] value, double[] gradient) {
  private static final int POINTS = 161;

  static Curve of(String name, Loss loss, Axis axis, double low, double high) {
    double[] grid =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> low + (high - low) * i / (POINTS - 1))
            .toArray();
    return switch (axis) {
      case RESIDUAL -> along(name, loss, grid, new double[POINTS]);
      case MARGIN -> loss.definition().hasRows() ? rows(name, loss, grid) : ones(name, loss, grid);
      case PREDICTION -> responses(name, loss, grid);
    };
  }

  private static Curve along(String name, Loss loss, double[] scores, double[] targets) {
    var value = new double[scores.length];
    var gradient = new double[scores.length];
    loss.evaluate(Batch.of(scores, targets), 0, scores.length, Each.gradient(value, gradient));
    return new Curve(name, scores, value, gradient);
  }

  private static Curve ones(String name, Loss loss, double[] scores) {
    var targets = new double[scores.length];
    Arrays.fill(targets, 1);
    return along(name, loss.onScores(), scores, targets);
  }

  /// Two classes, the first of them right, the other's score 0.
  private static Curve rows(String name, Loss loss, double[] margins) {
    int n = margins.length;
    var scores = new double[2 * n];
    Arrays.setAll(scores, i -> i % 2 == 0 ? margins[i / 2] : 0);
    boolean rowTarget = loss.definition().targets().getFirst().row();
    var targets = new double[rowTarget ? 2 * n : n];
    if (rowTarget) {
      Arrays.setAll(targets, i -> 1 - i % 2);
    }
    var value = new double[n];
    var both = new double[2 * n];
    loss.onScores().evaluate(Batch.rows(scores, 2, targets), 0, n, Each.gradient(value, both));
    double[] gradient = IntStream.range(0, n).mapToDouble(i -> both[2 * i]).toArray();
    return new Curve(name, margins, value, gradient);
  }

  /// Against the response: scores go through the loss's link first.
  private static Curve responses(String name, Loss loss, double[] range) {
    double high = range[range.length - 1];
    double[] scores =
        IntStream.range(0, 2 * range.length)
            .mapToDouble(i -> -high + i * high / range.length)
            .toArray();
    Curve curve = ones(name, loss, scores);
    double[] x = scores.clone();
    loss.onScores().respond(x, 1);
    int[] inside =
        IntStream.range(0, x.length).filter(i -> x[i] >= range[0] && x[i] <= high).toArray();
    return new Curve(
        name, pick(x, inside), pick(curve.value, inside), pick(curve.gradient, inside));
  }

  private static double[] pick(double[] from, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> from[i]).toArray();
  }

  /// The loss at a place, on a straight line between its neighbours.
  double valueAt(double place) {
    return at(value, place);
  }

  double gradientAt(double place) {
    return at(gradient, place);
  }

  private double at(double[] of, double place) {
    int right = Math.clamp(-Arrays.binarySearch(x, place) - 1, 0, x.length - 1);
    int exact = Arrays.binarySearch(x, place);
    if (exact >= 0 || right == 0) {
      return of[Math.max(exact, 0)];
    }
    double share = Math.min(1, (place - x[right - 1]) / (x[right] - x[right - 1]));
    return of[right - 1] + share * (of[right] - of[right - 1]);
  }

  /// The same shape on another scale.
  Curve scaled(double zero, double valueUnit, double gradientUnit) {
    return new Curve(
        name,
        x,
        Arrays.stream(value).map(v -> (v - zero) / valueUnit).toArray(),
        Arrays.stream(gradient).map(g -> g / gradientUnit).toArray());
  }
}
