package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.ComparisonResult.Residuals;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// How far residuals spread, read off their histogram: inside a bin they count as spread evenly.
///
/// @param points ascending; each stands for `weights` residuals
record Spread(double[] points, double[] weights) {
  private static final int PARTS = 20;
  private static final double MEDIAN = 0.5;

  /// The spread under the best loss that has residuals; empty for classes.
  static Optional<Spread> of(ComparisonResult result) {
    return result.ranking().stream().map(Entry::residuals).flatMap(r -> of(r).stream()).findFirst();
  }

  static Optional<Spread> of(Residuals residuals) {
    if (residuals == null || residuals.counts().length == 0) {
      return Optional.empty();
    }
    int bins = residuals.counts().length;
    var points = new double[bins * PARTS];
    var weights = new double[bins * PARTS];
    for (int i = 0; i < points.length; i++) {
      double low = residuals.edges()[i / PARTS];
      double width = residuals.edges()[i / PARTS + 1] - low;
      points[i] = low + width * (i % PARTS + MEDIAN) / PARTS;
      weights[i] = residuals.counts()[i / PARTS] / (double) PARTS;
    }
    boolean flat = points[0] == points[points.length - 1];
    return flat ? Optional.empty() : Optional.of(new Spread(points, weights));
  }

  /// The residual below which that share lies.
  double quantile(double share) {
    return quantile(share, r -> r);
  }

  /// The size below which that share of residuals lies, whatever their sign.
  double size(double share) {
    return quantile(share, Math::abs);
  }

  /// The median size.
  double typical() {
    return size(MEDIAN);
  }

  /// The largest size in the histogram.
  double farthest() {
    return Math.max(Math.abs(points[0]), Math.abs(points[points.length - 1]));
  }

  private double quantile(double share, DoubleUnaryOperator of) {
    double wanted = share * Arrays.stream(weights).sum();
    Integer[] order = new Integer[points.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> of.applyAsDouble(points[i])));
    double seen = 0;
    double last = 0;
    for (int i : order) {
      last = of.applyAsDouble(points[i]);
      seen += weights[i];
      if (seen >= wanted && weights[i] > 0) {
        break;
      }
    }
    return last;
  }
}
