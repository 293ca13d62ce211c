package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.optimise.Curved;
import dev.plumb.training.optimise.Lasso;
import dev.plumb.training.optimise.Objective;
import dev.plumb.training.optimise.UndefinedException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntFunction;

/// What training makes small: Σ w·loss / Σ w over a design, with the smooth part of a penalty on
/// top; the other part is the [#lasso()].
///
/// The matrix is read once for a value, its gradient and its curvature. Blocks are merged along a
/// fixed tree, so every number has the same bits for any number of threads.
final class MeanLoss implements Objective {
  /// Fewer numbers than this are read in no time.
  private static final long MANY = 1 << 20;

  /// In a row of fewer, the loss takes longer than its score.
  private static final int WIDE = 16;

  /// Largest target beside the spread of all.
  private static final double FAR = 256;

  private static final double LARGE = 1e12;

  private final Design design;
  private final Pairing pairing;
  private final Penalty penalty;
  private final Workers workers;
  private final Coefficients.Layout layout;
  private final double weight;

  /// Of each variable 0 for an intercept, else its unit.
  private final double[] penalised;

  private final ConcurrentLinkedQueue<Sweep> idle = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<CoarseSweep> coarse = new ConcurrentLinkedQueue<>();
  private double lastLoss = Double.NaN;
  private double lastPenalty = Double.NaN;
  private int passes;

  MeanLoss(Design design, Pairing pairing, Penalty penalty, Workers workers) {
    this(design, pairing, penalty, workers, 0);
    if (!(weight > 0)) {
      throw new PlumbException("every row has weight 0: there is nothing to learn from");
    }
  }

  /// @param weight what the sum of the losses is divided by; 0 for what the rows count for together
  MeanLoss(Design design, Pairing pairing, Penalty penalty, Workers workers, double weight) {
    this.design = design;
    this.pairing = pairing;
    this.penalty = penalty;
    this.workers = workers;
    layout = Coefficients.Layout.of(design.encoding, pairing);
    this.weight = weight != 0 ? weight : counted();
    penalised = layout.units();
    Arrays.setAll(penalised, i -> layout.isIntercept(i) ? 0 : penalised[i]);
  }

  /// Σ w, where a loss with class weights counts each row by its class too.
  private double counted() {
    return workers.reduce(design.blocks(), b -> with(s -> s.weight(b)), Double::sum);
  }

  /// What the model at a point says about the rows.
  Prediction predicted(double[] point, Target target) {
    double[] scores = scores(layout.at(point));
    return Prediction.of(pairing, target, design.targets, design.weights, scores);
  }

  /// The part of the penalty that has kinks.
  Lasso lasso() {
    return penalty.l1() == 0
        ? Lasso.NONE
        : new Lasso(Arrays.stream(penalised).map(unit -> penalty.l1() * unit).toArray());
  }

  Coefficients.Layout layout() {
    return layout;
  }

  /// @throws UndefinedException naming row, score and target, where a loss or its slope is no
  ///   finite number; a mean loss of plus infinity alone is a value
  @Override
  public double at(double[] point, double[] gradient) {
    Coefficients model = layout.at(point);
    double[] sums = sums(sweep -> block -> sweep.sums(block, model, layout.sums()));
    return told(sums, model, point, gradient);
  }

  /// Whether float tells this objective to six digits: of one output, smooth, for at a kink a
  /// search stumbles over noise, and without predictions of targets that lie far from 0 beside
  /// their spread; and whether there is enough to read, in a row and in all, for it to matter.
  boolean mayBeCoarse() {
    long numbers = (long) design.rows.length * design.numbers;
    if (pairing.outputs() != 1 || design.numbers < WIDE || numbers < MANY) {
      return false;
    }
    if (Curving.of(pairing).filter(Curving::smooth).isEmpty()) {
      return false;
    }
    return (!Candidate.onTargetScale(pairing) || isNear())
        && design.encoding.numbers().stream()
            .allMatch(n -> n.deviation() > 1 / LARGE && n.deviation() < LARGE);
  }

