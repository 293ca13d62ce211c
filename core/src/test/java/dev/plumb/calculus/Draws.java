package dev.plumb.calculus;

import dev.plumb.formula.Formula;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Random numbers for the names of a formula: everyday ones of both signs, so that nothing cancels.
final class Draws {
  private final SplittableRandom random = new SplittableRandom(1);

  /// Endless evaluations at random numbers.
  Stream<Evaluation> of(Collection<String> names) {
    return Stream.generate(() -> one(names));
  }

  Stream<Evaluation> of(Formula formula) {
    return of(formula.names().toList());
  }

  private Evaluation one(Collection<String> names) {
    var values = new HashMap<String, double[]>();
    names.forEach(name -> values.put(name, drawn(name)));
    return new Evaluation(values);
  }

  private double[] drawn(String name) {
    return switch (name) {
      case "i" -> new double[] {random.nextInt(Evaluation.CLASSES)};
      case "c" -> new double[] {random.nextInt(2)};
      case "m" -> new double[] {Math.abs(number())};
      default -> {
        double[] row = new double[Evaluation.isRow(name) ? Evaluation.CLASSES : 1];
        Arrays.setAll(row, _ -> number());
        yield row;
      }
    };
  }

  private double number() {
    return (random.nextInt(4) == 0 ? -1 : 1) * random.nextDouble(0.3, 2.5);
  }
}
