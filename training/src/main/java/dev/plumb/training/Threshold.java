package dev.plumb.training;

import java.util.stream.IntStream;

/// The score above which a row is best taken for class 1, by a metric that counts right and wrong:
/// chosen on rows that were learnt from, apart from the loss.
final class Threshold {
  private Threshold() {}

  /// The middle between two neighbouring scores at which the metric is best, of several the one
  /// closest to the middle of the scores' order.
  static double best(Metric metric, Prediction learnt) {
    var value = metric.confusion().orElseThrow();
    double[] scores = learnt.numbers();
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a], scores[b]))
            .mapToInt(i -> i)
            .toArray();
    var table = new double[2][2];
    for (int i = 0; i < scores.length; i++) {
      table[(int) learnt.targets()[i]][1] += weight(learnt, i);
    }
    double best = Double.NEGATIVE_INFINITY;
    double threshold = Double.NEGATIVE_INFINITY;
    int distance = Integer.MAX_VALUE;
    for (int at = 0; at <= order.length; at++) {
      if (at > 0) {
        int row = order[at - 1];
        table[(int) learnt.targets()[row]][1] -= weight(learnt, row);
        table[(int) learnt.targets()[row]][0] += weight(learnt, row);
      }
      if (at > 0 && at < order.length && scores[order[at]] == scores[order[at - 1]]) {
        continue;
      }
      double found = value.applyAsDouble(new Confusion(table)) * (metric.higherIsBetter() ? 1 : -1);
      int apart = Math.abs(2 * at - order.length);
      if (found > best || found == best && apart < distance) {
        best = found;
        distance = apart;
        threshold = between(scores, order, at);
      }
    }
    return threshold;
  }

  private static double between(double[] scores, int[] order, int at) {
    if (at == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double below = scores[order[at - 1]];
    return at == order.length ? below : below / 2 + scores[order[at]] / 2;
  }

  private static double weight(Prediction p, int row) {
    return p.weights() == null ? 1 : p.weights()[row];
  }
}
