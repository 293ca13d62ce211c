package dev.plumb.tables;

import java.util.Arrays;

/// What the rule for kinds looks at in a target of numbers.
///
/// @param wholeNumbers whether every value is one
/// @param different how many different values there are
/// @param hasZero whether some value is 0
record Spread(
    double low, double high, double mean, boolean wholeNumbers, int different, boolean hasZero) {
  /// @param values finite, at least one
  static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.parallelSort(sorted);
    double sum = 0;
    int different = 0;
    boolean whole = true;
    boolean zero = false;
    for (int k = 0; k < sorted.length; k++) {
      sum += sorted[k];
      different += k == 0 || sorted[k] != sorted[k - 1] ? 1 : 0;
      whole &= sorted[k] == Math.rint(sorted[k]);
      zero |= sorted[k] == 0;
    }
    int last = sorted.length - 1;
    return new Spread(sorted[0], sorted[last], sum / sorted.length, whole, different, zero);
  }

  /// Whether the values are the whole numbers from the lowest to the highest, each of them.
  boolean withoutGap() {
    return wholeNumbers && high - low + 1 == different;
  }
}
