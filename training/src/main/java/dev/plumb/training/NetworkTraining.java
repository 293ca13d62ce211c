package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.network.Weights;
import dev.plumb.training.optimise.Descent;
import java.util.List;
import java.util.Optional;

/// One training of a network on some data.
final class NetworkTraining {
  private final NetworkTrainer options;
  private final Pairing pairing;
  private final Encoding encoding;
  private final Weights weights;
  private final Output output;
  private final Judged trained;
  private final Judged heldOut;
  private final Steps steps;

  NetworkTraining(NetworkTrainer options, Pairing pairing, Dataset data, Workers workers) {
    this.options = options;
    this.pairing = pairing;
    encoding = Encoding.of(data, Design.all(data));
    if (encoding.columns().isEmpty()) {
      throw new PlumbException("no column of " + data.name() + " varies: there is nothing to read");
    }
    weights = Inputs.weights(options.architecture(), encoding, pairing.outputs());
    double[] targets = data.target().values();
    double[] start = Training.bestConstant(pairing, targets, data.weights());
    output = Output.of(pairing, targets, data.weights(), start);
    trained = judged(data, workers);
    heldOut = options.validation() == null ? null : judged(options.validation(), workers);
    steps = new Steps(options, pairing, weights, output, trained, workers);
  }

  private Judged judged(Dataset data, Workers workers) {
    var rows = Inputs.of(encoding, data);
    var scoring =
        new Scoring(options.architecture(), weights, rows, output, options.multiplier(workers));
    return new Judged(pairing, data, rows, scoring);
  }

  NetworkFit run(Optional<NetworkState> from) {
    Recipe recipe = options.recipe();
    NetworkState state = from.map(this::checked).orElseGet(this::drawn);
    double[] point = state.point().clone();
    Descent descent = recipe.descent(weights.size(), steps::isWeight);
    put(state.memory(), descent.memory());
    while (state.epoch() < recipe.epochs() && !isOver(state)) {
      try {
        if (state.epoch() >= 0) {
          steps.epoch(state.epoch() + 1, point, descent);
        }
        state = after(state, point, descent);
      } catch (Judged.Undefined undefined) {
        throw new TrainingException(
            "%s stopped in epoch %d: %s"
                .formatted(pairing.loss().name(), state.epoch() + 1, undefined.getMessage()),
            model(state.best()));
      }
      options.keeper().keep(state);
    }
    String reason =
        isOver(state)
            ? "%s did not become better for %d epochs"
                .formatted(options.stopping().text(), options.stopping().patience())
            : "all epochs are done";
    return new NetworkFit(model(state.best()), state.steps(), state.bestEpoch(), reason);
  }

  /// The state before the start, which is judged like that after an epoch.
  private NetworkState drawn() {
    double[] point = weights.drawn(options.architecture().activation(), options.recipe().seed());
    List<double[]> memory = options.recipe().descent(weights.size(), steps::isWeight).memory();
    return new NetworkState(-1, point, memory, point, 0, Double.NaN, List.of());
  }

  /// The state after an epoch, judged.
  private NetworkState after(NetworkState before, double[] point, Descent descent) {
    int epoch = before.epoch() + 1;
    double loss = trained.loss(point);
    double apart = heldOut == null ? Double.NaN : heldOut.loss(point);
    var step = new TrainingStep(epoch, loss, steps.penalty(point), apart);
    options.listener().epoch(step);
    boolean best = true;
    double value = Double.NaN;
    if (options.chooses()) {
      value = options.stopping().metric().map(m -> heldOut.metric(m, point)).orElse(apart);
      best = options.stopping().better(value, before.bestValue());
    }
    return new NetworkState(
        epoch,
        point.clone(),
        NetworkState.copied(descent.memory()),
        best ? point.clone() : before.best(),
        best ? epoch : before.bestEpoch(),
        best ? value : before.bestValue(),
        before.withStep(step));
  }

  private boolean isOver(NetworkState state) {
    return options.chooses() && state.epoch() - state.bestEpoch() >= options.stopping().patience();
  }

  private NetworkState checked(NetworkState state) {
    if (state.point().length != weights.size()) {
      throw new PlumbException(
          "the state is of a network with %d weights, this one has %d"
              .formatted(state.point().length, weights.size()));
    }
    return state;
  }

  private static void put(List<double[]> from, List<double[]> to) {
    for (int i = 0; i < to.size(); i++) {
      System.arraycopy(from.get(i), 0, to.get(i), 0, to.get(i).length);
    }
  }

  NetworkModel model(double[] point) {
    return new NetworkModel(pairing, encoding, options.architecture(), output, point);
  }
}
