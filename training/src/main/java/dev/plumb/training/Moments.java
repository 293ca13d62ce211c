package dev.plumb.training;

/// What is known of a column of numbers in some rows, of which a few may be missing.
///
/// @param all the weight of the rows
/// @param there that of the rows where the number is there
/// @param mean of these, rounded to float so that a missing number contributes exactly 0
/// @param squares the weighted sum of squared distances from the mean
record Moments(double all, double there, double mean, double squares) {
  private static final int LANES = 4;

  /// @param rows row numbers from 0, ascending
  /// @param weights one a row of the data, or null
  static Moments of(float[] values, int[] rows, double[] weights) {
    return rows.length == values.length
        ? of(values, weights)
        : of(picked(values, rows), weights == null ? null : picked(weights, rows));
  }

  private static Moments of(float[] values, double[] weights) {
    double all = weights == null ? values.length : 0;
    for (int i = 0; weights != null && i < weights.length; i++) {
      all += weights[i];
    }
    double[] there = new double[LANES];
    double[] sums = new double[LANES];
    add(values, weights, there, sums);
    double weight = joined(there);
    double mean = (float) (joined(sums) / weight);
    return new Moments(all, weight, mean, squares(values, weights, mean));
  }

  /// Four running sums, of which each takes every fourth row, do not wait for each other.
  private static void add(float[] values, double[] weights, double[] there, double[] sums) {
    double t0 = 0;
    double t1 = 0;
    double t2 = 0;
    double t3 = 0;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int whole = values.length / LANES * LANES;
    for (int i = 0; i < whole; i += LANES) {
      float a = values[i];
      float b = values[i + 1];
      float c = values[i + 2];
      float d = values[i + 3];
      double wa = weights == null ? 1 : weights[i];
      double wb = weights == null ? 1 : weights[i + 1];
      double wc = weights == null ? 1 : weights[i + 2];
      double wd = weights == null ? 1 : weights[i + 3];
      t0 += a == a ? wa : 0;
      t1 += b == b ? wb : 0;
      t2 += c == c ? wc : 0;
      t3 += d == d ? wd : 0;
      s0 += a == a ? wa * a : 0;
      s1 += b == b ? wb * b : 0;
      s2 += c == c ? wc * c : 0;
      s3 += d == d ? wd * d : 0;
    }
    for (int i = whole; i < values.length; i++) {
      float a = values[i];
      double w = weights == null ? 1 : weights[i];
      t0 += a == a ? w : 0;
      s0 += a == a ? w * a : 0;
    }
    put(there, t0, t1, t2, t3);
    put(sums, s0, s1, s2, s3);
  }

  private static double squares(float[] values, double[] weights, double mean) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int whole = values.length / LANES * LANES;
    for (int i = 0; i < whole; i += LANES) {
      s0 += square(values[i], weights, i, mean);
      s1 += square(values[i + 1], weights, i + 1, mean);
      s2 += square(values[i + 2], weights, i + 2, mean);
      s3 += square(values[i + 3], weights, i + 3, mean);
    }
    for (int i = whole; i < values.length; i++) {
      s0 += square(values[i], weights, i, mean);
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static double square(float value, double[] weights, int row, double mean) {
    double distance = value - mean;
    double square = weights == null ? distance * distance : weights[row] * distance * distance;
    return value == value ? square : 0;
  }

  private static void put(double[] to, double a, double b, double c, double d) {
    to[0] = a;
    to[1] = b;
    to[2] = c;
    to[3] = d;
  }

  private static double joined(double[] sums) {
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  private static float[] picked(float[] values, int[] rows) {
    var picked = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = values[rows[i]];
    }
    return picked;
  }

  private static double[] picked(double[] values, int[] rows) {
    var picked = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = values[rows[i]];
    }
    return picked;
  }
}
