package dev.plumb.tables;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The rows that have a target.
///
/// @param places in the source, from 0
/// @param all how many rows the source has
record KeptRows(int[] places, int all) {
  /// The rows that fulfil a condition.
  static KeptRows where(int all, IntPredicate isKept) {
    return new KeptRows(IntStream.range(0, all).filter(isKept).toArray(), all);
  }

  int count() {
    return places.length;
  }

  int dropped() {
    return all - places.length;
  }

  double[] of(double[] values) {
    if (dropped() == 0) {
      return values;
    }
    double[] kept = new double[places.length];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = values[places[row]];
    }
    return kept;
  }

  float[] of(float[] values) {
    if (dropped() == 0) {
      return values;
    }
    float[] kept = new float[places.length];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = values[places[row]];
    }
    return kept;
  }

  int[] of(int[] values) {
    if (dropped() == 0) {
      return values;
    }
    int[] kept = new int[places.length];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = values[places[row]];
    }
    return kept;
  }
}
