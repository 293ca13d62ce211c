package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Domain;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// A few targets and the constant of least cost over them.
///
/// @param targets the targets
/// @param optimum one number, or one for each class
record SmallSample(double[] targets, double[] optimum) {
  static Optional<SmallSample> of(Loss loss) {
    Definition definition = loss.definition();
    if (definition.predictions().size() != 1
        || definition.targets().size() != 1
        || definition.predictions().getFirst().row()
            && !(definition.targets().getFirst().domain() instanceof Domain.ClassNumber)
        || definition.targets().getFirst().row()
        || !definition.predictions().getFirst().domain().equals(Domain.REALS)) {
      return Optional.empty();
    }
    double[] targets = targets(definition.targets().getFirst().domain());
    try {
      double[] optimum = loss.optimalConstant(targets, null, definition.hasRows() ? 3 : 1);
      return Optional.of(new SmallSample(targets, optimum));
    } catch (PlumbException none) {
      return Optional.empty();
    }
  }

  private static double[] targets(Domain domain) {
    return switch (domain) {
      case Domain.Values v ->
          new double[] {v.values().getFirst(), v.values().getLast(), v.values().getLast()};
      case Domain.ClassNumber _ -> new double[] {0, 1, 1, 2};
      case Domain.Simplex _ -> new double[] {0, 1};
      case Domain.Interval i when Double.isFinite(i.low()) && Double.isFinite(i.high()) ->
          Arrays.stream(new double[] {0.125, 0.25, 0.25, 0.5, 0.75})
              .map(t -> i.low() + t * (i.high() - i.low()))
              .toArray();
      case Domain.Interval i ->
          Arrays.stream(new double[] {1, 2, 3, 4, 10})
              .map(t ->
                  Double.isFinite(i.high())
                      ? i.high() - t
                      : t + (Double.isFinite(i.low()) ? i.low() : 0))
              .toArray();
    };
  }

  String text() {
    return "the best constant for %s is %s".formatted(join(targets), join(optimum));
  }

  private static String join(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Words::rounded).collect(Collectors.joining(", "));
  }
}
