package dev.plumb.models;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.plumb.training.Encoding;
import java.util.ArrayList;
import java.util.List;

/// The preparation of the columns as operators: a missing number becomes the mean, numbers are
/// centred and scaled, texts become the places of their levels.
///
/// @param numbers the prepared numbers, a row of them for each row; null where there are none
/// @param codes for each category the place of each row's level
record Inputs(String numbers, List<String> codes) {

  static Inputs of(Encoding encoding, Graph graph) {
    var columns = new ArrayList<String>();
    for (Encoding.Scaled number : encoding.numbers()) {
      if (!columns.contains(number.feature())) {
        columns.add(graph.input(number.feature(), false));
      }
    }
    var codes = new ArrayList<String>();
    for (Encoding.Levels category : encoding.categories()) {
      String places = graph.places(graph.input(category.feature(), true), category.levels());
      codes.add(graph.of("Reshape", places, graph.whole(new int[] {1}, -1)));
    }
    return new Inputs(columns.isEmpty() ? null : numbers(encoding, columns, graph), codes);
  }

  private static String numbers(Encoding encoding, List<String> columns, Graph graph) {
    List<Encoding.Scaled> numbers = encoding.numbers();
    int width = numbers.size();
    var from = new int[width];
    var indicator = new double[width];
    var mean = new double[width];
    var deviation = new double[width];
    for (int j = 0; j < width; j++) {
      Encoding.Scaled number = numbers.get(j);
      from[j] = columns.indexOf(number.feature());
      indicator[j] = number instanceof Encoding.Missing ? 1 : 0;
      mean[j] = number.mean();
      deviation[j] = number.deviation();
    }
    int[] row = {1, width};
    String raw = graph.along("Concat", 1, columns.toArray(String[]::new));
    String exact = graph.cast(raw, DataType.DOUBLE);
    String picked = graph.along("Gather", 1, exact, graph.whole(new int[] {width}, from));
    String missing = graph.of("IsNaN", picked);
    String means = graph.numbers(row, mean);
    String filled = graph.of("Where", missing, means, picked);
    if (numbers.stream().anyMatch(Encoding.Missing.class::isInstance)) {
      String asks = graph.cast(graph.numbers(row, indicator), DataType.BOOL);
      filled = graph.of("Where", asks, graph.cast(missing, DataType.DOUBLE), filled);
    }
    return graph.of("Div", graph.of("Sub", filled, means), graph.numbers(row, deviation));
  }
}
