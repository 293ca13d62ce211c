package dev.plumb.training;

import java.util.Arrays;

/// The line through two rows, those of the lowest and the highest number of a column.
///
/// @param x the column
/// @param y the amounts
/// @param rows that are looked at, in none of which the column is missing
/// @param range between the quartiles of the amounts
/// @param lowest the row of the lowest number
/// @param highest the row of the highest
record StraightLine(float[] x, double[] y, int[] rows, double range, int lowest, int highest) {
  /// Single precision moves a number of a column by this part of it at most.
  private static final double ROUNDING = 0x1p-24;

  /// What an amount may be off the line besides, in ranges between the quartiles: an amount that
  /// was rounded to four or five digits in its other unit is still the same amount (their
  /// correlation lacks about 1e-9 of 1), and two things that were measured apart do not agree to
  /// that in every row. It is each row that has to agree, not the correlation, which a single row
  /// far from all others brings to 1.
  private static final double NEAR = 1e-4;

  /// Numbers whose rounding is a larger part of what they span, such as the seconds of one day
  /// counted from 1970, cannot tell a copy from what is merely near.
  private static final double COARSE = 1e-4;

  /// Through the ends of a column.
  static StraightLine of(float[] x, double[] y, int[] rows, double range) {
    int lowest = rows[0];
    int highest = rows[0];
    for (int row : rows) {
      lowest = x[row] < x[lowest] ? row : lowest;
      highest = x[row] > x[highest] ? row : highest;
    }
    return new StraightLine(x, y, rows, range, lowest, highest);
  }

  /// Whether every row lies on it, but for rounding: of its own number, and in part of the numbers
  /// of the two ends.
  boolean holds() {
    double low = x[lowest];
    double slope = length() == 0 ? 0 : rise() / length();
    double near = NEAR * range + 4 * Math.ulp(Math.abs(y[lowest]) + Math.abs(rise()));
    for (int row : rows) {
      double along = x[row] - low;
      double off = Math.abs(y[row] - y[lowest] - slope * along);
      double rounded = ROUNDING * (Math.abs(x[row]) + 2 * Math.abs(low) + along);
      if (!(off <= near + Math.abs(slope) * rounded)) {
        return false;
      }
    }
    return true;
  }

  /// Whether rows on it are more than chance: it rises or falls by a good part of what the amounts
  /// span, numbers are not too coarse for it, and several rows lie beside each of its ends.
  boolean isEvidence() {
    double largest = Math.max(Math.abs(x[lowest]), Math.abs(x[highest]));
    return Math.abs(rise()) > range / 10
        && ROUNDING * largest <= COARSE * length()
        && Arrays.stream(rows).filter(row -> x[row] > x[lowest]).count() >= Telltale.FEW
        && Arrays.stream(rows).filter(row -> x[row] < x[highest]).count() >= Telltale.FEW;
  }

  private double length() {
    return (double) x[highest] - x[lowest];
  }

  private double rise() {
    return y[highest] - y[lowest];
  }
}
