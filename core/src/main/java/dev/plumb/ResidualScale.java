package dev.plumb;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Domain;
import java.util.SplittableRandom;

/// Whether a parameter is measured in units of the residual.
///
/// It is when predictions, targets and the parameter can be multiplied together and the loss is
/// only multiplied, by the same factor at every point: `L(kp | ky; kc) = f(k) · L(p | y; c)`. Tried
/// on random points.
final class ResidualScale {
  private static final int POINTS = 64;
  private static final double FACTOR = 3.0;
  private static final double TOLERANCE = 1e-9;

  private ResidualScale() {}

  static boolean holds(Loss loss, String parameter) {
    Definition definition = loss.definition();
    boolean simple =
        !definition.hasRows()
            && definition.predictions().size() == 1
            && definition.targets().size() == 1
            && isReal(definition.predictions().getFirst().domain())
            && isReal(definition.targets().getFirst().domain());
    double value = loss.parameters().get(parameter);
    Domain domain =
        definition.parameters().stream()
            .filter(p -> p.name().equals(parameter))
            .findFirst()
            .orElseThrow()
            .domain();
    return simple && domain.contains(value * FACTOR) && scales(loss, parameter, value);
  }

  private static boolean isReal(Domain domain) {
    return domain instanceof Domain.Interval interval && interval.unbounded();
  }

  private static boolean scales(Loss loss, String parameter, double value) {
    Loss scaled = loss.with(parameter, value * FACTOR);
    var random = new SplittableRandom(0);
    double ratio = Double.NaN;
    boolean matters = false;
    for (int i = 0; i < POINTS; i++) {
      double p = random.nextDouble(-5, 5) * value;
      double y = random.nextDouble(-5, 5) * value;
      double here = loss.value(p, y);
      double there = scaled.value(FACTOR * p, FACTOR * y);
      if (!(here >= 0) || here == 0 && there != 0) {
        return false;
      }
      if (here == 0) {
        continue;
      }
      if (Math.abs(there / here - ratio) > TOLERANCE * Math.abs(ratio)) {
        return false;
      }
      ratio = there / here;
      matters |= Math.abs(scaled.value(p, y) - here) > TOLERANCE * here;
    }
    return matters;
  }
}
