package dev.plumb.models;

import dev.plumb.training.calibration.Calibration;
import dev.plumb.training.calibration.Isotonic;
import dev.plumb.training.calibration.Platt;
import dev.plumb.training.calibration.Temperature;

/// Calibrations as operators: from scores to probabilities.
final class Probabilities {
  private Probabilities() {}

  static String of(Calibration calibration, String scores, Graph graph) {
    return switch (calibration) {
      case Platt(double slope, double offset) ->
          graph.of(
              "Sigmoid",
              graph.of("Add", graph.of("Mul", scores, graph.number(slope)), graph.number(offset)));
      case Temperature(double inverse, int classes) -> {
        String warmed = graph.of("Mul", scores, graph.number(inverse));
        yield classes == 1 ? graph.of("Sigmoid", warmed) : graph.along("Softmax", -1, warmed);
      }
      case Isotonic steps -> steps(steps.knots(), scores, graph);
    };
  }

  /// The first probability, and on top of it each rise between neighbours, as far as the score has
  /// come from one to the other.
  private static String steps(Isotonic knots, String scores, Graph graph) {
    double[] at = knots.scores();
    double[] probabilities = knots.probabilities();
    int count = at.length - 1;
    if (count == 0) {
      return graph.of(
          "Add", graph.of("Mul", scores, graph.number(0)), graph.number(probabilities[0]));
    }
    var low = new double[count];
    var width = new double[count];
    var rise = new double[count];
    for (int i = 0; i < count; i++) {
      low[i] = at[i];
      width[i] = at[i + 1] - at[i];
      rise[i] = probabilities[i + 1] - probabilities[i];
    }
    int[] row = {1, count};
    String way =
        graph.of(
            "Div", graph.of("Sub", scores, graph.numbers(row, low)), graph.numbers(row, width));
    String part = graph.of("Min", graph.of("Max", way, graph.number(0)), graph.number(1));
    String sum = graph.fold("ReduceSum", graph.of("Mul", part, graph.numbers(row, rise)));
    return graph.of("Add", sum, graph.number(probabilities[0]));
  }
}
