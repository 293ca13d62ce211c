package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.optimise.Faces;
import dev.plumb.training.optimise.Interruption;
import dev.plumb.training.optimise.Minimum;
import dev.plumb.training.optimise.Newton;
import dev.plumb.training.optimise.Proximal;
import dev.plumb.training.optimise.QuasiNewton;
import dev.plumb.training.optimise.Smoothing;

/// Finds the minimum of a mean loss by the optimiser that was asked for; where none was, by the one
/// that suits:
///
/// 1. Newton steps, when the loss is a formula of one score that is convex, or below a parabola
///    through each of its points, and there are at most 300 variables: few passes over the data,
///    whatever the penalty.
/// 2. Proximal steps, when the penalty has an l1 part and the loss has no kinks.
/// 3. Newton steps, when the penalty has an l1 part and the loss is a convex one of one score, with
///    kinks, and there are as many variables as they take.
/// 4. Quasi-Newton steps otherwise.
public final class Solver {
  /// Newton steps take a matrix of this many rows at most: 16 MB, and a hundredth of a second to
  /// factorise.
  public static final int NEWTON = 1000;

  /// So many variables are worth it when nobody asked: above, a pass for the matrix takes longer
  /// than all the passes that it saves.
  static final int WORTH = 300;

  /// The narrowest rounding of kinks, as a part of the widest.
  private static final double NARROW = 1e-8;

  private static final double LEAST_NARROW = 1e-3;

  private static final double FLAT = 1e-13;
  private static final int PROXIMAL = 20_000;
  private static final double PROXIMAL_FLAT = 1e-9;
  private static final double ROUNDED_FLAT = 1e-7;
  private static final int MEMORY = 10;

  /// At kinks steps are short: of those so many times as many.
  private static final int SHORT_STEPS = 20;

  /// How far aside of kinks a search begins, as a part of the spread of the targets.
  private static final double ASIDE = 1e-3;

  /// From this tolerance on, passes in float tell enough.
  private static final double COARSE = 1e-6;

  /// What is certain of a mean of many losses in float.
  private static final double NOISE = 1e-8;

  private final Design design;
  private final Pairing pairing;
  private final MeanLoss objective;

  Solver(Design design, Pairing pairing, MeanLoss objective) {
    this.design = design;
    this.pairing = pairing;
    this.objective = objective;
  }

  /// The optimiser that stands for [Optimiser.Automatic].
  Optimiser chosen(int iterations, double tolerance) {
    if (objective.layout().size() <= WORTH && bends()) {
      return new Optimiser.Newton(iterations, tolerance);
    }
    if (hasKinks()) {
      return objective.lasso().isPresent() && isForNewton()
          ? new Optimiser.Newton(iterations, tolerance)
          : new Optimiser.Lbfgs(SHORT_STEPS * iterations, tolerance);
    }
    return objective.lasso().isPresent()
        ? new Optimiser.Proximal(PROXIMAL, Math.max(tolerance, PROXIMAL_FLAT))
        : new Optimiser.Lbfgs(iterations, tolerance);
  }

  /// Whether every Newton step is a gain.
  private boolean bends() {
    return pairing.outputs() == 1
        && Curving.of(pairing).filter(c -> c.convex() || c.smooth() && c.upper()).isPresent();
  }

  /// Whether kinks may be rounded, and the matrix holds all variables.
  private boolean isForNewton() {
    return objective.layout().size() <= NEWTON && bends();
  }

  private boolean hasKinks() {
    return Curving.of(pairing).map(c -> !c.smooth()).orElse(false);
  }

