package dev.plumb.tables;

import org.duckdb.DuckDBReadableVector;

/// An expression over the table `data`, and the array that takes its values.
sealed interface Sink {
  /// In SQL; a double for numbers, an integer for codes.
  String expression();

  /// Takes `count` values of the vector as rows `from`, `from + 1`, …
  void take(DuckDBReadableVector vector, int from, int count);

  /// Numbers in full; NaN where missing.
  record Doubles(String expression, double[] values) implements Sink {
    @Override
    public void take(DuckDBReadableVector vector, int from, int count) {
      for (int row = 0; row < count; row++) {
        values[from + row] = vector.getDouble(row, Double.NaN);
      }
    }
  }

  /// Numbers rounded to float; NaN where missing.
  record Floats(String expression, float[] values) implements Sink {
    @Override
    public void take(DuckDBReadableVector vector, int from, int count) {
      for (int row = 0; row < count; row++) {
        values[from + row] = (float) vector.getDouble(row, Double.NaN);
      }
    }
  }

  /// Indices of labels; −1 where missing.
  record Codes(String expression, int[] values) implements Sink {
    @Override
    public void take(DuckDBReadableVector vector, int from, int count) {
      for (int row = 0; row < count; row++) {
        values[from + row] = vector.getInt(row, -1);
      }
    }
  }
}
