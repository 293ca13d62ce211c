package dev.plumb.training;

import dev.plumb.training.calibration.Calibration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Scores of rows that a model did not learn from, and the classes of these rows.
///
/// @param scores `outputs` consecutive numbers a row
/// @param labels class numbers
/// @param weights one a row, or null
record HeldOut(double[] scores, double[] labels, double[] weights, int outputs) {

  /// How these scores become probabilities.
  Calibration calibration(Calibration.Method method) {
    return Calibration.learn(method, scores, labels, weights, outputs);
  }

  /// The rows of several, of which there is one at least.
  static HeldOut joined(List<HeldOut> parts) {
    HeldOut first = parts.getFirst();
    return new HeldOut(
        parts.stream().flatMapToDouble(p -> Arrays.stream(p.scores)).toArray(),
        parts.stream().flatMapToDouble(p -> Arrays.stream(p.labels)).toArray(),
        first.weights == null
            ? null
            : parts.stream().flatMapToDouble(p -> Arrays.stream(p.weights)).toArray(),
        first.outputs);
  }

  /// For each of several what the others tell: a calibration that none of its own rows has a part
  /// in.
  static List<Calibration> byOthers(List<HeldOut> parts, Calibration.Method method) {
    return IntStream.range(0, parts.size())
        .mapToObj(i ->
            joined(
                    IntStream.range(0, parts.size())
                        .filter(k -> k != i)
                        .mapToObj(parts::get)
                        .toList())
                .calibration(method))
        .toList();
  }
}
