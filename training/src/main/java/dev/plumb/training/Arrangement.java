package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.Arrays;

/// How rows belong together: by chance, in the order of time, or in groups that are never divided.
///
/// @param moments one a row; null where time does not matter
/// @param groups one a row; null where rows stand alone
record Arrangement(double[] moments, double[] groups) {
  /// By chance.
  static final Arrangement NONE = new Arrangement(null, null);

  /// @throws PlumbException when there is not one number a row, or one is missing
  void check(Dataset data) {
    check(data, moments, "moment");
    check(data, groups, "group");
    if (moments != null && groups != null) {
      throw new PlumbException(
          "folds are dealt in the order of time or in groups, not in both: name one");
    }
  }

  private static void check(Dataset data, double[] values, String what) {
    if (values == null) {
      return;
    }
    if (values.length != data.rows()) {
      throw new PlumbException(
          "%d %ss for %d rows of %s".formatted(values.length, what, data.rows(), data.name()));
    }
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new PlumbException("%s row %d has no %s".formatted(data.name(), i + 1, what));
      }
    }
  }

  /// Whether another draw gives other folds.
  boolean isDrawn() {
    return moments == null;
  }

  /// Folds of these rows.
  Division deal(Target target, int count, long seed, int repeat) {
    if (moments != null) {
      return TimeFolds.of(moments, count);
    }
    return groups == null
        ? Folds.deal(target, count, seed, repeat)
        : Folds.grouped(groups, count, seed, repeat);
  }

  /// The arrangement of a few rows.
  Arrangement of(int[] rows) {
    return new Arrangement(of(moments, rows), of(groups, rows));
  }

  private static double[] of(double[] values, int[] rows) {
    return values == null ? null : Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  /// What tells it from any other, in words.
  String identity() {
    String all = "%s %s".formatted(Arrays.hashCode(moments), Arrays.hashCode(groups));
    return text().isEmpty() ? "by chance" : text() + " " + all;
  }

  /// In words, for the head of an answer; empty by chance.
  String text() {
    return moments != null ? "in the order of time" : groups != null ? "by groups" : "";
  }
}
