package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.calibration.Calibration;
import dev.plumb.training.network.Architecture;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Trains a model under a loss: `Trainer.linear().loss(huber).fit(data)`.
///
/// The objective is Σ w·loss / Σ w and a [Penalty] on the weights of standardised features, without
/// intercepts; so multiplying all sample weights by a power of two changes no bit of the model.
/// Training starts from the constant that is best for the loss. The same data, options and seed
/// give the same bits for any number of threads.
public final class Trainer {
  private Loss loss;
  private Several several;
  private ClassWeights classWeights = ClassWeights.NONE;
  private String stoppingMetric;
  private int patience;
  private Optimiser optimiser = new Optimiser.Automatic();
  private Optional<Penalty> penalty = Optional.empty();
  private int threads = Runtime.getRuntime().availableProcessors();
  private Dataset validation;
  private TrainingStep.Listener listener = TrainingStep.Listener.NONE;

  private Trainer() {}

  /// A trainer of linear models.
  public static Trainer linear() {
    return new Trainer();
  }

  /// A trainer of networks: `Trainer.network(64, 32)`.
  ///
  /// @param hidden how many units each hidden layer has
  public static NetworkTrainer network(Integer... hidden) {
    return new NetworkTrainer(Architecture.of(hidden));
  }

  /// The loss to train under; must be given.
  public Trainer loss(Loss loss) {
    this.loss = loss;
    return this;
  }

  /// Trains several quantiles of an amount at once, in one model, ordered for every input by
  /// construction; in place of [#loss].
  ///
  /// @param levels ascending, each between 0 and 1
  /// @throws PlumbException for levels that are not
  public Trainer quantiles(double... levels) {
    several = new OrderedQuantiles(levels);
    return this;
  }

  /// Trains the mean and the variance of an amount at once, in one model, under the likelihood of a
  /// normal distribution; in place of [#loss].
  public Trainer meanAndVariance() {
    several = new MeanAndVariance();
    return this;
  }

  /// What a row of each class counts for, in the order of the class numbers: its loss is multiplied
  /// by it, and the mean divides by the sum; in place of [Loss#classWeights].
  public Trainer classWeights(double... weights) {
    classWeights = new ClassWeights(false, weights.clone());
    return this;
  }

  /// Gives every class the same weight in all: a row counts for rows / (classes · rows of its
  /// class), by sample weights.
  public Trainer balanced() {
    classWeights = ClassWeights.BALANCED;
    return this;
  }

  /// How weights are found; unless told by whichever [Solver] suits loss and data.
  public Trainer optimiser(Optimiser optimiser) {
    this.optimiser = optimiser;
    return this;
  }

  /// The factor of ‖w‖²/2, at least 0; unless told [#penalty(Target.Kind, int)].
  public Trainer penalty(double penalty) {
    return penalty(Penalty.l2(penalty));
  }

  /// What keeps weights small; unless told [#penalty(Target.Kind, int)] times ‖w‖²/2.
  public Trainer penalty(Penalty penalty) {
    this.penalty = Optional.of(penalty);
    return this;
  }

  /// How many threads; all processors unless told.
  public Trainer threads(int threads) {
    this.threads = threads;
    return this;
  }

  /// Rows whose mean loss is told at every step; they teach nothing.
  public Trainer validation(Dataset validation) {
    this.validation = validation;
    return this;
  }

  /// Who hears of every step.
  public Trainer listener(TrainingStep.Listener listener) {
    this.listener = listener;
    return this;
  }

  /// The penalty when none is told: none for amounts, whose unit it would depend on; 1/rows for
  /// classes, the weight of one row, which keeps the model of separable classes finite.
  ///
  /// @param rows how many rows are trained on
  public static double penalty(Target.Kind kind, int rows) {
    return kind.isClasses() ? 1.0 / rows : 0;
  }

  /// Stops when the mean loss of the validation rows has not become smaller for so many steps, and
  /// keeps the best model. Without this, training goes on to the end.
  public Trainer stopEarly(int steps) {
    return stopEarly(null, steps);
  }

