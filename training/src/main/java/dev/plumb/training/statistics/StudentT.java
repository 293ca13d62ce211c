package dev.plumb.training.statistics;

/// Student's t distribution.
///
/// @param freedom the degrees of freedom, above 0
public record StudentT(double freedom) {

  /// How likely a number at least as far from 0 is: the two-sided p-value.
  public double beyond(double t) {
    return Double.isInfinite(t) ? 0 : incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  /// The regularised incomplete beta function I_x(a, b), by its continued fraction evaluated after
  /// Lentz [Press et al. 2007, section 6.4].
  static double incompleteBeta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - incompleteBeta(1 - x, b, a);
    }
    double front =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    double c = 1;
    double d = 1 / (1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= 300; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / (1 + even * d);
      c = 1 + even / c;
      fraction *= c * d;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / (1 + odd * d);
      c = 1 + odd / c;
      fraction *= c * d;
      if (Math.abs(c * d - 1) < 1e-15) {
        break;
      }
    }
    return front * fraction / a;
  }

  /// log Γ(x) for x above 0: Stirling's series after raising x above 10.
  static double logGamma(double x) {
    double product = 1;
    double z = x;
    while (z < 10) {
      product *= z++;
    }
    double s = 1 / (z * z);
    double series =
        (1 / 12.0 - s * (1 / 360.0 - s * (1 / 1260.0 - s * (1 / 1680.0 - s / 1188.0)))) / z;
    return (z - 0.5) * StrictMath.log(z)
        - z
        + 0.5 * StrictMath.log(2 * Math.PI)
        + series
        - StrictMath.log(product);
  }
}
