package dev.plumb.training;

import dev.plumb.training.statistics.Quantiles;
import java.util.Arrays;

/// How far the rows lie from a robust fit: the unit of the parameters of robust losses.
final class ResidualSpread {
  /// From this share of the rows on, a target that they share counts as common.
  private static final double COMMON = 0.25;

  /// Below such a part of the spread of the other rows, those of the common target are met.
  private static final double MET = 0.01;

  private ResidualSpread() {}

  /// The robust standard deviation of residuals. Where many rows share one target, as days without
  /// rain do, a fit may meet them all, and they tell nothing of how far the others lie: then that
  /// of the others.
  ///
  /// @param weights null where every row counts once
  static double of(double[] residuals, double[] targets, double[] weights) {
    double all = Quantiles.spread(residuals, weights);
    double mean = Arrays.stream(residuals).map(Math::abs).average().orElse(0);
    if (all >= MET * mean) {
      return all;
    }
    double common = common(targets);
    var others = new double[targets.length];
    Arrays.setAll(others, i -> targets[i] == common ? 0 : weights == null ? 1 : weights[i]);
    long rest = Arrays.stream(targets).filter(y -> y != common).count();
    if (rest == 0 || targets.length - rest < COMMON * targets.length) {
      return all;
    }
    double apart = Quantiles.spread(residuals, others);
    return all < MET * apart ? apart : all;
  }

  /// The number that most rows have.
  private static double common(double[] targets) {
    double[] sorted = targets.clone();
    Arrays.sort(sorted);
    double common = Double.NaN;
    int most = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      for (to = from + 1; to < sorted.length && sorted[to] == sorted[from]; ) {
        to++;
      }
      if (to - from > most) {
        most = to - from;
        common = sorted[from];
      }
    }
    return common;
  }
}
