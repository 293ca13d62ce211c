package dev.plumb.training;

import java.util.Arrays;

/// The least absolute deviation of a plane, exactly: an optimal plane goes through as many points
/// as it has weights [Bloomfield and Steiger 1983], so the best of all planes through so many
/// points is the best of all planes.
final class LeastAbsolute {
  private LeastAbsolute() {}

  /// The smallest mean absolute residual over all planes through three features.
  static double of(double[][] x, double[] y) {
    int n = y.length;
    double best = Double.POSITIVE_INFINITY;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        for (int c = b + 1; c < n; c++) {
          for (int d = c + 1; d < n; d++) {
            best = Math.min(best, through(x, y, a, b, c, d));
          }
        }
      }
    }
    return best;
  }

  private static double through(double[][] x, double[] y, int... points) {
    var system = new double[4][5];
    for (int i = 0; i < 4; i++) {
      system[i] = new double[] {1, x[0][points[i]], x[1][points[i]], x[2][points[i]], y[points[i]]};
    }
    double[] w = Linear.solve(system);
    if (Arrays.stream(w).anyMatch(v -> !Double.isFinite(v))) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += Math.abs(y[i] - w[0] - w[1] * x[0][i] - w[2] * x[1][i] - w[3] * x[2][i]);
    }
    return sum / y.length;
  }
}
