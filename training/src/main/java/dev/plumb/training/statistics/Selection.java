package dev.plumb.training.statistics;

/// Finds the number of a rank without sorting [Hoare 1961, algorithm 65], with pivots drawn from a
/// fixed seed, so that no order of the numbers is slow.
public final class Selection {
  private Selection() {}

  /// Puts the number of a rank in its place: none before it is larger, none behind it smaller.
  ///
  /// @param values without NaN; reordered
  /// @param rank from 0
  /// @return the number
  public static double nth(double[] values, int rank) {
    var random = new SplitMix(values.length);
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      double pivot = middle(values, low, high - low + 1, random);
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (pivot < values[j]) {
          j--;
        }
        if (i <= j) {
          double value = values[i];
          values[i++] = values[j];
          values[j--] = value;
        }
      }
      if (j < rank) {
        low = i;
      }
      if (rank < i) {
        high = j;
      }
    }
    return values[rank];
  }

  /// The middle one of three numbers of a range.
  private static double middle(double[] values, int from, int count, SplitMix random) {
    double a = values[from + random.nextInt(count)];
    double b = values[from + random.nextInt(count)];
    double c = values[from + random.nextInt(count)];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
