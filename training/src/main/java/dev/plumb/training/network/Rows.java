package dev.plumb.training.network;

/// Prepared rows: what the first layer reads.
///
/// @param numbers centred and scaled, `width` consecutive numbers a row
/// @param width how many numbers a row has
/// @param levels for each row and category the input that its level is, counted behind the numbers;
///   −1 for one that contributes nothing
/// @param categories how many categories a row has
public record Rows(float[] numbers, int width, int[] levels, int categories) {
  /// Some rows in some order.
  ///
  /// @param order places of rows, of which those from `from` to `to - 1` are taken
  /// @param into receives them, and has room for as many
  void pick(int[] order, int from, int to, Rows into) {
    for (int i = from; i < to; i++) {
      System.arraycopy(numbers, order[i] * width, into.numbers, (i - from) * width, width);
      System.arraycopy(
          levels, order[i] * categories, into.levels, (i - from) * categories, categories);
    }
  }

  /// Room for some rows of this kind.
  Rows room(int rows) {
    return new Rows(new float[rows * width], width, new int[rows * categories], categories);
  }
}
