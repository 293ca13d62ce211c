package dev.plumb.training.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Order among rows: how well scores put one kind of row above another, and which rows come first.
public final class Ranks {
  private Ranks() {}

  /// The area under the receiver operating characteristic: how likely a random row of label 1 has a
  /// higher score than a random row of label 0, a tie counting half [Hanley and McNeil 1982,
  /// doi:10.1148/radiology.143.1.7063747].
  ///
  /// @param labels 0 or 1
  /// @param weights one a row, or null
  /// @return NaN when only one label is there, or a score is NaN
  public static double area(double[] scores, double[] labels, double[] weights) {
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      return Double.NaN;
    }
    return weights == null ? counted(scores, labels) : weighed(scores, labels, weights);
  }

  /// The places of the largest numbers, largest first; among equals the larger second key, then the
  /// earlier place.
  ///
  /// @param count at most so many
  public static int[] top(int count, double[] first, double[] second) {
    var top = new int[Math.min(count, first.length)];
    int found = 0;
    for (int i = 0; i < first.length; i++) {
      int at = found;
      while (at > 0 && above(i, top[at - 1], first, second)) {
        at--;
      }
      if (at < top.length) {
        found = Math.min(found + 1, top.length);
        System.arraycopy(top, at, top, at + 1, found - at - 1);
        top[at] = i;
      }
    }
    return top;
  }

  private static boolean above(int a, int b, double[] first, double[] second) {
    return first[a] > first[b] || first[a] == first[b] && second[a] > second[b];
  }

  /// The mean, over the rows of label 1, of the precision among the rows that score at least as
  /// high: the area below the steps of precision by recall.
  ///
  /// @param labels 0 or 1
  /// @param weights one a row, or null
  /// @return NaN when no label is 1, or a score is NaN
  public static double averagePrecision(double[] scores, double[] labels, double[] weights) {
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      return Double.NaN;
    }
    int[] order = falling(scores);
    double found = 0;
    double seen = 0;
    double sum = 0;
    for (int from = 0, to; from < order.length; from = to) {
      double before = found;
      for (to = from; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
        double w = weights == null ? 1 : weights[order[to]];
        seen += w;
        found += labels[order[to]] == 1 ? w : 0;
      }
      sum += found == before ? 0 : (found - before) * found / seen;
    }
    return sum / found;
  }

  /// The gains of rows in the order of their scores, each divided by log2 of one more than its
  /// place, as a part of the best order's; rows of one score share their places [Järvelin and
  /// Kekäläinen 2002, doi:10.1145/582415.582418; McSherry and Najork 2008 for ties].
  ///
  /// @param gains at least 0
  /// @return NaN when no row has a gain, or a score is NaN
  public static double gain(double[] scores, double[] gains) {
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      return Double.NaN;
    }
    return discounted(scores, gains) / discounted(gains, gains);
  }

  private static double discounted(double[] scores, double[] gains) {
    int[] order = falling(scores);
    double sum = 0;
    for (int from = 0, to; from < order.length; from = to) {
      double gain = 0;
      double discount = 0;
      for (to = from; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
        gain += gains[order[to]];
        discount += StrictMath.log(2) / StrictMath.log(to + 2);
      }
      sum += gain * discount / (to - from);
    }
    return sum;
  }

  private static int[] falling(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
        .mapToInt(i -> i)
        .toArray();
  }

  private static double counted(double[] scores, double[] labels) {
    double[] zeros = ofLabel(0, scores, labels);
    double[] ones = ofLabel(1, scores, labels);
    double pairs = 0;
    int below = 0;
    int upTo = 0;
    for (double score : ones) {
      while (below < zeros.length && zeros[below] < score) {
        below++;
      }
      while (upTo < zeros.length && zeros[upTo] <= score) {
        upTo++;
      }
      pairs += (below + upTo) / 2.0;
    }
    return pairs / ((double) zeros.length * ones.length);
  }

  private static double[] ofLabel(int label, double[] scores, double[] labels) {
    return IntStream.range(0, scores.length)
        .filter(i -> labels[i] == label)
        .mapToDouble(i -> scores[i])
        .sorted()
        .toArray();
  }

  private static double weighed(double[] scores, double[] labels, double[] weights) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a], scores[b]))
            .mapToInt(i -> i)
            .toArray();
    double below = 0;
    double ones = 0;
    double pairs = 0;
    for (int from = 0, to; from < order.length; from = to) {
      double zerosHere = 0;
      double onesHere = 0;
      for (to = from; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
        double w = weights[order[to]];
        zerosHere += labels[order[to]] == 0 ? w : 0;
        onesHere += labels[order[to]] == 0 ? 0 : w;
      }
      pairs += onesHere * (below + zerosHere / 2);
      below += zerosHere;
      ones += onesHere;
    }
    return pairs / (below * ones);
  }
}
