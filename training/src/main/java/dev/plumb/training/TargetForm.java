package dev.plumb.training;

import java.util.Arrays;

/// How a target's numbers are handed to a loss.
enum TargetForm {
  /// as they are: amounts, 0 and 1, class numbers
  VALUE,
  /// the labels 0 and 1 as −1 and 1
  SIGN,
  /// a class number as a row of 0 with a single 1
  ONE_HOT;

  /// Writes the targets of `count` rows.
  ///
  /// @param values of the data
  /// @param classes the length of a row
  void write(double[] values, int from, int count, int classes, double[] to) {
    switch (this) {
      case VALUE -> System.arraycopy(values, from, to, 0, count);
      case SIGN -> {
        for (int i = 0; i < count; i++) {
          to[i] = 2 * values[from + i] - 1;
        }
      }
      case ONE_HOT -> {
        Arrays.fill(to, 0, count * classes, 0);
        for (int i = 0; i < count; i++) {
          to[i * classes + (int) values[from + i]] = 1;
        }
      }
    }
  }

  /// All targets.
  double[] of(double[] values, int classes) {
    var written = new double[this == ONE_HOT ? values.length * classes : values.length];
    write(values, 0, values.length, classes, written);
    return written;
  }
}
