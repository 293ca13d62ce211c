package dev.plumb.training;

/// Loops over the rows of a column, in one or several chunks of [#CHUNK]. Each is shaped so that
/// the compiler vectorises it: one stream of floats, arrays of doubles indexed alike, no running
/// sum. The order of every addition is fixed by these lines.
final class Columns {
  private Columns() {}

  /// Rows in a chunk: its scores and gradients stay in the first-level cache.
  static final int CHUNK = 512;

  /// to += the weight of each row's level
  ///
  /// @param from where the rows begin in the codes
  /// @param at where they begin in the sums
  static void look(double[] levels, int[] codes, int from, int at, int rows, double[] to) {
    for (int i = 0; i < rows; i++) {
      to[at + i] += levels[codes[from + i]];
    }
  }

  /// sums[at + level] += the gradient of each row of that level
  static void scatter(double[] gradient, int rows, int[] codes, int from, double[] sums, int at) {
    for (int i = 0; i < rows; i++) {
      sums[at + codes[from + i]] += gradient[i];
    }
  }

  /// The same over four tables in turn, one behind the other: neighbours of one level do not wait
  /// for each other.
  ///
  /// @param levels the length of a table
  static void scatter4(
      double[] gradient, int rows, int[] codes, int from, double[] tables, int levels) {
    for (int i = 0; i < rows; i += 4) {
      tables[codes[from + i]] += gradient[i];
      tables[levels + codes[from + i + 1]] += gradient[i + 1];
      tables[2 * levels + codes[from + i + 2]] += gradient[i + 2];
      tables[3 * levels + codes[from + i + 3]] += gradient[i + 3];
    }
  }

  /// The sum of a chunk: eight running sums, then a tree.
  static double sum(double[] a, int from) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int i = from; i < from + CHUNK; i += 8) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
      s4 += a[i + 4];
      s5 += a[i + 5];
      s6 += a[i + 6];
      s7 += a[i + 7];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }
}
