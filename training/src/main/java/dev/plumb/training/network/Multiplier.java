package dev.plumb.training.network;

import dev.plumb.matrix.Matrix;

/// Who multiplies matrices.
public interface Multiplier {
  /// c = a b
  void set(Matrix c, Matrix a, Matrix b);

  /// Each element as one sum of a fixed order: the same bits whatever the lanes and the threads.
  static Multiplier fixedOrder(Parts parts) {
    return new SharedProduct(parts);
  }
}
