package dev.plumb.training.statistics;

import java.util.Arrays;

/// How many numbers fall between edges.
///
/// @param edges ascending, one more than counts; a number on an edge counts above it
/// @param counts how many numbers lie between two edges; the outermost count those beyond the edges
///   too
public record Histogram(double[] edges, long[] counts) {
  private static final double TAIL = 0.005;
  private static final int BINS = 40;

  /// Bins of equal width over the middle 99 % of the finite numbers, about the square root of their
  /// number, from 5 to 40.
  public static Histogram of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new Histogram(new double[0], new long[0]);
    }
    int tail = (int) (TAIL * sorted.length);
    double low = sorted[tail];
    double high = sorted[sorted.length - 1 - tail];
    int bins = (int) Math.clamp(Math.ceil(Math.sqrt(sorted.length)), 5, BINS);
    var edges = new double[bins + 1];
    Arrays.setAll(edges, i -> low + (high - low) * i / bins);
    edges[bins] = high;
    var counts = new long[bins];
    for (double x : sorted) {
      double place = high > low ? (x - low) / (high - low) * bins : 0;
      counts[(int) Math.clamp(place, 0, bins - 1)]++;
    }
    return new Histogram(edges, counts);
  }
}
