package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.optimise.Objective;
import dev.plumb.training.optimise.UndefinedException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// What training makes small: Σ w·loss / Σ w over a design, and penalty/2 · ‖w‖² on top.
///
/// The matrix is read once for a value and its gradient. Blocks are merged along a fixed tree, so
/// every number has the same bits for any number of threads.
final class MeanLoss implements Objective {
  private final Design design;
  private final Pairing pairing;
  private final double penalty;
  private final Workers workers;
  private final Coefficients.Layout layout;
  private final double weight;
  private final ConcurrentLinkedQueue<Sweep> idle = new ConcurrentLinkedQueue<>();
  private double lastLoss = Double.NaN;
  private double lastPenalty = Double.NaN;

  MeanLoss(Design design, Pairing pairing, double penalty, Workers workers) {
    this(design, pairing, penalty, workers, design.weight());
    if (!(weight > 0)) {
      throw new PlumbException("every row has weight 0: there is nothing to learn from");
    }
  }

  /// @param weight what the sum of the losses is divided by
  MeanLoss(Design design, Pairing pairing, double penalty, Workers workers, double weight) {
    this.design = design;
    this.pairing = pairing;
    this.penalty = penalty;
    this.workers = workers;
    layout = new Coefficients.Layout(design.encoding, pairing.outputs());
    this.weight = weight;
  }

  Coefficients.Layout layout() {
    return layout;
  }

  /// @throws UndefinedException naming row, score and target, where a loss or its slope is no
  ///   finite number; a mean loss of plus infinity alone is a value
  @Override
  public double at(double[] point, double[] gradient) {
    Coefficients model = layout.at(point);
    double[] sums =
        workers.reduce(
            design.blocks(),
            block -> with(sweep -> sweep.sums(block, model, layout.sums())),
            MeanLoss::add);
    layout.gradient(sums, weight, gradient);
    lastLoss = sums[0] / weight;
    lastPenalty = layout.penalise(penalty, point, gradient);
    boolean infinite = lastLoss == Double.POSITIVE_INFINITY;
    if (!infinite
        && !(Double.isFinite(lastLoss) && Arrays.stream(gradient).allMatch(Double::isFinite))) {
      throw new UndefinedException(
          blame(model).orElse("the sum over all rows is too large for a double"));
    }
    return lastLoss + lastPenalty;
  }

  /// The mean loss at the point evaluated last, without the penalty.
  double lastLoss() {
    return lastLoss;
  }

  /// The penalty at the point evaluated last.
  double lastPenalty() {
    return lastPenalty;
  }

  /// The mean loss of a model on this design, without the penalty.
  double of(Coefficients model) {
    return workers.reduce(design.blocks(), b -> with(s -> s.loss(b, model)), Double::sum) / weight;
  }

  /// Every row's scores, `outputs` consecutive numbers a row.
  double[] scores(Coefficients model) {
    var scores = new double[design.rows.length * pairing.outputs()];
    workers.each(
        design.blocks(),
        block ->
            with(sweep -> {
              sweep.scores(block, model, scores);
              return sweep;
            }));
    return scores;
  }

  /// Finds the first row whose loss or gradient is not finite.
  Optional<String> blame(Coefficients model) {
    return NotFinite.find(design, pairing, scores(model)).map(NotFinite::text);
  }

  private <T> T with(Function<Sweep, T> use) {
    Sweep known = idle.poll();
    Sweep sweep = known == null ? new Sweep(design, pairing) : known;
    T result = use.apply(sweep);
    idle.add(sweep);
    return result;
  }

  private static double[] add(double[] left, double[] right) {
    for (int i = 0; i < left.length; i++) {
      left[i] += right[i];
    }
    return left;
  }
}
