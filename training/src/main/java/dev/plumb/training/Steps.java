package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.training.network.Passes;
import dev.plumb.training.network.Weights;
import dev.plumb.training.optimise.Descent;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The steps of an epoch: each passes over a few rows forward and backward.
final class Steps {
  private final NetworkTrainer options;
  private final Recipe recipe;
  private final Pairing pairing;
  private final Weights weights;
  private final Output output;
  private final Judged data;
  private final Passes passes;
  private final int most;
  private final double[] gradient;
  private final boolean[] bias;

  /// Of the rows of a step.
  private final double[] scores;

  private final double[] slopes;
  private final double[] targets;

  /// The targets as the loss takes them.
  private final double[] handed;

  private final double[] losses;
  private final double averageWeight;

  Steps(
      NetworkTrainer options,
      Pairing pairing,
      Weights weights,
      Output output,
      Judged data,
      Workers workers) {
    this.options = options;
    this.recipe = options.recipe();
    this.pairing = pairing;
    this.weights = weights;
    this.output = output;
    this.data = data;
    most = Math.min(recipe.batch(), data.data().rows());
    passes =
        new Passes(options.architecture(), weights, data.rows(), most, options.multiplier(workers));
    gradient = new double[weights.size()];
    bias = new boolean[weights.size()];
    weights.layers().forEach(l -> Arrays.fill(bias, l.bias(), l.bias() + l.outputs(), true));
    scores = new double[most * pairing.outputs()];
    slopes = new double[scores.length];
    targets = new double[most];
    handed = new double[most * (pairing.form() == TargetForm.ONE_HOT ? pairing.outputs() : 1)];
    losses = new double[most];
    double[] all = data.data().weights();
    averageWeight = all == null ? 1 : Arrays.stream(all).sum() / all.length;
  }

  /// Passes over all rows once, in an order that follows from the seed and the number of the epoch.
  ///
  /// @throws Judged.Undefined at the first number that is not finite
  void epoch(int number, double[] point, Descent descent) {
    var random = new SplitMix(new SplitMix(recipe.seed()).nextLong() + number);
    int rows = data.data().rows();
    int[] order = IntStream.range(0, rows).toArray();
    random.shuffle(order);
    long step = (number - 1L) * Math.ceilDiv(rows, most);
    for (int from = 0; from < rows; from += most) {
      int to = Math.min(rows, from + most);
      double before = number - 1 + (double) from / rows;
      double after = number - 1 + (double) to / rows;
      double size = recipe.size(before, after);
      double cost = slope(order, from, to, point, random);
      double length = prepared(point);
      descent.step(point, gradient, size);
      step++;
      options.listener().step(new NetworkStep(step, after, cost, length, size));
    }
  }

  /// Fills the gradient, and gives the mean loss of the rows.
  private double slope(int[] order, int from, int to, double[] point, SplitMix random) {
    int count = to - from;
    int outputs = pairing.outputs();
    passes.at(point);
    passes.forward(data.rows(), order, from, to, random::nextDouble, scores);
    output.score(scores, count);
    for (int i = 0; i < count; i++) {
      targets[i] = data.data().target().values()[order[from + i]];
    }
    pairing.form().write(targets, 0, count, outputs, handed);
    pairing
        .scored()
        .evaluate(Batch.of(outputs, most, scores, handed), 0, count, Each.gradient(losses, slopes));
    double cost = 0;
    double factor = output.unit() / output.slope() / count;
    for (int i = 0; i < count; i++) {
      double w = weight(order[from + i]);
      cost += w == 0 ? 0 : w * losses[i];
      for (int k = i * outputs; k < (i + 1) * outputs; k++) {
        slopes[k] = w == 0 ? 0 : slopes[k] * w * factor;
      }
    }
    if (!finite(cost, count * outputs)) {
      int[] rows = Arrays.copyOfRange(order, from, to);
      throw data.undefined(
          rows,
          Arrays.copyOf(targets, count),
          weights(rows),
          Arrays.copyOf(scores, count * outputs));
    }
    passes.backward(slopes, gradient);
    return cost / count;
  }

  private boolean finite(double cost, int count) {
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(slopes[i])) {
        return false;
      }
    }
    return Double.isFinite(cost);
  }

  /// A row's weight by the average, so that the scale of weights changes nothing.
  private double weight(int row) {
    double[] all = data.data().weights();
    return all == null ? 1 : all[row] / averageWeight;
  }

  private double[] weights(int[] rows) {
    double[] all = data.data().weights();
    return all == null ? null : Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
  }

  /// Adds the slope of the penalty, and shortens a gradient that is too long.
  ///
  /// @return its length before
  private double prepared(double[] point) {
    double squares = 0;
    for (int i = 0; i < point.length; i++) {
      if (options.penalty() != 0 && !bias[i]) {
        gradient[i] += options.penalty() / output.slope() * point[i];
      }
      squares += gradient[i] * gradient[i];
    }
    double length = Math.sqrt(squares);
    if (length > recipe.clip()) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= recipe.clip() / length;
      }
    }
    return length;
  }

  /// penalty/2 · ‖w‖²
  double penalty(double[] point) {
    double squares = 0;
    for (int i = 0; options.penalty() != 0 && i < point.length; i++) {
      squares += bias[i] ? 0 : point[i] * point[i];
    }
    return options.penalty() / 2 * squares;
  }

  boolean isWeight(int variable) {
    return !bias[variable];
  }
}
