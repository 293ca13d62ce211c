package dev.plumb.models;

/// A value while a graph runs: numbers (also whole ones, and 1 and 0 for true and false) or texts,
/// the last dimension running fastest.
sealed interface Tensor {
  int[] shape();

  /// Numbers, computed in double.
  record Numbers(int[] shape, double[] values) implements Tensor {}

  record Texts(int[] shape, String[] values) implements Tensor {}

  /// How many elements a shape has.
  static int size(int[] shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    return size;
  }
}
