package dev.plumb.training.optimise;

import dev.plumb.training.optimise.Curved.Model;
import java.util.Optional;

/// Minimises a function by Newton steps: each goes to the lowest point of a parabola with the
/// function's slope and curvature, solved by Cholesky's factors, as far as a line search allows.
///
/// A convex function is bent by its second derivatives; where these do not tell (flat far out, or a
/// short step) by its usable curvature, for a few steps. A function that is not known to be convex
/// is bent by its usable curvature first, then by its second derivatives, as long as these bend
/// upwards; where they do not, again by the other, for more steps each time.
///
/// @param iterations the cap
/// @param tolerance a step that promises such a part of the whole gain so far is the last
/// @param flat the search ends when the gradient has shrunk to such a part of what it was
/// @param still or to this
public record Newton(int iterations, double tolerance, double flat, double still) {
  private static final double SHORT = 0.1;
  private static final int PATIENCE = 2;
  private static final int MOST_PATIENCE = 32;

  /// The minimum that the search finds from a start.
  ///
  /// @throws Interruption when the objective has no value at a point that was tried
  public Minimum minimise(
      Curved objective, Lasso lasso, double[] start, QuasiNewton.Listener listener) {
    return new Search(objective, lasso, start, listener).run();
  }

  private final class Search {
    private final Curved objective;
    private final Lasso lasso;
    private final QuasiNewton.Listener listener;
    private final double[] start;
    private Bend at;
    private Model model;
    private double firstValue;
    private double firstSlope;
    private int iteration;
    private int evaluations;
    private int waiting;
    private int patience = PATIENCE;

    Search(Curved objective, Lasso lasso, double[] start, QuasiNewton.Listener listener) {
      this.objective = objective;
      this.lasso = lasso;
      this.start = start;
      this.listener = listener;
      model = objective.isConvex() ? Model.EXACT : Model.USABLE;
      waiting = PATIENCE;
    }

    Minimum run() {
      try {
        return descend();
      } catch (UndefinedException undefined) {
        throw new Interruption(iteration, at == null ? start : at.point(), undefined);
      }
    }

    private Minimum descend() {
      at = evaluated(start);
      firstValue = at.value();
      firstSlope = at.steepest();
      listener.accepted(0, start, at.value());
      while (true) {
        if (at.steepest() <= Math.max(still, flat * firstSlope)) {
          return ended(Minimum.Reason.FLAT);
        }
        if (iteration == iterations) {
          return ended(Minimum.Reason.ITERATIONS);
        }
        double[] step = step();
        boolean isLast = -at.parabola().promise(step) <= tolerance * gain();
        Optional<Bend> next = search(step);
        if (next.isPresent()) {
          iteration++;
          at = next.get();
          listener.accepted(iteration, at.point(), at.value());
        }
        if (isLast) {
          return ended(Minimum.Reason.SETTLED);
        }
        if (next.isEmpty() && !changeModel()) {
          return ended(Minimum.Reason.NO_DESCENT);
        }
      }
    }

    /// What was gained so far, but at least a thousandth of the value, so that a search with
    /// nothing to gain ends too.
    private double gain() {
      return Double.isNaN(at.value())
          ? 0
          : Math.max(firstValue - at.value(), 1e-3 * Math.abs(at.value()));
    }

    /// The step to the lowest point of the model.
    private double[] step() {
      Optional<double[]> exact = at.parabola().lowest();
      if (exact.isEmpty() && model == Model.EXACT && changeModel()) {
        exact = at.parabola().lowest();
      }
      return exact.orElseGet(() -> at.parabola().lowestWithRidge());
    }

    /// From the second derivatives to the usable curvature, at the same point.
    private boolean changeModel() {
      if (model == Model.USABLE) {
        return false;
      }
      model = Model.USABLE;
      waiting = patience;
      patience = Math.min(2 * patience, MOST_PATIENCE);
      at = evaluated(at.point());
      return true;
    }

    private Optional<Bend> search(double[] step) {
      double promise = at.parabola().promise(step);
      if (!(promise < 0)) {
        return Optional.empty();
      }
      if (model == Model.USABLE) {
        waiting--;
        model = waiting < 0 ? Model.EXACT : model;
      }
      var search = new LengthSearch(lasso, this::evaluated);
      var found = search.from(at, step, promise);
      if (found.length() < SHORT && model == Model.EXACT && objective.isConvex()) {
        model = Model.USABLE;
        waiting = 0;
      }
      return found.bend();
    }

    private Bend evaluated(double[] point) {
      evaluations++;
      var gradient = new double[point.length];
      var curvature = new double[point.length][point.length];
      double value = objective.at(point, gradient, curvature, model);
      return new Bend(value + lasso.at(point), new Parabola(point, gradient, curvature, lasso));
    }

    private Minimum ended(Minimum.Reason reason) {
      double[] gradient = lasso.least(at.point(), at.parabola().gradient());
      return new Minimum(at.point(), at.value(), gradient, iteration, evaluations, reason);
    }
  }

  /// A point, the value there, and the parabola that touches it.
  record Bend(double value, Parabola parabola) {
    double[] point() {
      return parabola.point();
    }

    /// The largest element of the gradient.
    double steepest() {
      return Vectors.largest(parabola.lasso().least(point(), parabola.gradient()));
    }
  }
}
