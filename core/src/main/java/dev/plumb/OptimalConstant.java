package dev.plumb;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Domain;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The constant score of least cost.
///
/// Equal targets are counted once with the sum of their weights. A pointwise loss starts from the
/// best of a few quantiles of the target, brackets a change of sign of the slope around it and
/// halves the bracket: also for losses that are neither convex nor smooth. A loss of rows descends
/// along each class in turn.
final class OptimalConstant {
  private static final double[] QUANTILES = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};
  private static final int HALVINGS = 100;
  private static final int SWEEPS = 200;
  private static final double FLAT = 1e-13;
  private static final double FARTHEST = 1e300;

  private final Loss loss;
  private final double[] targets;
  private final double[] weights;
  private final double total;
  private final int classes;

  private OptimalConstant(Loss loss, double[] targets, double[] weights, int classes) {
    this.loss = loss;
    this.targets = targets;
    this.weights = weights;
    this.total = Arrays.stream(weights).sum();
    this.classes = classes;
  }

  static double[] of(Loss loss, double[] targets, double[] weights, int classes) {
    if (loss.definition().predictions().size() != 1 || loss.definition().targets().size() != 1) {
      throw new PlumbException(
          loss.name() + " has more than one prediction or target, so no single optimal constant");
    }
    Map<Double, Double> counts = new LinkedHashMap<>();
    for (int i = 0; i < targets.length; i++) {
      counts.merge(targets[i], weights == null ? 1 : weights[i], Double::sum);
    }
    double[] distinct = counts.keySet().stream().mapToDouble(v -> v).sorted().toArray();
    double[] each = Arrays.stream(distinct).map(counts::get).toArray();
    var search = new OptimalConstant(loss, distinct, each, classes);
    return loss.definition().predictions().getFirst().row()
        ? search.row()
        : new double[] {search.number()};
  }

  // One score

  private double number() {
    if (targets.length == 0 || total == 0) {
      return 0;
    }
    double start = start();
    double step = Math.max(1e-3, Math.abs(targets[targets.length - 1] - targets[0]) / 16);
    double slope = slope(start);
    if (isFlat(slope)) {
      return flat(start, step);
    }
    double inner = start;
    double outer = start;
    while (Math.abs(outer) < FARTHEST) {
      inner = outer;
      outer -= Math.signum(slope) * step;
      step *= 2;
      double there = slope(outer);
      if (isFlat(there) || Double.isNaN(there)) {
        return Double.isNaN(there) ? inner : flat(outer, Math.abs(outer - inner));
      }
      if (Math.signum(there) != Math.signum(slope)) {
        return halved(Math.min(inner, outer), Math.max(inner, outer));
      }
    }
    return inner;
  }

  /// The best of 0 and some quantiles of the target.
  private double start() {
    double best = 0;
    double least = cost(0);
    for (double quantile : QUANTILES) {
      double candidate = targets[(int) Math.round(quantile * (targets.length - 1))];
      double cost = cost(candidate);
      if (cost < least || Double.isNaN(least)) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  private double halved(double low, double high) {
    for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
      double middle = low + (high - low) / 2;
      double slope = slope(middle);
      if (slope == 0) {
        return flatMiddle(low, middle, high);
      }
      if (slope > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low + (high - low) / 2;
  }

  /// A point where the slope is 0, in the middle of all such: between two medians, as NumPy and
  /// scikit-learn take it. Where they have no end, the point itself.
  private double flat(double point, double step) {
    double low = beyond(point, -step);
    double high = beyond(point, step);
    return Math.abs(low) < FARTHEST && Math.abs(high) < FARTHEST
        ? flatMiddle(low, point, high)
        : point;
  }

  /// The first of ever longer steps at which the slope is not 0.
  private double beyond(double point, double step) {
    double there = point + step;
    for (double next = step; slope(there) == 0 && Math.abs(there) < FARTHEST; next *= 2) {
      there += next;
    }
    return there;
  }

  private double flatMiddle(double low, double middle, double high) {
    double left = middle;
    double right = middle;
    for (int i = 0; i < HALVINGS; i++) {
      double a = low + (left - low) / 2;
      double b = right + (high - right) / 2;
      if (slope(a) == 0) {
        left = a;
      } else {
        low = a;
      }
      if (slope(b) == 0) {
        right = b;
      } else {
        high = b;
      }
    }
    return left + (right - left) / 2;
  }

  private boolean isFlat(double slope) {
    return Math.abs(slope) <= FLAT * total;
  }

  private double cost(double score) {
    return at(score)[0];
  }

  private double slope(double score) {
    return at(score)[1];
  }

  private double[] at(double score) {
    double[] scores = new double[targets.length];
    Arrays.fill(scores, score);
    double[] values = new double[targets.length];
    double[] gradient = new double[targets.length];
    loss.evaluate(Batch.of(scores, targets), 0, targets.length, Each.gradient(values, gradient));
    double cost = 0;
    double slope = 0;
    for (int i = 0; i < targets.length; i++) {
      cost += weights[i] == 0 ? 0 : weights[i] * values[i];
      slope += weights[i] == 0 ? 0 : weights[i] * gradient[i];
    }
    return new double[] {cost, slope};
  }

  // A row of scores

  private double[] row() {
    double[] scores = new double[classes];
    if (targets.length == 0 || total == 0) {
      return scores;
    }
    if (!ofClasses()) {
      return descended(scores);
    }
    for (int i = 0; i < targets.length; i++) {
      scores[(int) targets[i]] = Math.log(Math.max(weights[i], 0.5) / total);
    }
    double mean = Arrays.stream(scores).average().orElse(0);
    for (int k = 0; k < classes; k++) {
      scores[k] -= mean;
    }
    return descended(scores);
  }

  /// Whether targets are numbers of classes, one a score; else they say something else about a row,
  /// like how many levels are reached.
  private boolean ofClasses() {
    Definition.Input target = loss.definition().targets().getFirst();
    return target.row() || target.domain() instanceof Domain.ClassNumber;
  }

  /// Gradient descent by halving steps; from the logarithms of the class frequencies, where a
  /// softmax loss is flat already.
  private double[] descended(double[] scores) {
    double[] gradient = new double[classes];
    double cost = rowCost(scores, gradient);
    double step = 1;
    for (int sweep = 0; sweep < SWEEPS && step > 1e-10; sweep++) {
      double norm = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
      if (norm <= 1e-9) {
        break;
      }
      double[] next = new double[classes];
      for (int k = 0; k < classes; k++) {
        next[k] = scores[k] - step * gradient[k];
      }
      double[] nextGradient = new double[classes];
      double nextCost = rowCost(next, nextGradient);
      if (nextCost < cost) {
        scores = next;
        cost = nextCost;
        gradient = nextGradient;
        step *= 2;
      } else {
        step /= 2;
      }
    }
    return scores;
  }

  private double rowCost(double[] scores, double[] gradient) {
    double[] rows = new double[targets.length * classes];
    boolean rowTarget = loss.definition().targets().getFirst().row();
    double[] rowTargets = rowTarget ? new double[rows.length] : targets;
    for (int i = 0; i < targets.length; i++) {
      System.arraycopy(scores, 0, rows, i * classes, classes);
      if (rowTarget) {
        rowTargets[i * classes + (int) targets[i]] = 1;
      }
    }
    double[] values = new double[targets.length];
    double[] each = new double[rows.length];
    loss.evaluate(
        Batch.rows(rows, classes, rowTargets), 0, targets.length, Each.gradient(values, each));
    double cost = 0;
    for (int i = 0; i < targets.length; i++) {
      cost += weights[i] / total * values[i];
      for (int k = 0; k < classes; k++) {
        gradient[k] += weights[i] / total * each[i * classes + k];
      }
    }
    return cost;
  }
}
