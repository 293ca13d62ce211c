package dev.plumb.training;

/// Small systems of linear equations.
final class Linear {
  private Linear() {}

  /// The solution of the system whose last column is the right-hand side, by elimination with the
  /// largest pivot; not finite where there is none.
  static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c; r < n; r++) {
        pivot = Math.abs(rows[r][c]) > Math.abs(rows[pivot][c]) ? r : pivot;
      }
      double[] swap = rows[c];
      rows[c] = rows[pivot];
      rows[pivot] = swap;
      for (int r = 0; r < n; r++) {
        double factor = r == c ? 0 : rows[r][c] / rows[c][c];
        for (int k = c; factor != 0 && k <= n; k++) {
          rows[r][k] -= factor * rows[c][k];
        }
      }
    }
    var solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = rows[i][n] / rows[i][i];
    }
    return solution;
  }
}
