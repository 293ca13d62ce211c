package dev.plumb.training.statistics;

import java.util.Arrays;

/// Medians and the spread around them.
public final class Quantiles {
  private Quantiles() {}

  /// The factor that makes the median absolute deviation of normal numbers their standard
  /// deviation.
  public static final double NORMAL_MAD = 1.4826;

  /// The middle of the numbers, or the mean of the two middle ones; NaN for none.
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
  }

  /// The weighted median: where the weights on both sides balance; the mean of two numbers where
  /// they balance between those. Without weights the median.
  ///
  /// @param weights one a value, or null; those with weight 0 do not count
  public static double median(double[] values, double[] weights) {
    if (weights == null) {
      return median(values);
    }
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double half = Arrays.stream(weights).sum() / 2;
    double below = 0;
    double lower = Double.NaN;
    for (int i : order) {
      if (weights[i] == 0) {
        continue;
      }
      if (below == half && below > 0) {
        return lower / 2 + values[i] / 2;
      }
      below += weights[i];
      lower = values[i];
      if (below > half) {
        break;
      }
    }
    return lower;
  }

  /// A robust standard deviation: 1.4826 times the median distance from the median. Where more than
  /// half of the numbers are equal that is 0; then √(π/2) times the mean distance, which normal
  /// numbers make their standard deviation too; 1 where all are equal.
  public static double spread(double[] values, double[] weights) {
    double middle = median(values, weights);
    double[] distances = Arrays.stream(values).map(x -> Math.abs(x - middle)).toArray();
    double robust = NORMAL_MAD * median(distances, weights);
    if (robust > 0) {
      return robust;
    }
    double mean = Math.sqrt(Math.PI / 2) * mean(distances, weights);
    return mean > 0 ? mean : 1;
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
