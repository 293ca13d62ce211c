package dev.plumb.calculus;

/// Special functions in double precision, with the same bits everywhere: only IEEE 754 arithmetic
/// and StrictMath.
public final class Special {
  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;
  private static final double EULER = 0.5772156649015329;
  private static final double SERIES_END = 2.0;
  private static final int SHIFT = 12;

  /// Coefficients of 1/x^(2k+1) in the logarithm of Stirling's series (Abramowitz, Stegun 1964,
  /// 6.1.41).
  private static final double[] STIRLING = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
  };

  private Special() {}

  /// The error function.
  public static double erf(double x) {
    if (Math.abs(x) <= SERIES_END) {
      return series(x);
    }
    return x > 0 ? 1 - erfc(x) : x < 0 ? erfc(-x) - 1 : x;
  }

  /// 1 - erf, to the last digits where erf is near 1.
  public static double erfc(double x) {
    if (x > 0.5 && x <= SERIES_END || x > SERIES_END) {
      return StrictMath.exp(-x * x) * squareCorrection(x) * continuedFraction(x);
    }
    return 1 - erf(x);
  }

  /// erf by the series of positive terms e^(-x²) Σ 2^n x^(2n+1) / (2n+1)!! (Abramowitz, Stegun
  /// 1964, 7.1.6).
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x) * sum;
  }

  /// e^-(rounding error of x²), which x * x loses.
  private static double squareCorrection(double x) {
    double error = Math.fma(x, x, -(x * x));
    return 1 - (Double.isFinite(error) ? error : 0);
  }

  /// erfc(x) e^(x²) by the continued fraction 7.1.14, from its far end.
  private static double continuedFraction(double x) {
    int terms = x > 4 ? 60 : (int) (400 / (x * x)) + 60;
    double fraction = x;
    for (int n = terms; n >= 1; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return TWO_OVER_ROOT_PI / 2 / fraction;
  }

  /// The logarithm of the gamma function, for x > 0; infinite at 0, NaN below.
  public static double lgamma(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return x == 0 || x == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    if (Math.abs(x - 1) < 0.5) {
      return nearOne(x - 1);
    }
    if (Math.abs(x - 2) <= 0.5) {
      return nearOne(x - 2) + StrictMath.log1p(x - 2);
    }
    double product = 1;
    double shifted = x;
    for (; shifted < SHIFT; shifted++) {
      product *= shifted;
    }
    return stirling(shifted) - StrictMath.log(product);
  }

  private static double stirling(double x) {
    double square = 1 / (x * x);
    double sum = 0;
    for (int k = STIRLING.length - 1; k >= 0; k--) {
      sum = sum * square + STIRLING[k];
    }
    return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + sum / x;
  }

  /// lgamma(1 + t) = -γt + Σ ζ(k)(-t)^k / k, with ζ(k) - 1 summed apart so that it converges like
  /// 2^-k (Abramowitz, Stegun 1964, 6.1.33): -log1p(t) + t(1 - γ) + Σ (ζ(k) - 1)(-t)^k / k.
  private static double nearOne(double t) {
    double sum = 0;
    double power = -t;
    for (int k = 2; k <= ZETA_LESS_ONE.length + 1; k++) {
      power *= -t;
      sum += ZETA_LESS_ONE[k - 2] * power / k;
    }
    return t * (1 - EULER) - StrictMath.log1p(t) + sum;
  }

  /// ζ(k) - 1 for k = 2, 3, …
  private static final double[] ZETA_LESS_ONE = zetaLessOne();

  private static double[] zetaLessOne() {
    double[] values = new double[54];
    for (int k = 2; k < values.length + 2; k++) {
      double sum = 0;
      for (int n = 30; n >= 2; n--) {
        sum += StrictMath.pow(n, -k);
      }
      values[k - 2] = sum + tail(k, 30.5);
    }
    return values;
  }

  /// Σ n^-k over n > a - 1/2 by the midpoint rule of Euler and Maclaurin.
  private static double tail(int k, double a) {
    double integral = StrictMath.pow(a, 1 - k) / (k - 1);
    double first = k * StrictMath.pow(a, -k - 1) / 24;
    double third = 7.0 * k * (k + 1) * (k + 2) * StrictMath.pow(a, -k - 3) / 5760;
    double fifth =
        31.0 * k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * StrictMath.pow(a, -k - 5) / 967680;
    return integral - first + third - fifth;
  }

  /// The derivative of lgamma, for x > 0.
  public static double digamma(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }
    double shifted = x;
    double sum = 0;
    for (; shifted < SHIFT; shifted++) {
      sum -= 1 / shifted;
    }
    double square = 1 / (shifted * shifted);
    double series = 0;
    for (int k = STIRLING.length - 1; k >= 0; k--) {
      series = (series + STIRLING[k] * (2 * k + 1)) * square;
    }
    return sum + (StrictMath.log(shifted) - 0.5 / shifted - series);
  }

  /// The second derivative of lgamma, for x > 0.
  public static double trigamma(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return x == 0 ? Double.POSITIVE_INFINITY : x > 0 ? 0 : Double.NaN;
    }
    double shifted = x;
    double sum = 0;
    for (; shifted < SHIFT; shifted++) {
      sum += 1 / (shifted * shifted);
    }
    double square = 1 / (shifted * shifted);
    double series = 0;
    for (int k = STIRLING.length - 1; k >= 0; k--) {
      series = (series + STIRLING[k] * (2 * k + 1) * (2 * k + 2)) * square;
    }
    return sum + (1 / shifted + 0.5 * square + series / shifted);
  }
}
