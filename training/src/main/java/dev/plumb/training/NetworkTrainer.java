package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.network.Architecture;
import dev.plumb.training.network.Blas;
import dev.plumb.training.network.Multiplier;
import java.util.Optional;

/// Trains a network under a loss: `Trainer.network(64, 32).loss(crossEntropy).fit(data)`.
///
/// The objective is that of [Trainer]: Σ w·loss / Σ w, and penalty/2 · ‖w‖² over the weights that
/// are no biases. The network starts from the constant that is best for the loss, with weights
/// drawn from the seed. The same data, options and seed give the same bits for any number of
/// threads, and also where a training was interrupted and resumed.
public final class NetworkTrainer {
  private final Architecture architecture;
  private Loss loss;
  private Recipe recipe = new Recipe();
  private double penalty;
  private int threads = Runtime.getRuntime().availableProcessors();
  private Dataset validation;
  private boolean chooses;
  private Stopping stopping = new Stopping();
  private NetworkStep.Listener listener = NetworkStep.Listener.NONE;
  private NetworkState.Keeper keeper = NetworkState.Keeper.NONE;
  private Optional<NetworkState> state = Optional.empty();
  private Optional<Blas> blas = Optional.empty();

  NetworkTrainer(Architecture architecture) {
    this.architecture = architecture;
  }

  /// A trainer of such networks.
  public static NetworkTrainer of(Architecture architecture) {
    return new NetworkTrainer(architecture);
  }

  /// The loss to train under; must be given.
  public NetworkTrainer loss(Loss loss) {
    this.loss = loss;
    return this;
  }

  /// How it is trained; unless told by [Recipe#Recipe()].
  public NetworkTrainer recipe(Recipe recipe) {
    this.recipe = recipe;
    return this;
  }

  /// The factor of ‖w‖²/2, at least 0; 0 unless told.
  public NetworkTrainer penalty(double penalty) {
    if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
      throw new PlumbException("a penalty is a number from 0 on, not " + penalty);
    }
    this.penalty = penalty;
    return this;
  }

  /// How many threads; all processors unless told.
  public NetworkTrainer threads(int threads) {
    this.threads = threads;
    return this;
  }

  /// Multiplies matrices by a native library: faster where layers are wide. It gives up the same
  /// bits everywhere, and a training that is resumed ends with the same bits only on the same
  /// machine.
  public NetworkTrainer blas(Blas blas) {
    this.blas = Optional.of(blas);
    return this;
  }

  /// Rows that teach nothing, but say which epoch is the best and when to stop.
  public NetworkTrainer validation(Dataset validation) {
    this.validation = validation;
    this.chooses = true;
    return this;
  }

  /// Rows whose loss is told, and that choose nothing.
  NetworkTrainer watched(Dataset rows) {
    this.validation = rows;
    this.chooses = false;
    return this;
  }

  /// When to stop, where rows are held out; unless told by [Stopping#Stopping()].
  public NetworkTrainer stopping(Stopping stopping) {
    this.stopping = stopping;
    return this;
  }

  /// Who hears of every step and epoch.
  public NetworkTrainer listener(NetworkStep.Listener listener) {
    this.listener = listener;
    return this;
  }

  /// Who keeps the state of every epoch.
  public NetworkTrainer keeper(NetworkState.Keeper keeper) {
    this.keeper = keeper;
    return this;
  }

  /// Goes on from a state that the same training gave.
  public NetworkTrainer resume(NetworkState from) {
    this.state = Optional.of(from);
    return this;
  }

  /// Trains on all rows of the data.
  ///
  /// @throws TrainingException at the first loss or gradient that is not finite; it keeps the model
  ///   of the last whole epoch
  /// @throws PlumbException when the loss does not fit the target, or the state is of another
  ///   training
  public NetworkFit fit(Dataset given) {
    if (loss == null) {
      throw new PlumbException(
          "a trainer needs a loss: Trainer.network(64).loss(Loss.of(\"huber\"))");
    }
    given.check();
    Dataset data = given.evenly();
    Pairing pairing = Pairing.of(loss, data);
    check(pairing);
    if (validation != null) {
      Pairing.of(loss, validation);
    }
    try (Workers workers = Workers.of(threads)) {
      return fit(pairing, data, workers);
    }
  }

  /// @throws PlumbException when no network is trained under the loss
  static void check(Pairing pairing) {
    if (pairing.isOfLevels()) {
      throw new PlumbException(
          "%s has levels in an order, which linear models keep and networks do not: name a loss of classes"
              .formatted(pairing.loss().name()));
    }
  }

  /// The same of a loss and data that have met already.
  NetworkFit fit(Pairing pairing, Dataset data, Workers workers) {
    return new NetworkTraining(this, pairing, data, workers).run(state);
  }

  /// The network that a training of these rows gave, from where it ended.
  NetworkModel model(Pairing pairing, Dataset data, double[] point) {
    return new NetworkTraining(this, pairing, data, Workers.NONE).model(point);
  }

  Multiplier multiplier(Workers workers) {
    return blas.<Multiplier>map(b -> b).orElseGet(() -> Multiplier.fixedOrder(workers::each));
  }

  boolean chooses() {
    return chooses;
  }

  Architecture architecture() {
    return architecture;
  }

  Recipe recipe() {
    return recipe;
  }

  double penalty() {
    return penalty;
  }

  Dataset validation() {
    return validation;
  }

  Stopping stopping() {
    return stopping;
  }

  NetworkStep.Listener listener() {
    return listener;
  }

  NetworkState.Keeper keeper() {
    return keeper;
  }
}
