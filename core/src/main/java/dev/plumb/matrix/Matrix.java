package dev.plumb.matrix;

import java.util.Objects;

/// Rows and columns of floats: a view of the caller's array, which is not copied.
///
/// @param numbers the array
/// @param start where row 0, column 0 lies
/// @param rows the number of rows
/// @param columns the number of columns
/// @param rowStep from an element to the one below it
/// @param columnStep from an element to the one beside it
public record Matrix(
    float[] numbers, int start, int rows, int columns, int rowStep, int columnStep) {

  public Matrix {
    if (rows < 0 || columns < 0 || rowStep < 0 || columnStep < 0) {
      throw new IllegalArgumentException("a matrix of %d × %d".formatted(rows, columns));
    }
    if (rows > 0 && columns > 0) {
      long last = start + (rows - 1L) * rowStep + (columns - 1L) * columnStep;
      Objects.checkIndex(start, numbers.length);
      Objects.checkIndex(last, (long) numbers.length);
    }
  }

  /// A whole array, row after row.
  ///
  /// @param columns the length of a row; the array holds a whole number of rows
  public static Matrix of(float[] numbers, int columns) {
    if (columns < 1 || numbers.length % columns != 0) {
      throw new IllegalArgumentException(
          "%d numbers are no whole number of rows of %d".formatted(numbers.length, columns));
    }
    return new Matrix(numbers, 0, numbers.length / columns, columns, columns, 1);
  }

  /// The same numbers with rows and columns exchanged.
  public Matrix transposed() {
    return new Matrix(numbers, start, columns, rows, columnStep, rowStep);
  }

  /// The rows `from` to `to - 1`.
  public Matrix rows(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new Matrix(numbers, index(from, 0), to - from, columns, rowStep, columnStep);
  }

  /// The columns `from` to `to - 1`.
  public Matrix columns(int from, int to) {
    return transposed().rows(from, to).transposed();
  }

  /// Where an element lies in the array.
  public int index(int row, int column) {
    return start + row * rowStep + column * columnStep;
  }

  /// An element.
  public float at(int row, int column) {
    return numbers[index(row, column)];
  }
}
