package dev.plumb.training;

import dev.plumb.training.statistics.Quantiles;
import java.util.stream.IntStream;

/// A few of many numbers, evenly spaced, where more would tell a start or a scale no better.
///
/// @param values those that count
/// @param weights one a value, above 0; or null
record Sample(double[] values, double[] weights) {
  /// How many tell enough.
  static final int ENOUGH = 8192;

  /// @param weights one a value, or null; what has weight 0 does not count
  /// @param most how many are looked at
  static Sample of(double[] values, double[] weights, int most) {
    int count = Math.min(values.length, most);
    int[] places =
        IntStream.range(0, count)
            .map(i -> count == values.length ? i : (int) ((long) i * values.length / count))
            .filter(i -> weights == null || weights[i] != 0)
            .toArray();
    return new Sample(picked(values, places), weights == null ? null : picked(weights, places));
  }

  private static double[] picked(double[] from, int[] places) {
    var some = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      some[i] = from[places[i]];
    }
    return some;
  }

  /// The robust spread of many numbers, about.
  static double spread(double[] values, double[] weights) {
    Sample few = of(values, weights, ENOUGH);
    return Quantiles.spread(few.values, few.weights);
  }
}
