package dev.plumb.training.statistics;

import java.util.Arrays;

/// Medians and the spread around them.
public final class Quantiles {
  private Quantiles() {}

  /// The factor that makes the median absolute deviation of normal numbers their standard
  /// deviation.
  public static final double NORMAL_MAD = 1.4826;

  /// Residuals of rows that are met exactly are such a part of the largest at most.
  private static final double ROUNDING = 1e-12;

  /// The middle of the numbers, or the mean of the two middle ones; NaN for none, or where one is
  /// NaN.
  public static double median(double[] values) {
    int n = values.length;
    if (n == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
      return Double.NaN;
    }
    double[] parted = values.clone();
    double lower = Selection.nth(parted, (n - 1) / 2);
    double upper = n % 2 == 1 ? lower : Arrays.stream(parted, n / 2, n).min().orElse(lower);
    return lower / 2 + upper / 2;
  }

  /// The weighted median: the number with at most half of the weight below it and at most half
  /// above; the mean of two where they balance. Without weights the median.
  ///
  /// @param weights one a value, or null; values of weight 0 do not count
  public static double median(double[] values, double[] weights) {
    if (weights == null) {
      return median(values);
    }
    double half = Arrays.stream(weights).sum() / 2;
    double low = reaching(values, weights, half, true);
    return low / 2 + reaching(values, weights, half, false) / 2;
  }

  /// The smallest number up to which a part of the weight lies.
  ///
  /// @param weights one a value, or null
  /// @param level the part, between 0 and 1
  public static double quantile(double[] values, double[] weights, double level) {
    double[] counts = weights;
    if (counts == null) {
      counts = new double[values.length];
      Arrays.fill(counts, 1);
    }
    return reaching(values, counts, level * Arrays.stream(counts).sum(), true);
  }

  /// A robust standard deviation: 1.4826 times the median distance from the median. Where more than
  /// half of the numbers are equal that is 0, or what rounding makes of it; then √(π/2) times the
  /// mean distance, which normal numbers make their standard deviation too; 1 where all are equal.
  public static double spread(double[] values, double[] weights) {
    double middle = median(values, weights);
    double[] distances = Arrays.stream(values).map(x -> Math.abs(x - middle)).toArray();
    double robust = NORMAL_MAD * median(distances, weights);
    if (robust > ROUNDING * Arrays.stream(distances).max().orElse(0)) {
      return robust;
    }
    double mean = Math.sqrt(Math.PI / 2) * mean(distances, weights);
    return mean > 0 ? mean : 1;
  }

  /// The smallest value up to which the weights reach (or exceed) an amount, by halving the range
  /// of all doubles: 64 passes, without sorting.
  private static double reaching(
      double[] values, double[] weights, double amount, boolean exactly) {
    long low = key(Double.NEGATIVE_INFINITY);
    long high = key(Double.POSITIVE_INFINITY);
    while (low < high) {
      long middle = low + (high - low >>> 1);
      double limit = value(middle);
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] <= limit ? weights[i] : 0;
      }
      if (exactly ? sum >= amount : sum > amount) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return value(low);
  }

  /// Doubles in their order as whole numbers in their order.
  private static long key(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double value(long key) {
    return Double.longBitsToDouble(key < 0 ? Long.MIN_VALUE - key : key);
  }

  private static double mean(double[] values, double[] weights) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      double w = weights == null ? 1 : weights[i];
      sum += w == 0 ? 0 : w * values[i];
      weight += w;
    }
    return sum / weight;
  }
}
