package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.OptionalDouble;

/// Trains a model under a loss: `Trainer.linear().loss(huber).fit(data)`.
///
/// The objective is Σ w·loss / Σ w + penalty/2 · ‖w‖² over the weights of standardised features,
/// without intercepts; so multiplying all sample weights by a power of two changes no bit of the
/// model. Training starts from the constant that is best for the loss. The same data, options and
/// seed give the same bits for any number of threads.
public final class Trainer {
  private Loss loss;
  private Optimiser optimiser = new Optimiser.Lbfgs();
  private OptionalDouble penalty = OptionalDouble.empty();
  private int threads = Runtime.getRuntime().availableProcessors();
  private Dataset validation;
  private TrainingStep.Listener listener = TrainingStep.Listener.NONE;

  private Trainer() {}

  /// A trainer of linear models.
  public static Trainer linear() {
    return new Trainer();
  }

  /// The loss to train under; must be given.
  public Trainer loss(Loss loss) {
    this.loss = loss;
    return this;
  }

  /// How weights are found; quasi-Newton steps on the whole data unless told.
  public Trainer optimiser(Optimiser optimiser) {
    this.optimiser = optimiser;
    return this;
  }

  /// The factor of ‖w‖²/2, at least 0; unless told [#penalty(Target.Kind, int)].
  public Trainer penalty(double penalty) {
    this.penalty = OptionalDouble.of(checked(penalty));
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

  /// Trains on all rows of the data.
  ///
  /// @throws TrainingException at the first loss or gradient that is not finite; it keeps the last
  ///   good model
  /// @throws dev.plumb.PlumbException when the loss does not fit the target
  public Fit fit(Dataset data) {
    if (loss == null) {
      throw new PlumbException("a trainer needs a loss: Trainer.linear().loss(Loss.of(\"huber\"))");
    }
    data.check();
    Pairing pairing = Pairing.of(loss, data);
    int[] rows = Design.all(data);
    Encoding encoding = Encoding.of(data, rows);
    double factor = penalty.orElse(penalty(data.target().kind(), rows.length));
    try (Workers workers = Workers.of(threads)) {
      Design design = Design.of(encoding, data, rows, workers);
      MeanLoss heldOut = heldOut(encoding, pairing, workers);
      var steps = new ArrayList<TrainingStep>();
      Training.Result result =
          new Training(design, pairing, factor, optimiser, workers)
              .run((iteration, objective, point) -> {
                double apart =
                    heldOut == null ? Double.NaN : heldOut.of(objective.layout().at(point));
                steps.add(
                    new TrainingStep(
                        iteration, objective.lastLoss(), objective.lastPenalty(), apart));
                listener.step(steps.getLast());
              });
      var model = new LinearModel(pairing, encoding, result.model());
      return new Fit(model, steps, result.reason());
    }
  }

  /// A penalty that pulls weights to 0.
  static double checked(double penalty) {
    if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
      throw new PlumbException("a penalty is a number from 0 on, not " + penalty);
    }
    return penalty;
  }

  private MeanLoss heldOut(Encoding encoding, Pairing pairing, Workers workers) {
    if (validation == null) {
      return null;
    }
    Pairing.of(loss, validation);
    Design design = Design.of(encoding, validation, Design.all(validation), workers);
    return new MeanLoss(design, pairing, 0, workers);
  }
}