  /// Stops when a metric of the validation rows has not become better for so many steps, and keeps
  /// the best model.
  ///
  /// @param metric its name, `auc`; exactly this one decides
  public Trainer stopEarly(String metric, int steps) {
    if (steps < 1) {
      throw new PlumbException("early stopping waits for at least 1 step, not " + steps);
    }
    stoppingMetric = metric;
    patience = steps;
    return this;
  }

  /// Trains on all rows of the data.
  ///
  /// @throws TrainingException at the first loss or gradient that is not finite; it keeps the last
  ///   good model
  /// @throws dev.plumb.PlumbException when the loss does not fit the target
  public Fit fit(Dataset given) {
    return fit(given, listener);
  }

  /// The same, told to another.
  Fit fit(Dataset given, TrainingStep.Listener told) {
    given.checkShape();
    Dataset data = given.evenly();
    Pairing pairing = pairing(data);
    int[] rows = Design.all(data);
    Penalty factor =
        penalty.orElseGet(() -> Penalty.l2(penalty(data.target().kind(), rows.length)));
    try (Workers workers = Workers.of(threads)) {
      Encoding encoding = Encoding.of(data, rows, workers);
      Design design = Design.of(encoding, data, rows, workers);
      MeanLoss heldOut = heldOut(encoding, pairing, workers);
      EarlyEnd end = end(heldOut, pairing);
      var steps = new ArrayList<TrainingStep>();
      var passes = new AtomicInteger();
      Training.Watcher watcher =
          (iteration, objective, point) -> {
            passes.set(objective.passes());
            double apart = heldOut == null ? Double.NaN : heldOut.of(objective.layout().at(point));
            steps.add(
                new TrainingStep(iteration, objective.lastLoss(), objective.lastPenalty(), apart));
            told.step(steps.getLast());
            end.hear(apart, point);
          };
      var training = new Training(design, pairing, factor, optimiser, workers);
      Training.Result result = end.best(training, start(data), watcher, steps);
      var model = new LinearModel(pairing, encoding, result.model());
      return new Fit(model, steps, passes.get(), result.steepest(), result.reason());
    }
  }

  /// Trains on all rows, and learns on folds that are held out in turn how scores become
  /// probabilities: for a loss whose response is none, or where class weights bent it.
  ///
  /// @param folds how many; each is a training of its own
  /// @throws dev.plumb.PlumbException when the target has no classes, or the method does not suit
  ///   the loss
  public Calibrated calibrated(Dataset data, Calibration.Method method, int folds) {
    data.check();
    return Calibrated.of(this, data, method, folds);
  }

  private Pairing pairing(Dataset data) {
    Target target = data.target();
    if (several != null) {
      if (loss != null || target.kind().isClasses()) {
        throw new PlumbException(
            loss != null
                ? "quantiles, or mean and variance, have a loss of their own: name no other"
                : "quantiles, or mean and variance, are those of amounts, and %s is %s"
                    .formatted(target.name(), target.kind().text()));
      }
      return Pairing.several(several.loss(target.values(), data.weights()), several.outputs());
    }
    if (loss == null) {
      throw new PlumbException("a trainer needs a loss: Trainer.linear().loss(Loss.of(\"huber\"))");
    }
    classWeights.check(data);
    return Pairing.of(classWeights.weighed(loss, target, target.values(), data.weights()), data);
  }

  /// The scores that training starts from; null for the best constant of the loss.
  private double[] start(Dataset data) {
    return several == null ? null : several.start(data.target().values(), data.weights());
  }

  private EarlyEnd end(MeanLoss heldOut, Pairing pairing) {
    if (patience == 0) {
      return EarlyEnd.NEVER;
    }
    if (heldOut == null) {
      throw new PlumbException("early stopping needs validation rows: validation(data)");
    }
    Metric metric =
        stoppingMetric == null ? null : Metric.named(stoppingMetric, validation.target());
    return new EarlyEnd(
        new Patience(metric != null && metric.higherIsBetter(), patience),
        metric == null ? null : point -> metric.of(heldOut.predicted(point, validation.target())));
  }

  private MeanLoss heldOut(Encoding encoding, Pairing pairing, Workers workers) {
    if (validation == null) {
      return null;
    }
    if (several == null) {
      Pairing.of(loss, validation);
    }
    Design design = Design.of(encoding, validation, Design.all(validation), workers);
    return new MeanLoss(design, pairing, Penalty.NONE, workers);
  }
}
