package dev.plumb.training;

import dev.plumb.Loss;

/// The mean and the variance of a normal distribution: the first score is the mean, the second the
/// logarithm of the variance [Nix and Weigend 1994, doi:10.1109/ICNN.1994.374138].
record MeanAndVariance() implements Several {
  private static final String LOSS =
      """
      loss mean_and_variance(z[] | y)
        = sum(if index(z) == 0 then (y - z)^2 * exp(-z[1]) / 2 else z / 2)
        response if index(z) == 0 then z else exp(z)
      """;

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public Loss loss(double[] targets, double[] weights) {
    return Loss.of(LOSS);
  }

  @Override
  public double[] start(double[] targets, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < targets.length; i++) {
      double w = weights == null ? 1 : weights[i];
      all += w;
      sum += w == 0 ? 0 : w * targets[i];
    }
    double mean = sum / all;
    double squares = 0;
    for (int i = 0; i < targets.length; i++) {
      double w = weights == null ? 1 : weights[i];
      squares += w == 0 ? 0 : w * (targets[i] - mean) * (targets[i] - mean);
    }
    return new double[] {mean, StrictMath.log(squares / all)};
  }
}