  private boolean isNear() {
    double largest = 0;
    for (double y : design.targets) {
      largest = Math.max(largest, Math.abs(y));
    }
    return largest <= FAR * Sample.spread(design.targets, design.weights);
  }

  /// The same computed in float, but for the sums of many rows.
  Objective coarse() {
    return (point, gradient) -> {
      Coefficients model = layout.at(point);
      var centred = CoarseSweep.Centred.of(model, design.encoding);
      double[] sums =
          workers.reduce(
              design.blocks(),
              block -> {
                CoarseSweep known = coarse.poll();
                CoarseSweep sweep = known == null ? new CoarseSweep(design, pairing) : known;
                double[] result = sweep.sums(block, centred, layout.sums());
                coarse.add(sweep);
                return result;
              },
              MeanLoss::add);
      return told(sums, model, point, gradient);
    };
  }

  private double[] sums(Function<Sweep, IntFunction<double[]>> of) {
    return workers.reduce(
        design.blocks(), block -> with(sweep -> of.apply(sweep).apply(block)), MeanLoss::add);
  }

  /// The value from the sums of a pass, and the gradient.
  private double told(double[] sums, Coefficients model, double[] point, double[] gradient) {
    passes++;
    layout.gradient(sums, weight, gradient);
    lastLoss = sums[0] / weight;
    double ridge = ridge(point, gradient);
    lastPenalty = ridge + lasso().at(point);
    boolean infinite = lastLoss == Double.POSITIVE_INFINITY;
    if (!infinite
        && !(Double.isFinite(lastLoss) && Arrays.stream(gradient).allMatch(Double::isFinite))) {
      throw new UndefinedException(
          blame(model).orElse("the sum over all rows is too large for a double"));
    }
    return lastLoss + ridge;
  }

  /// l2/2 · Σw²; its gradient is added.
  private double ridge(double[] point, double[] gradient) {
    double squares = 0;
    for (int i = 0; i < point.length; i++) {
      double w = point[i] * penalised[i];
      squares += w * w;
      gradient[i] += penalty.l2() * penalised[i] * w;
    }
    return penalty.l2() / 2 * squares;
  }

  /// This objective with its curvature, of one output.
  Curved curved(Curving curving) {
    return new Bent(curving, 0);
  }

  /// This objective with its kinks rounded to a width in units of the score: the loss at a score is
  /// its mean from so much below to so much above. Its value is not told.
  Curved rounded(Curving curving, double width) {
    return new Bent(curving, width);
  }

  private final class Bent implements Curved {
    private final Curving curving;
    private final double width;
    private final double[] units = layout.units();

    Bent(Curving curving, double width) {
      this.curving = curving;
      this.width = width;
    }

    @Override
    public double at(double[] point, double[] gradient, double[][] curvature, Model kind) {
      Coefficients model = layout.at(point);
      int size = layout.sums() + Gram.length(point.length);
      double[] sums =
          sums(sweep -> {
            Sweep.Bends bends = width == 0 ? sweep.bends(curving, kind) : sweep.rounded(width);
            return block -> sweep.sums(block, model, size, bends, layout.sums());
          });
      double value = told(sums, model, point, gradient);
      Gram.unpack(sums, layout.sums(), weight, units, curvature);
      for (int i = 0; i < point.length; i++) {
        curvature[i][i] += penalty.l2() * penalised[i] * penalised[i];
      }
      return width == 0 ? value : Double.NaN;
    }

    @Override
    public boolean isConvex() {
      return curving.convex();
    }
  }

  /// The mean loss at the point evaluated last, without the penalty.
  double lastLoss() {
    return lastLoss;
  }

  /// How often all rows were read for a value and its gradient.
  int passes() {
    return passes;
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
