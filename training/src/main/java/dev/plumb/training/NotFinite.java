package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.formula.Numbers;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A row at which a loss, or its gradient, is no finite number.
///
/// @param row the row number in the data, from 1
/// @param what `loss` or `gradient`
/// @param value NaN or infinite
/// @param scores the row's scores
/// @param target as the data has it
/// @param loss its name
record NotFinite(int row, String what, double value, double[] scores, double target, String loss) {

  /// The first such row with a weight above 0.
  ///
  /// @param scores `outputs` consecutive numbers a row of the design
  static Optional<NotFinite> find(Design design, Pairing pairing, double[] scores) {
    return find(design.rows, design.targets, design.weights, pairing, scores);
  }

  /// The same of rows that lie elsewhere.
  static Optional<NotFinite> find(
      int[] numbers, double[] known, double[] weights, Pairing pairing, double[] scores) {
    int outputs = pairing.outputs();
    int rows = numbers.length;
    double[] targets = pairing.form().of(known, outputs);
    var values = new double[rows];
    var gradient = new double[rows * outputs];
    pairing
        .scored()
        .evaluate(
            Batch.of(outputs, rows, scores, targets), 0, rows, Each.gradient(values, gradient));
    for (int i = 0; i < rows; i++) {
      if (weights != null && weights[i] == 0) {
        continue;
      }
      int at = i * outputs;
      double slope =
          Arrays.stream(gradient, at, at + outputs)
              .filter(g -> !Double.isFinite(g))
              .findFirst()
              .orElse(0);
      if (!Double.isFinite(values[i]) || slope != 0) {
        boolean loss = !Double.isFinite(values[i]);
        return Optional.of(
            new NotFinite(
                numbers[i] + 1,
                loss ? "loss" : "gradient",
                loss ? values[i] : slope,
                Arrays.copyOfRange(scores, at, at + outputs),
                known[i],
                pairing.loss().name()));
      }
    }
    return Optional.empty();
  }

  /// As printed: `row 17: the loss is NaN at score -3.5 for target 2 (mine)`.
  String text() {
    String at =
        IntStream.range(0, scores.length)
            .mapToObj(k -> Numbers.text(scores[k]))
            .collect(Collectors.joining(", "));
    return "row %d: the %s of %s is %s at score %s for target %s"
        .formatted(row, what, loss, value, at, Numbers.text(target));
  }
}