  Minimum newton(Optimiser.Newton optimiser, double[] start, QuasiNewton.Listener listener) {
    Curving curving =
        Curving.of(pairing)
            .filter(c -> pairing.outputs() == 1)
            .orElseThrow(() -> refused("newton", "is no formula of one score: lbfgs takes it"));
    if (start.length > NEWTON) {
      throw refused(
          "newton",
          "has %d weights here, and the matrix of second derivatives holds %d: lbfgs takes it"
              .formatted(start.length, NEWTON));
    }
    double tolerance = optimiser.tolerance() * optimiser.tolerance();
    if (curving.smooth()) {
      return new Newton(optimiser.iterations(), tolerance, FLAT, 0)
          .minimise(objective.curved(curving), objective.lasso(), start, listener);
    }
    if (!curving.convex()) {
      throw refused("newton", "has kinks and is not convex: lbfgs takes it");
    }
    double width = width();
    double narrow = Math.clamp(10 * optimiser.tolerance(), NARROW, LEAST_NARROW);
    return new Smoothing(width, narrow * width, optimiser.iterations(), ROUNDED_FLAT)
        .minimise(
            objective, w -> objective.rounded(curving, w), objective.lasso(), start, listener);
  }

  Minimum lbfgs(Optimiser.Lbfgs optimiser, double[] start, QuasiNewton.Listener listener) {
    double tolerance = optimiser.tolerance();
    var method = new QuasiNewton(MEMORY, optimiser.iterations(), tolerance, 1e-9);
    if (objective.lasso().isPresent()) {
      if (!hasKinks()) {
        throw refused("lbfgs", "has an l1 penalty and no kinks: newton or proximal take it");
      }
      return new Faces(method.atKinks(NEWTON))
          .minimise(objective, objective.lasso(), start, listener);
    }
    if (tolerance >= COARSE && objective.mayBeCoarse()) {
      try {
        return exactly(method.withNoise(NOISE).minimise(objective.coarse(), start, listener));
      } catch (Interruption tooLargeForFloats) {
        // Begins anew below, in double.
      }
    }
    QuasiNewton search = tolerance < COARSE && hasKinks() ? method.atKinks(NEWTON) : method;
    Minimum found = search.minimise(objective, start, listener);
    boolean isHeld = found.iterations() == 0 && found.reason() == Minimum.Reason.NO_DESCENT;
    return isHeld && hasKinks() ? aside(search, found, listener) : found;
  }

  /// Begins again a little aside of the start. The best constant lies at a kink of every row that
  /// has that target; where those are many, no step along the slope seems to gain.
  private Minimum aside(QuasiNewton search, Minimum held, QuasiNewton.Listener listener) {
    double[] start = held.point().clone();
    double step = ASIDE * width();
    for (int i = 0; i < start.length; i++) {
      start[i] += objective.layout().isIntercept(i) ? step : 0;
    }
    Minimum found =
        search.minimise(
            objective,
            start,
            (iteration, point, value) -> {
              if (iteration > 0) {
                listener.accepted(iteration, point, value);
              }
            });
    if (found.value() < held.value()) {
      return found;
    }
    objective.at(held.point(), new double[start.length]);
    listener.accepted(found.iterations() + 1, held.point(), held.value());
    return held;
  }

  /// The same point with what is there in double.
  private Minimum exactly(Minimum found) {
    var gradient = new double[found.point().length];
    double value = objective.at(found.point(), gradient);
    return new Minimum(
        found.point(), value, gradient, found.iterations(), found.evaluations(), found.reason());
  }

  Minimum proximal(Optimiser.Proximal optimiser, double[] start, QuasiNewton.Listener listener) {
    if (hasKinks()) {
      String other = isForNewton() ? "newton" : "lbfgs";
      throw refused("proximal", "has kinks, at which it stops: %s takes it".formatted(other));
    }
    return new Proximal(optimiser.iterations(), optimiser.flat())
        .minimise(objective, objective.lasso(), start, listener);
  }

  /// The widest rounding of kinks: the spread of the targets where scores are predictions of them,
  /// 1 otherwise.
  private double width() {
    return Candidate.onTargetScale(pairing) ? Sample.spread(design.targets, design.weights) : 1;
  }

  private PlumbException refused(String solver, String why) {
    return new PlumbException(
        "the solver %s cannot train %s, which %s".formatted(solver, pairing.loss().name(), why));
  }
}
