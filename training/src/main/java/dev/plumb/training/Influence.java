package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.training.statistics.Ranks;
import dev.plumb.training.statistics.Selection;
import java.util.Arrays;
import java.util.List;

/// How hard rows pull: the absolute derivative of the loss by the score, weighted, summed over the
/// scores of a row.
///
/// @param top1PercentShare of the pull of all rows, the share of the 1 % (at least one row) that
///   pull hardest
/// @param worst the row numbers, from 1, of those that pull hardest; among equals first the larger
///   loss
record Influence(double top1PercentShare, List<Integer> worst) {
  private static final int NAMED = 10;

  /// @param scores of every row, `outputs` consecutive numbers a row
  static Influence of(Design design, Pairing pairing, double[] scores) {
    int rows = design.rows.length;
    int outputs = pairing.outputs();
    var values = new double[rows];
    var gradient = new double[rows * outputs];
    pairing
        .scored()
        .evaluate(
            Batch.of(outputs, rows, scores, pairing.form().of(design.targets, outputs)),
            0,
            rows,
            Each.gradient(values, gradient));
    var pull = new double[rows];
    for (int i = 0; i < rows; i++) {
      double w = design.weights == null ? 1 : design.weights[i];
      for (int k = 0; w != 0 && k < outputs; k++) {
        pull[i] += w * Math.abs(gradient[i * outputs + k]);
      }
    }
    List<Integer> worst =
        Arrays.stream(Ranks.top(NAMED, pull, values)).mapToObj(i -> design.rows[i] + 1).toList();
    return new Influence(share(pull), worst);
  }

  private static double share(double[] pull) {
    int few = (pull.length + 99) / 100;
    double all = Arrays.stream(pull).sum();
    double[] parted = pull.clone();
    Selection.nth(parted, parted.length - few);
    double top = Arrays.stream(parted, parted.length - few, parted.length).sum();
    return all == 0 ? 0 : top / all;
  }
}
