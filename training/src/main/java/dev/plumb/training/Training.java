package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.formula.Numbers;
import dev.plumb.training.optimise.Interruption;
import dev.plumb.training.optimise.Minimum;
import dev.plumb.training.optimise.QuasiNewton;
import dev.plumb.training.optimise.UndefinedException;
import java.util.Arrays;

/// One training of a linear model on a design.
///
/// @param design the rows to learn from
/// @param pairing the loss and how it meets the target
/// @param penalty on top of the mean loss
/// @param optimiser how weights are found
/// @param workers the threads
record Training(
    Design design, Pairing pairing, Penalty penalty, Optimiser optimiser, Workers workers) {
  /// A best constant beyond this is the search's own limit.
  private static final double BEYOND = 1e150;

  /// Hears of every accepted point; the loss of the objective was evaluated last there.
  interface Watcher {
    void accepted(int iteration, MeanLoss objective, double[] point);
  }

  /// What was found.
  ///
  /// @param steepest the largest element of the gradient there
  record Result(Coefficients model, double[] point, double steepest, String reason) {}

  /// Trains from the best constant.
  ///
  /// @throws TrainingException at the first number that is not finite
  Result run(Watcher watcher) {
    return run(layout().constant(bestConstant()), watcher);
  }

  Coefficients.Layout layout() {
    return Coefficients.Layout.of(design.encoding, pairing);
  }

  /// Trains from a point.
  ///
  /// @throws TrainingException at the first number that is not finite
  Result run(double[] start, Watcher watcher) {
    var objective = new MeanLoss(design, pairing, penalty, workers);
    var solver = new Solver(design, pairing, objective);
    QuasiNewton.Listener listener =
        (iteration, point, value) -> {
          finite(objective, point);
          watcher.accepted(iteration, objective, point);
        };
    Optimiser used =
        optimiser instanceof Optimiser.Automatic(int iterations, double tolerance)
            ? solver.chosen(iterations, tolerance)
            : optimiser;
    try {
      return switch (used) {
        case Optimiser.Newton newton -> result(objective, solver.newton(newton, start, listener));
        case Optimiser.Lbfgs lbfgs -> result(objective, solver.lbfgs(lbfgs, start, listener));
        case Optimiser.Proximal steps -> result(objective, solver.proximal(steps, start, listener));
        case Optimiser.MiniBatch batches -> {
          double[] point = new MiniBatches(this, objective, batches).run(start, watcher);
          var gradient = new double[point.length];
          objective.at(point, gradient);
          yield new Result(
              objective.layout().at(point),
              point,
              largest(objective.lasso().least(point, gradient)),
              "all epochs are done");
        }
        case Optimiser.Automatic _ -> throw new IllegalStateException("not chosen");
      };
    } catch (Interruption stop) {
      Coefficients good = objective.layout().at(stop.lastGood());
      throw new TrainingException(
          "%s stopped at iteration %d: %s"
              .formatted(pairing.loss().name(), stop.iteration(), stop.getMessage()),
          new LinearModel(pairing, design.encoding, good));
    }
  }

  /// Refuses a point of infinite loss.
  static void finite(MeanLoss objective, double[] point) {
    if (!Double.isFinite(objective.lastLoss())) {
      throw new UndefinedException(
          objective
              .blame(objective.layout().at(point))
              .orElse("the mean loss is " + Numbers.text(objective.lastLoss())));
    }
  }

  /// The scores that fit best when nothing else is known.
  ///
  /// @throws PlumbException when the loss falls without end
  double[] bestConstant() {
    return bestConstant(pairing, design.targets, design.weights);
  }

  /// The same of rows that lie elsewhere; those of weight 0 do not count. A sample tells it well
  /// enough for a start, unless it lacks a class.
  static double[] bestConstant(Pairing pairing, double[] targets, double[] weights) {
    double[] best = best(pairing, Sample.of(targets, weights, Sample.ENOUGH));
    if (isBeyond(best) && targets.length > Sample.ENOUGH) {
      best = best(pairing, Sample.of(targets, weights, targets.length));
    }
    if (isBeyond(best)) {
      throw new PlumbException(
          pairing.loss().name() + " falls without end as the score grows, so it has no minimum");
    }
    return best;
  }

  private static double[] best(Pairing pairing, Sample sample) {
    double[] targets =
        pairing.form() == TargetForm.SIGN
            ? TargetForm.SIGN.of(sample.values(), 1)
            : sample.values();
    return pairing.scored().optimalConstant(targets, sample.weights(), pairing.outputs());
  }

  private static boolean isBeyond(double[] scores) {
    return Arrays.stream(scores).anyMatch(z -> Math.abs(z) > BEYOND);
  }

  private static Result result(MeanLoss objective, Minimum minimum) {
    return new Result(
        objective.layout().at(minimum.point()),
        minimum.point(),
        largest(minimum.gradient()),
        minimum.reason().text());
  }

  private static double largest(double[] gradient) {
    return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
  }
}
