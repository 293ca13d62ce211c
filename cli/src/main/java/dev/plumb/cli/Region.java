package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.Arrays;
import java.util.Set;

/// Where a loss of one number is worth looking at: a target, and a range of predictions around it.
///
/// @param from the lowest prediction
/// @param to the highest
/// @param targets a value for each target
record Region(double from, double to, double[] targets) {
  private static final double REACH = 4;

  /// A residual loss around the target 0, a loss of a score at the label 1.
  static Region of(Loss loss) {
    var definition = loss.definition();
    boolean score = Set.of("s", "z").contains(definition.predictions().getFirst().name());
    double[] targets =
        definition.targets().stream()
            .mapToDouble(t -> score && t.domain().contains(1) ? 1 : typical(t))
            .toArray();
    double reach =
        loss.parameters().keySet().stream()
            .filter(loss::isResidualScale)
            .mapToDouble(name -> 3 * loss.parameters().get(name))
            .reduce(REACH, Math::max);
    Interval hull = definition.predictions().getFirst().domain().hull();
    boolean bounded = Double.isFinite(hull.low()) || Double.isFinite(hull.high());
    double centre = bounded && targets.length > 0 ? targets[0] : 0;
    double from = Math.max(hull.low(), centre - reach);
    double to = Math.min(hull.high(), centre + reach);
    double[] values = Curve.of(loss, targets, from + 0.3 * (to - from)).values();
    return new Region(from, to, Double.isFinite(values[0]) ? targets : ones(targets));
  }

  /// Where a loss has no value at the target 0, such as one of percentages.
  private static double[] ones(double[] targets) {
    double[] ones = targets.clone();
    Arrays.fill(ones, 1);
    return ones;
  }

  /// 0 where any number may stand, else 1 if it may, else something inside.
  static double typical(Input input) {
    Domain domain = input.domain();
    Interval hull = domain.hull();
    if (hull.unbounded()) {
      return 0;
    }
    if (domain.contains(1)) {
      return 1;
    }
    return Double.isFinite(hull.low()) && Double.isFinite(hull.high())
        ? (hull.low() + hull.high()) / 2
        : Double.isFinite(hull.low()) ? hull.low() + 1 : hull.high() - 1;
  }

  /// Evenly spaced predictions from one end to the other.
  double[] predictions(int count) {
    double[] all = new double[count];
    for (int i = 0; i < count; i++) {
      all[i] = from + (to - from) * i / (count - 1);
    }
    return all;
  }
}
