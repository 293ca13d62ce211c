package dev.plumb.training;

import dev.plumb.training.optimise.Interruption;
import dev.plumb.training.optimise.UndefinedException;
import dev.plumb.training.statistics.SplitMix;
import java.util.stream.IntStream;

/// Stochastic gradient descent with momentum, a few rows a step, in an order drawn from a seed.
final class MiniBatches {
  private final Training training;
  private final MeanLoss whole;
  private final Optimiser.Sgd sgd;
  private final double totalWeight;

  MiniBatches(Training training, MeanLoss whole, Optimiser.Sgd sgd) {
    this.training = training;
    this.whole = whole;
    this.sgd = sgd;
    this.totalWeight = training.design().weight();
  }

  /// The weights after the last epoch.
  ///
  /// @throws Interruption at the first number that is not finite; its last good point is that of
  ///   the last whole epoch
  double[] run(double[] start, Training.Watcher watcher) {
    double[] point = start.clone();
    double[] good = start;
    var velocity = new double[point.length];
    var gradient = new double[point.length];
    var random = new SplitMix(sgd.seed());
    int[] order = IntStream.range(0, training.design().rows.length).toArray();
    int epoch = 0;
    try {
      report(0, point, watcher);
      for (epoch = 1; epoch <= sgd.epochs(); epoch++) {
        random.shuffle(order);
        for (int from = 0; from < order.length; from += sgd.batch()) {
          int to = Math.min(from + sgd.batch(), order.length);
          double done = (epoch - 1 + (double) from / order.length) / sgd.epochs();
          batch(order, from, to).at(point, gradient);
          step(point, velocity, gradient, sgd.stepSize() * sgd.schedule().factor(done));
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

  private void step(double[] point, double[] velocity, double[] gradient, double size) {
    for (int i = 0; i < point.length; i++) {
      velocity[i] = sgd.momentum() * velocity[i] + gradient[i];
      point[i] -= size * velocity[i];
    }
  }
}
