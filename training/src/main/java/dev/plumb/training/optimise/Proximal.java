package dev.plumb.training.optimise;

import java.util.Arrays;

/// Minimises a smooth function with a lasso on top by steps along the gradient and then towards the
/// kinks, accelerated [Beck and Teboulle 2009, doi:10.1137/080716542], and started afresh when the
/// acceleration points uphill [O'Donoghue and Candès 2015, doi:10.1007/s10208-013-9150-3, section
/// 3.2].
///
/// @param iterations the cap
/// @param flat the search ends when the gradient has shrunk to such a part of what it was
public record Proximal(int iterations, double flat) {
  private static final double GROW = 1.1;
  private static final double SHRINK = 0.5;
  private static final double ROUNDING = 1e-14;
  private static final int HALVINGS = 100;

  /// The minimum that the search finds from a start.
  ///
  /// @throws Interruption when the objective has no value at a point that was tried
  public Minimum minimise(
      Objective objective, Lasso lasso, double[] start, QuasiNewton.Listener listener) {
    return new Search(objective, lasso, start, listener).run();
  }

  private final class Search {
    private final Objective objective;
    private final Lasso lasso;
    private final QuasiNewton.Listener listener;
    private double[] point;
    private double[] gradient;
    private double value;
    private double size;
    private int iteration;
    private int evaluations;

    Search(Objective objective, Lasso lasso, double[] start, QuasiNewton.Listener listener) {
      this.objective = objective;
      this.lasso = lasso;
      this.listener = listener;
      this.point = start.clone();
      this.gradient = new double[start.length];
    }

    Minimum run() {
      try {
        return descend();
      } catch (UndefinedException undefined) {
        throw new Interruption(iteration, point, undefined);
      }
    }

    private Minimum descend() {
      value = at(point, gradient);
      listener.accepted(0, point, value + lasso.at(point));
      double first = steepest();
      size = first > 0 ? 1 / first : 1;
      double[] ahead = point;
      double momentum = 1;
      while (iteration < iterations && steepest() > flat * first) {
        double[] slope = gradient;
        double there = value;
        if (ahead != point) {
          slope = new double[point.length];
          there = at(ahead, slope);
        }
        double[] before = point;
        if (!step(ahead, there, slope)) {
          if (ahead == point) {
            return ended(Minimum.Reason.NO_DESCENT);
          }
          ahead = point;
          momentum = 1;
          continue;
        }
        iteration++;
        listener.accepted(iteration, point, value + lasso.at(point));
        double[] moved = Vectors.along(point, -1, before);
        if (Vectors.dot(Vectors.along(ahead, -1, point), moved) > 0) {
          momentum = 1;
          ahead = point;
        } else {
          double next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
          ahead = Vectors.along(point, (momentum - 1) / next, moved);
          momentum = next;
        }
        size *= GROW;
      }
      return ended(iteration < iterations ? Minimum.Reason.FLAT : Minimum.Reason.ITERATIONS);
    }

    /// A step from a point ahead, as long as the parabola with its curvature lies above the
    /// function.
    private boolean step(double[] from, double there, double[] slope) {
      double length = size;
      for (int halving = 0; halving < HALVINGS; halving++) {
        double[] next = Vectors.along(from, -size, slope);
        for (int i = 0; i < next.length; i++) {
          next[i] = Lasso.shrunk(next[i], size * lasso.weight(i));
        }
        var nextGradient = new double[next.length];
        double nextValue = at(next, nextGradient);
        double[] step = Vectors.along(next, -1, from);
        double squares = Vectors.dot(step, step);
        double model = there + Vectors.dot(slope, step) + squares / (2 * size);
        double change = Vectors.dot(Vectors.along(nextGradient, -1, slope), step);
        boolean above =
            nextValue <= model + ROUNDING * Math.abs(there)
                && change <= squares / size * (1 + 1e-9);
        if (above && !Arrays.equals(next, point)) {
          point = next;
          gradient = nextGradient;
          value = nextValue;
          return true;
        }
        size *= SHRINK;
      }
      size = length;
      return false;
    }

    private double steepest() {
      return Vectors.largest(lasso.least(point, gradient));
    }

    private double at(double[] x, double[] slope) {
      evaluations++;
      return objective.at(x, slope);
    }

    private Minimum ended(Minimum.Reason reason) {
      double[] least = lasso.least(point, gradient);
      return new Minimum(point, value + lasso.at(point), least, iteration, evaluations, reason);
    }
  }
}
