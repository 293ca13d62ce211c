package dev.plumb.cli;

import dev.plumb.Batch;
import dev.plumb.PlumbException;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Numbers;
import dev.plumb.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The numbers of a table that a loss is evaluated on.
///
/// @param table the name of the table
/// @param columns the columns, in the order of the binding
/// @param weights one a row, or null
record Samples(String table, Binding binding, List<double[]> columns, double[] weights) {

  /// Reads the columns in one pass.
  ///
  /// @param weight the column of weights, or null
  static Samples read(Table table, Binding binding, String weight) {
    var names = new ArrayList<>(binding.names());
    if (weight != null) {
      names.add(weight);
    }
    List<double[]> all = Mistake.unless(() -> table.columns(names));
    double[] weights = weight == null ? null : all.getLast();
    if (weights != null) {
      requireWeights(table, weight, weights);
    }
    return new Samples(table.name(), binding, all.subList(0, binding.names().size()), weights);
  }

  private static void requireWeights(Table table, String column, double[] weights) {
    for (int row = 0; row < weights.length; row++) {
      if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
        throw new PlumbException(
            "%s row %d, column %s: %s is no weight; a weight is a finite number, at least 0"
                .formatted(table.name(), row + 1, column, number(weights[row])));
      }
    }
  }

  int rows() {
    return columns.getFirst().length;
  }

  /// Whether a row counts at all.
  boolean counts(int row) {
    return weights == null || weights[row] != 0;
  }

  /// The place of a row, as it is complained about: `houses.csv row 17`.
  String place(int row) {
    return "%s row %d".formatted(table, row + 1);
  }

  /// The first column that holds no number in a row, if any does.
  Optional<String> missing(int row) {
    return IntStream.range(0, columns.size())
        .filter(k -> Double.isNaN(columns.get(k)[row]))
        .mapToObj(binding.names()::get)
        .findFirst();
  }

  /// The numbers of an input in a row.
  double[] at(Input input, int row) {
    int first = first(input);
    int count = binding.columns().get(input).size();
    return columns.subList(first, first + count).stream().mapToDouble(c -> c[row]).toArray();
  }

  private int first(Input wanted) {
    int first = 0;
    for (var input : binding.columns().entrySet()) {
      if (input.getKey().equals(wanted)) {
        return first;
      }
      first += input.getValue().size();
    }
    throw new IllegalArgumentException("no input " + wanted.name());
  }

  /// The numbers of a row in words: `p = 2, y = 1`.
  String words(int row) {
    var words = new ArrayList<String>();
    for (Input input : binding.columns().keySet()) {
      double[] numbers = at(input, row);
      words.add(input.name() + " = " + (input.row() ? Digits.row(numbers) : number(numbers[0])));
    }
    return String.join(", ", words);
  }

  /// A number as it was found.
  static String number(double value) {
    return Double.isNaN(value) ? "NaN or missing" : Numbers.text(value);
  }

  /// The same numbers with every row that does not count replaced by one that does.
  Samples counted() {
    int good = IntStream.range(0, rows()).filter(this::counts).findFirst().orElse(-1);
    if (weights == null || good < 0) {
      return this;
    }
    var copies = new ArrayList<double[]>();
    for (double[] column : columns) {
      double[] copy = column.clone();
      for (int row = 0; row < copy.length; row++) {
        copy[row] = counts(row) ? column[row] : column[good];
      }
      copies.add(copy);
    }
    return new Samples(table, binding, copies, weights);
  }

  /// As a batch of doubles or floats.
  Batch batch(boolean floats) {
    var arrays = new ArrayList<Object>();
    int first = 0;
    for (var input : binding.columns().values()) {
      double[] interleaved = interleaved(columns.subList(first, first + input.size()));
      arrays.add(floats ? floats(interleaved) : interleaved);
      first += input.size();
    }
    Batch batch = Batch.of(binding.classes(), rows(), arrays.toArray());
    return weights == null ? batch : batch.weights(weights);
  }

  private static double[] interleaved(List<double[]> columns) {
    if (columns.size() == 1) {
      return columns.getFirst();
    }
    int width = columns.size();
    int rows = columns.getFirst().length;
    double[] all = new double[Math.multiplyExact(rows, width)];
    for (int k = 0; k < width; k++) {
      for (int row = 0; row < rows; row++) {
        all[row * width + k] = columns.get(k)[row];
      }
    }
    return all;
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
