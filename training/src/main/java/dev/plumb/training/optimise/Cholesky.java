package dev.plumb.training.optimise;

import java.util.Optional;

/// A symmetric matrix as L·Lᵀ, of which rows that depend on earlier ones are left out: the solution
/// is 0 there [Higham 1990, "Analysis of the Cholesky decomposition of a semi-definite matrix"].
final class Cholesky {
  /// A pivot that is such a part of its diagonal element is rounding.
  private static final double DEPENDENT = 1e-12;

  private final double[][] factor;

  private Cholesky(double[][] factor) {
    this.factor = factor;
  }

  /// @param matrix of which the elements up to the diagonal are read
  /// @param ridge added to the diagonal
  /// @return empty when the matrix has a direction of negative curvature
  static Optional<Cholesky> of(double[][] matrix, double ridge) {
    int size = matrix.length;
    var factor = new double[size][];
    for (int i = 0; i < size; i++) {
      double[] row = new double[i + 1];
      factor[i] = row;
      for (int j = 0; j < i; j++) {
        double pivot = factor[j][j];
        row[j] = pivot == 0 ? 0 : (matrix[i][j] - dot(row, factor[j], j)) / pivot;
      }
      double diagonal = matrix[i][i] + ridge;
      double pivot = diagonal - dot(row, row, i);
      if (!(pivot >= -DEPENDENT * Math.abs(diagonal))) {
        return Optional.empty();
      }
      row[i] = pivot <= DEPENDENT * diagonal ? 0 : Math.sqrt(pivot);
    }
    return Optional.of(new Cholesky(factor));
  }

  /// The vector that the matrix takes to the right side, as far as the rows kept can tell.
  double[] solve(double[] right) {
    int size = factor.length;
    var x = new double[size];
    for (int i = 0; i < size; i++) {
      double pivot = factor[i][i];
      x[i] = pivot == 0 ? 0 : (right[i] - dot(factor[i], x, i)) / pivot;
    }
    for (int i = size - 1; i >= 0; i--) {
      double pivot = factor[i][i];
      x[i] = pivot == 0 ? 0 : x[i] / pivot;
      for (int j = 0; j < i; j++) {
        x[j] -= factor[i][j] * x[i];
      }
    }
    return x;
  }

  /// The sum of the first products.
  private static double dot(double[] a, double[] b, int count) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < count; i += 2) {
      even += a[i] * b[i];
      odd += a[i + 1] * b[i + 1];
    }
    return i < count ? even + odd + a[i] * b[i] : even + odd;
  }
}
