package dev.plumb.training;

import dev.plumb.training.network.Architecture;
import dev.plumb.training.network.Multiplier;
import dev.plumb.training.network.Passes;
import dev.plumb.training.network.Rows;
import dev.plumb.training.network.Weights;
import java.util.stream.IntStream;

/// The scores of all rows of some data by a network, a fixed number of rows at a time.
final class Scoring {
  private static final int AT_ONCE = 1024;

  private final Rows rows;
  private final Output output;
  private final Passes passes;

  Scoring(
      Architecture architecture, Weights weights, Rows rows, Output output, Multiplier multiplier) {
    this.rows = rows;
    this.output = output;
    this.passes = new Passes(architecture, weights, rows, AT_ONCE, multiplier);
  }

  /// `outputs` consecutive numbers a row.
  double[] at(double[] point, int count) {
    passes.at(point);
    int outputs = output.start().length;
    int[] order = IntStream.range(0, count).toArray();
    var scores = new double[count * outputs];
    var some = new double[AT_ONCE * outputs];
    for (int from = 0; from < count; from += AT_ONCE) {
      int to = Math.min(count, from + AT_ONCE);
      passes.forward(rows, order, from, to, null, some);
      output.score(some, to - from);
      System.arraycopy(some, 0, scores, from * outputs, (to - from) * outputs);
    }
    return scores;
  }
}
