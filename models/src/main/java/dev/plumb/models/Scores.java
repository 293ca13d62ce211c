package dev.plumb.models;

import dev.plumb.training.Layer;
import dev.plumb.training.network.Activation;
import java.util.Arrays;
import java.util.List;

/// The layers of a model as operators.
final class Scores {
  private Scores() {}

  /// The scores of each row.
  static String of(List<Layer> layers, Inputs inputs, Graph graph) {
    String numbers = inputs.numbers();
    for (Layer layer : layers) {
      int outputs = layer.bias().length;
      String sum = graph.numbers(new int[] {1, outputs}, layer.bias());
      if (numbers != null) {
        String weights = matrix(layer.weights(), outputs, graph);
        sum = graph.of("Add", graph.of("MatMul", numbers, weights), sum);
      }
      for (int c = 0; c < layer.levels().length; c++) {
        String table = matrix(layer.levels()[c], outputs, graph);
        sum = graph.of("Add", graph.along("Gather", 0, table, inputs.codes().get(c)), sum);
      }
      numbers = activated(layer.activation(), sum, graph);
    }
    return numbers;
  }

  private static String matrix(double[][] rows, int width, Graph graph) {
    double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return graph.numbers(new int[] {rows.length, width}, values);
  }

  private static String activated(Activation activation, String sum, Graph graph) {
    return switch (activation) {
      case NONE -> sum;
      case RELU -> graph.of("Relu", sum);
      case TANH -> graph.of("Tanh", sum);
      case GELU -> {
        String half = graph.of("Mul", sum, graph.number(0.5));
        String erf = graph.inFloat("Erf", graph.of("Mul", sum, graph.number(Math.sqrt(0.5))));
        yield graph.of("Mul", half, graph.of("Add", erf, graph.number(1)));
      }
    };
  }
}
