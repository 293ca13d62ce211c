package dev.plumb.training.optimise;

import java.util.function.DoubleFunction;

/// Minimises a convex function with kinks: the kinks are rounded, and the rounding becomes narrower
/// from stage to stage, each minimised by Newton steps. Where the lowest points of the stages lie
/// on a line, which they do from some width on, the next is looked for on that line [Madsen and
/// Nielsen 1993, doi:10.1137/0803010].
///
/// @param first the widest rounding
/// @param last the narrowest
/// @param iterations the cap of all stages together; the start of a stage counts as a step
/// @param flat a stage ends when the gradient has shrunk to such a part of what it was at the start
public record Smoothing(double first, double last, int iterations, double flat) {
  private static final double NARROWER = 0.1;

  /// From the last two stages to width 0, as a part of the way between them.
  private static final double TO_ZERO = NARROWER / (1 - NARROWER);

  /// The minimum that the search finds from a start.
  ///
  /// @param objective the function as it is
  /// @param rounded the function with kinks rounded to a width
  /// @throws Interruption when the objective has no value at a point that was tried
  public Minimum minimise(
      Objective objective,
      DoubleFunction<Curved> rounded,
      Lasso lasso,
      double[] start,
      QuasiNewton.Listener listener) {
    double still = flat * steepest(rounded.apply(first), lasso, start);
    double[] before = start;
    double[] from = start;
    int steps = 0;
    int evaluations = 1;
    for (double width = first; ; width *= NARROWER) {
      boolean isLast = width * NARROWER < last;
      int done = steps;
      Minimum minimum =
          new Newton(iterations - done, 0, 0, still)
              .minimise(
                  rounded.apply(width),
                  lasso,
                  from,
                  (iteration, point, value) -> listener.accepted(done + iteration, point, value));
      steps += minimum.iterations() + 1;
      evaluations += minimum.evaluations();
      if (isLast || steps > iterations) {
        double[] ahead =
            Vectors.along(minimum.point(), TO_ZERO, Vectors.along(minimum.point(), -1, before));
        double[] best = best(objective, lasso, minimum.point(), ahead);
        double value = value(objective, lasso, best);
        listener.accepted(steps, best, value);
        return new Minimum(
            best,
            value,
            minimum.gradient(),
            steps,
            evaluations + 3,
            isLast ? minimum.reason() : Minimum.Reason.ITERATIONS);
      }
      double[] point = minimum.point();
      from =
          width == first ? point : Vectors.along(point, NARROWER, Vectors.along(point, -1, before));
      before = point;
    }
  }

  /// The lower of the last stage's minimum and the place where its line leads.
  private static double[] best(Objective objective, Lasso lasso, double[] point, double[] ahead) {
    return value(objective, lasso, ahead) < value(objective, lasso, point) ? ahead : point;
  }

  private static double value(Objective objective, Lasso lasso, double[] point) {
    return objective.at(point, new double[point.length]) + lasso.at(point);
  }

  private static double steepest(Curved objective, Lasso lasso, double[] start) {
    try {
      var gradient = new double[start.length];
      objective.at(start, gradient, new double[start.length][start.length], Curved.Model.EXACT);
      return Vectors.largest(lasso.least(start, gradient));
    } catch (UndefinedException undefined) {
      throw new Interruption(0, start, undefined);
    }
  }
}
