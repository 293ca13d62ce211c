package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The checks of value and derivatives once more, with parameters at the ends and in the middle of
/// their domains.
final class Parameters {
  private static final int POINTS = 4;

  private Parameters() {}

  static Optional<Verdict> of(Loss loss) {
    List<Parameter> parameters = loss.definition().parameters();
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    int tried = 0;
    Verdict worst = null;
    for (Parameter parameter : parameters) {
      for (double value : values(parameter)) {
        Optional<Verdict> found =
            tried(loss.with(parameter.name(), value), parameter.name(), value);
        tried++;
        if (found.isPresent()
            && (worst == null || found.get().grade().compareTo(worst.grade()) > 0)) {
          worst = found.get();
        }
      }
    }
    return Optional.of(
        worst != null ? worst : Verdict.ok("parameters", "hold at " + tried + " values"));
  }

  private static List<Double> values(Parameter parameter) {
    var values = new ArrayList<Double>();
    Domain domain = parameter.domain();
    if (domain instanceof Interval(double low, double high, boolean lowIn, boolean highIn)) {
      if (Double.isFinite(low) && Double.isFinite(high)) {
        for (double share : new double[] {0, 0.01, 0.5, 0.99, 1}) {
          values.add(low + share * (high - low));
        }
      } else {
        double end = Double.isFinite(low) ? low : Double.isFinite(high) ? high : 0;
        double sign = Double.isFinite(low) || !Double.isFinite(high) ? 1 : -1;
        for (double step : new double[] {0, 0.01, 0.5, 1, 3}) {
          values.add(end + sign * step);
        }
      }
    }
    values.removeIf(v -> !domain.contains(v) || v == parameter.value());
    return values;
  }

  private static Optional<Verdict> tried(Loss loss, String name, double value) {
    var points = new Points(loss);
    var accuracy = new Accuracy(loss, points.samples());
    accuracy.compare(points.ordinary(POINTS));
    var verdicts = new ArrayList<>(accuracy.verdicts());
    verdicts.add(Numbers.notANumber(loss));
    return verdicts.stream()
        .filter(v -> v.grade() != Grade.OK)
        .max((a, b) -> a.grade().compareTo(b.grade()))
        .map(v ->
            Verdict.of(
                "parameters",
                v.grade(),
                "with %s = %s: %s %s".formatted(name, Words.number(value), v.check(), v.finding()),
                v.worst().orElse("")));
  }
}
