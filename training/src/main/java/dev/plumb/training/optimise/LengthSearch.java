package dev.plumb.training.optimise;

import dev.plumb.training.optimise.Newton.Bend;
import java.util.Optional;
import java.util.function.Function;

/// How far to go along a Newton step, whose natural length is 1: as far as the value decreases
/// enough [Nocedal and Wright 2006, algorithm 3.1]; where rounding hides the decrease, or the value
/// is not known, until the slope is no longer what it was, the bracket narrowed by the slopes at
/// its ends [Hager and Zhang 2005, doi:10.1137/030601880, section 4].
///
/// @param evaluate the function at a point
record LengthSearch(Lasso lasso, Function<double[], Bend> evaluate) {
  private static final double DECREASE = 1e-4;
  private static final double SLOPE = 0.9;
  private static final double MARGIN = 0.1;
  private static final double ROUNDING = 1e-13;
  private static final double LONGER = 4;
  private static final int TRIALS = 40;

  /// A place on the line.
  ///
  /// @param length 0 where none was found
  record Found(double length, Optional<Bend> bend) {}

  /// @param promise the change of the value that the model promises for the whole step
  Found from(Bend start, double[] step, double promise) {
    double slope = slope(start, step, 1);
    double low = 0;
    double lowSlope = slope;
    double high = Double.POSITIVE_INFINITY;
    double t = 1;
    for (int trial = 0; trial < TRIALS; trial++) {
      Bend next = evaluate.apply(Vectors.along(start.point(), t, step));
      double after = slope(next, step, 1);
      double before = slope(next, step, -1);
      boolean turned = before > -SLOPE * slope;
      if (isEnough(start.value(), next.value(), t * promise, before, slope)) {
        if (!(Double.isNaN(next.value()) && after < SLOPE * slope)) {
          return new Found(t, Optional.of(next));
        }
        low = t;
        lowSlope = after;
      } else if (turned || !(next.value() <= start.value())) {
        high = t;
      } else {
        low = t;
        lowSlope = after;
      }
      if (high == Double.POSITIVE_INFINITY) {
        t *= LONGER;
      } else {
        double part = before > 0 && lowSlope < 0 ? lowSlope / (lowSlope - before) : 0.5;
        t = low + (high - low) * (high == t ? Math.clamp(part, MARGIN, 1 - MARGIN) : 0.5);
      }
    }
    return new Found(0, Optional.empty());
  }

  private static boolean isEnough(
      double value, double next, double promise, double slopeBefore, double slope) {
    boolean calmer = slopeBefore <= -SLOPE * slope;
    if (Double.isNaN(next)) {
      return calmer;
    }
    return next <= value + DECREASE * promise
        || calmer && next <= value + ROUNDING * Math.abs(value);
  }

  private double slope(Bend at, double[] step, int side) {
    return Vectors.dot(at.parabola().gradient(), step) + lasso.slope(at.point(), step, side);
  }
}
