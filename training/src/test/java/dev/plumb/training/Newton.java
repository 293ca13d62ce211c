package dev.plumb.training;

import java.util.Arrays;

/// Logistic regression by Newton's method on plain arrays.
final class Newton {
  private Newton() {}

  /// Intercept and slopes in the features' own units, for labels 0 and 1 and numbers without holes.
  static double[] logistic(Dataset data) {
    int d = data.features().size() + 1;
    var w = new double[d];
    for (int iteration = 0; iteration < 50; iteration++) {
      var system = new double[d][d + 1];
      for (int i = 0; i < data.rows(); i++) {
        var x = new double[d];
        x[0] = 1;
        for (int j = 1; j < d; j++) {
          x[j] = ((Feature.Numeric) data.features().get(j - 1)).values()[i];
        }
        double z = 0;
        for (int j = 0; j < d; j++) {
          z += w[j] * x[j];
        }
        double p = 1 / (1 + Math.exp(-z));
        for (int j = 0; j < d; j++) {
          system[j][d] += (data.target().values()[i] - p) * x[j];
          for (int k = 0; k < d; k++) {
            system[j][k] += p * (1 - p) * x[j] * x[k];
          }
        }
      }
      double[] step = Linear.solve(system);
      Arrays.setAll(w, j -> w[j] + step[j]);
    }
    return w;
  }
}
