package dev.plumb.training;

import dev.plumb.training.lanes.Products;
import java.util.Arrays;

/// What is known of a column of numbers in some rows, of which a few may be missing.
///
/// Rows are read once, a strip at a time. Distances are taken from a number near the mean, that of
/// the strips before, and strips are merged in their order [Chan, Golub and LeVeque 1979], so no
/// digits go where a mean is large beside the spread.
///
/// @param all the weight of the rows
/// @param there that of the rows where the number is there
/// @param mean of these, rounded to float so that a missing number contributes exactly 0
/// @param squares the weighted sum of squared distances from the mean; not finite where a number is
///   infinite
record Moments(double all, double there, double mean, double squares) {
  private static final int STRIP = 4096;

  /// A sum of squares around the middle of a strip that shrinks to such a part around its mean has
  /// lost digits.
  private static final double LOST = 1e-4;

  /// @param rows row numbers from 0, ascending
  /// @param weights one a row of the data, or null
  static Moments of(float[] values, int[] rows, double[] weights) {
    var column = new Column();
    if (rows.length == values.length) {
      for (int from = 0; from < rows.length; from += STRIP) {
        column.read(values, weights, from, Math.min(STRIP, rows.length - from));
      }
      return column.moments();
    }
    var some = new float[Math.min(STRIP, rows.length)];
    double[] counts = weights == null ? null : new double[some.length];
    for (int from = 0; from < rows.length; from += STRIP) {
      int count = Math.min(STRIP, rows.length - from);
      for (int i = 0; i < count; i++) {
        some[i] = values[rows[from + i]];
        if (counts != null) {
          counts[i] = weights[rows[from + i]];
        }
      }
      column.read(some, counts, 0, count);
    }
    return column.moments();
  }

  /// What was read of a column so far.
  private static final class Column {
    private final double[] lanes = new double[3 * Products.DISTANCES];
    private double all;
    private double there;
    private double mean;
    private double squares;
    private float middle;

    // Of a strip.
    private double weight;
    private double sum;
    private double square;

    /// Numbers of a strip of which some are missing, without these.
    private float[] known;

    private double[] knownWeights;

    void read(float[] values, double[] weights, int from, int count) {
      for (int i = from; weights != null && i < from + count; i++) {
        all += weights[i];
      }
      all += weights == null ? count : 0;
      if (there == 0) {
        middle = first(values, weights, from, count);
      }
      add(values, weights, from, count);
      if (sum != sum) {
        int left = without(values, weights, from, count);
        add(known, weights == null ? null : knownWeights, 0, left);
        merge(known, weights == null ? null : knownWeights, 0, left);
      } else {
        merge(values, weights, from, count);
      }
    }

    private static float first(float[] values, double[] weights, int from, int count) {
      for (int i = from; i < from + count; i++) {
        if (values[i] == values[i] && (weights == null || weights[i] > 0)) {
          return values[i];
        }
      }
      return 0;
    }

    /// Leaves out what is missing.
    private int without(float[] values, double[] weights, int from, int count) {
      if (known == null) {
        known = new float[STRIP];
        knownWeights = new double[weights == null ? 0 : STRIP];
      }
      int left = 0;
      for (int i = from; i < from + count; i++) {
        known[left] = values[i];
        if (weights != null) {
          knownWeights[left] = weights[i];
        }
        left += values[i] == values[i] ? 1 : 0;
      }
      return left;
    }

    /// Sums of a strip around the middle; NaN where a number is missing.
    private void add(float[] values, double[] weights, int from, int count) {
      Arrays.fill(lanes, 0);
      int whole = count / Products.DISTANCES * Products.DISTANCES;
      if (weights == null) {
        Products.FASTEST.distances(values, from, whole, middle, lanes);
        weight = count;
      } else {
        Products.FASTEST.distances(values, weights, from, whole, middle, lanes);
        weight = joined(2);
      }
      sum = joined(0);
      square = joined(1);
      for (int i = from + whole; i < from + count; i++) {
        double w = weights == null ? 1 : weights[i];
        double distance = (double) values[i] - middle;
        weight += weights == null ? 0 : w;
        sum += w * distance;
        square += w * distance * distance;
      }
    }

    private double joined(int which) {
      int at = which * Products.DISTANCES;
      return Products.join(lanes, at) + Products.join(lanes, at + Products.SUMS);
    }

    /// Joins the sums of a strip to those of the strips before.
    private void merge(float[] values, double[] weights, int from, int count) {
      if (weight == 0) {
        return;
      }
      if (square - sum * sum / weight < LOST * square) {
        middle = (float) (middle + sum / weight);
        add(values, weights, from, count);
      }
      double distance = middle + sum / weight - mean;
      double together = there + weight;
      squares += square - sum * sum / weight + distance * distance * (there * (weight / together));
      mean += distance * (weight / together);
      there = together;
      middle = (float) mean;
    }

    Moments moments() {
      double rounded = (float) mean;
      double off = mean - rounded;
      return new Moments(all, there, rounded, squares + there * off * off);
    }
  }
}
