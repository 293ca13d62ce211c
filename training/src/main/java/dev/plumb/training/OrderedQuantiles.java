package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.statistics.Quantiles;
import java.util.Arrays;

/// Several quantiles, of which none is ever below the one before it: the first score is the lowest
/// quantile, each further one what is added to it, by a softplus, which is never negative. Its bend
/// is narrow beside the distance of the quantiles, so that these are straight where straight ones
/// do not cross, and bend away from each other where they would.
///
/// @param levels ascending, each between 0 and 1
record OrderedQuantiles(double... levels) implements Several {
  /// The width of the bend, as a part of the mean distance of neighbours.
  private static final double BEND = 0.05;

  OrderedQuantiles {
    levels = levels.clone();
    double before = 0;
    for (double level : levels) {
      if (!(level > before && level < 1)) {
        throw new PlumbException(
            "levels of quantiles ascend between 0 and 1, and these do not: "
                + Arrays.toString(levels));
      }
      before = level;
    }
    if (levels.length < 2) {
      throw new PlumbException(
          "for one quantile there is a loss: quantile(quantile = %s)"
              .formatted(levels.length == 0 ? 0.5 : levels[0]));
    }
  }

  @Override
  public int outputs() {
    return levels.length;
  }

  @Override
  public Loss loss(double[] targets, double[] weights) {
    double bend = bend(targets, weights);
    var level = new StringBuilder();
    for (int k = 0; k < levels.length - 1; k++) {
      level.append("if index(z) == %d then %s else ".formatted(k, levels[k]));
    }
    String added =
        "across(if other(index(z)) <= index(z) then (if other(index(z)) == 0 then other(z) else "
            + "%1$s * softplus(other(z) / %1$s)) else 0)".formatted(bend);
    return Loss.of(
        """
        loss ordered_quantiles(z[] | y) = sum(max(level * (y - q), (level - 1) * (y - q)))
          where level = %s%s, q = %s
          response %s
        """
            .formatted(level, levels[levels.length - 1], added, added));
  }

  @Override
  public double[] start(double[] targets, double[] weights) {
    double bend = bend(targets, weights);
    double[] start = quantiles(targets, weights);
    for (int k = start.length - 1; k > 0; k--) {
      double gap = Math.max(start[k] - start[k - 1], bend / 2) / bend;
      start[k] = bend * (gap > 30 ? gap : StrictMath.log(StrictMath.expm1(gap)));
    }
    return start;
  }

  private double bend(double[] targets, double[] weights) {
    double[] quantiles = quantiles(targets, weights);
    double width = (quantiles[quantiles.length - 1] - quantiles[0]) / (quantiles.length - 1);
    return BEND * (width > 0 ? width : Quantiles.spread(targets, weights));
  }

  private double[] quantiles(double[] targets, double[] weights) {
    return Arrays.stream(levels)
        .map(level -> Quantiles.quantile(targets, weights, level))
        .toArray();
  }
}
