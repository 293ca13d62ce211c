package dev.plumb.training.optimise;

import java.util.Optional;

/// A line search for the weak Wolfe conditions that brackets them and narrows the bracket [Lewis
/// and Overton 2013, algorithm 2.6, which halves; here by the slopes at the ends, at least a
/// tenth]: enough decrease, and a slope that has come up enough to give the quasi-Newton update
/// positive curvature. It ends on functions with kinks too, where the strong conditions may have no
/// solution.
record WeakWolfe(Objective objective) {
  private static final double DECREASE = 1e-4;
  private static final double SLOPE = 0.9;
  private static final double LONGEST = 16;
  private static final double MARGIN = 0.1;
  private static final int TRIALS = 60;

  /// A point on the line.
  ///
  /// @param evaluations how many points were tried
  record Step(double[] point, double value, double[] gradient, int evaluations) {}

  /// The first point along the direction that satisfies both conditions; where none is found within
  /// the limit of trials or before the bracket gains less than rounding hides, the longest that
  /// decreased enough; where there is none either, empty. The objective was evaluated last at the
  /// point returned.
  ///
  /// @param direction of descent: its product with the gradient is negative
  /// @param length the first trial, as a multiple of the direction
  Optional<Step> from(
      double[] point, double value, double[] gradient, double[] direction, double length) {
    double slope = Vectors.dot(gradient, direction);
    double low = 0;
    double lowSlope = slope;
    double high = Double.POSITIVE_INFINITY;
    double highSlope = Double.NaN;
    double t = length;
    for (int trial = 1; trial <= TRIALS; trial++) {
      double[] next = Vectors.along(point, t, direction);
      var nextGradient = new double[point.length];
      double nextValue = objective.at(next, nextGradient);
      double nextSlope = Vectors.dot(nextGradient, direction);
      if (!(nextValue <= value + DECREASE * t * slope) || nextValue == value) {
        high = t;
        highSlope = nextSlope;
      } else if (nextSlope < SLOPE * slope) {
        low = t;
        lowSlope = nextSlope;
      } else {
        return Optional.of(new Step(next, nextValue, nextGradient, trial));
      }
      if (high == Double.POSITIVE_INFINITY) {
        t = low * Math.clamp(slope / (slope - lowSlope), 2, LONGEST);
      } else {
        t = low + (high - low) * part(lowSlope, highSlope);
      }
      if (t == Double.POSITIVE_INFINITY || -slope * (high - low) < Math.ulp(value) / 4) {
        break;
      }
    }
    if (high == Double.POSITIVE_INFINITY) {
      throw new UndefinedException("the objective falls without end, so it has no minimum");
    }
    return low == 0 ? Optional.empty() : Optional.of(at(Vectors.along(point, low, direction)));
  }

  /// The part of a bracket at which the slope would be 0 if it changed evenly; the middle where
  /// that is unknown.
  private static double part(double lowSlope, double highSlope) {
    double part = lowSlope / (lowSlope - highSlope);
    return part > 0 && part < 1 ? Math.clamp(part, MARGIN, 1 - MARGIN) : 0.5;
  }

  private Step at(double[] point) {
    var gradient = new double[point.length];
    return new Step(point, objective.at(point, gradient), gradient, TRIALS);
  }
}
