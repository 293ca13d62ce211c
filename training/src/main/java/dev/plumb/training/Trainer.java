package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.Optional;

/// Trains a model under a loss: `Trainer.linear().loss(huber).fit(data)`.
///
/// The objective is Σ w·loss / Σ w and a [Penalty] on the weights of standardised features, without
/// intercepts; so multiplying all sample weights by a power of two changes no bit of the model.
/// Training starts from the constant that is best for the loss. The same data, options and seed
/// give the same bits for any number of threads.
public final class Trainer {
  private Loss loss;
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

  /// The loss to train under; must be given.
  public Trainer loss(Loss loss) {
    this.loss = loss;
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
    Penalty factor =
        penalty.orElseGet(() -> Penalty.l2(penalty(data.target().kind(), rows.length)));
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
      return new Fit(model, steps, result.steepest(), result.reason());
    }
  }

  private MeanLoss heldOut(Encoding encoding, Pairing pairing, Workers workers) {
    if (validation == null) {
      return null;
    }
    Pairing.of(loss, validation);
    Design design = Design.of(encoding, validation, Design.all(validation), workers);
    return new MeanLoss(design, pairing, Penalty.NONE, workers);
  }
}
