package dev.plumb.training;

import dev.plumb.training.optimise.Interruption;
import dev.plumb.training.optimise.UndefinedException;
import dev.plumb.training.statistics.SplitMix;
import java.util.stream.IntStream;

/// Stochastic gradient descent, a few rows a step, in an order drawn from a seed.
final class MiniBatches {
  /// What keeps Adam's quotient finite.
  private static final double EPSILON = 1e-8;

  private final Training training;
  private final MeanLoss whole;
  private final Optimiser.MiniBatch batches;
  private final double[] lasso;
  private final double totalWeight;

  MiniBatches(Training training, MeanLoss whole, Optimiser.MiniBatch batches) {
    this.training = training;
    this.whole = whole;
    this.batches = batches;
    this.lasso = whole.lasso().weights();
    this.totalWeight = training.design().weight();
  }

  /// The weights after the last epoch.
  ///
  /// @throws Interruption at the first number that is not finite; its last good point is that of
  ///   the last whole epoch
  double[] run(double[] start, Training.Watcher watcher) {
    double[] point = start.clone();
    double[] good = start;
    Descent descent = descent(point.length);
    var gradient = new double[point.length];
    var random = new SplitMix(batches.seed());
    int[] order = IntStream.range(0, training.design().rows.length).toArray();
    int epoch = 0;
    try {
      report(0, point, watcher);
      for (epoch = 1; epoch <= batches.epochs(); epoch++) {
        random.shuffle(order);
        for (int from = 0; from < order.length; from += batches.batch()) {
          int to = Math.min(from + batches.batch(), order.length);
          double done = (epoch - 1 + (double) from / order.length) / batches.epochs();
          batch(order, from, to).at(point, gradient);
          double size = batches.stepSize() * batches.schedule().factor(done);
          descent.step(point, gradient, size);
          shrink(point, size);
        }
        report(epoch, point, watcher);
        good = point.clone();
      }
      return point;
    } catch (UndefinedException undefined) {
      throw new Interruption(epoch, good, undefined);
    }
  }

  /// The mean loss of a few rows, as a part of the weight that rows have on average, so that the
  /// expected gradient is that of the whole.
  private MeanLoss batch(int[] order, int from, int to) {
    Design few = training.design().pick(order, from, to);
    double weight = totalWeight * (to - from) / order.length;
    return new MeanLoss(few, training.pairing(), training.penalty(), Workers.NONE, weight);
  }

  private void report(int epoch, double[] point, Training.Watcher watcher) {
    whole.at(point, new double[point.length]);
    Training.finite(whole, point);
    watcher.accepted(epoch, whole, point);
  }

  /// The l1 penalty: every weight towards 0, at most to 0.
  private void shrink(double[] point, double size) {
    for (int i = 0; i < lasso.length; i++) {
      point[i] = Math.signum(point[i]) * Math.max(0, Math.abs(point[i]) - size * lasso[i]);
    }
  }

  /// What a step makes of a gradient.
  private interface Descent {
    void step(double[] point, double[] gradient, double size);
  }

  private Descent descent(int variables) {
    return switch (batches) {
      case Optimiser.Sgd sgd -> momentum(sgd, new double[variables]);
      case Optimiser.Adam adam -> adam(adam, new double[variables], new double[variables]);
    };
  }

  private static Descent momentum(Optimiser.Sgd sgd, double[] velocity) {
    return (point, gradient, size) -> {
      for (int i = 0; i < point.length; i++) {
        velocity[i] = sgd.momentum() * velocity[i] + gradient[i];
        double ahead = gradient[i] + sgd.momentum() * velocity[i];
        point[i] -= size * (sgd.nesterov() ? ahead : velocity[i]);
      }
    };
  }

  /// The first means are those of no gradient, which the divisors take out again.
  private Descent adam(Optimiser.Adam adam, double[] mean, double[] square) {
    double[] left = {1, 1};
    return (point, gradient, size) -> {
      left[0] *= adam.first();
      left[1] *= adam.second();
      for (int i = 0; i < point.length; i++) {
        mean[i] = adam.first() * mean[i] + (1 - adam.first()) * gradient[i];
        square[i] = adam.second() * square[i] + (1 - adam.second()) * gradient[i] * gradient[i];
        double root = Math.sqrt(square[i] / (1 - left[1])) + EPSILON;
        double decay = whole.layout().isIntercept(i) ? 0 : adam.decay() * point[i];
        point[i] -= size * (mean[i] / (1 - left[0]) / root + decay);
      }
    };
  }
}
