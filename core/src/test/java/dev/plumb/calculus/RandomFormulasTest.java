package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import dev.plumb.formula.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Random formulas of one prediction and one target: simplifying and stabilising keep the value,
/// and the compiled kernel has the bits of the interpreter.
class RandomFormulasTest {
  private static final long SEED = 20261123;
  private static final int FORMULAS = 1500;

  /// Operations whose stable form is longer are left out: four of them inside each other are too
  /// large to be evaluated as a tree.
  private static final int LARGEST = 240;

  private static final List<Operation> OPERATIONS =
      Operation.all().stream()
          .filter(o -> o.spreads() && o.gives() == Shape.NUMBER && !o.derivesByMeaning())
          .filter(o ->
              !List.of("lgamma", "digamma", "and", "or", "not", "equal", "not_equal")
                  .contains(o.name()))
          .filter(o -> size(o) < LARGEST && !o.name().startsWith("erfc_"))
          .toList();

  private static long size(Operation operation) {
    Formula formula =
        operation.of(operation.arguments().stream().map(Name::new).toArray(Formula[]::new));
    return Lower.stable().of(formula).all().count();
  }

  @Test
  void simplifyingAndStabilisingKeepTheValue() {
    var random = new SplittableRandom(SEED);
    int compared = 0;
    for (int i = 0; i < FORMULAS; i++) {
      Formula formula = random(random, 4);
      Loss loss = loss(formula);
      if (loss == null) {
        continue;
      }
      Calculus calculus = loss.calculus().orElseThrow();
      for (int point = 0; point < 4; point++) {
        double p = random.nextDouble(-2, 2);
        double y = random.nextDouble(-2, 2);
        double plain = value(formula, calculus, p, y);
        double near = value(formula, calculus, p * (1 + 1e-13), y * (1 - 1e-13));
        if (!Double.isFinite(plain)
            || Math.abs(plain) > 1e100
            || Math.abs(plain - near) > 1e-9 * Math.abs(plain)) {
          continue;
        }
        for (Formula other : List.of(calculus.value(), calculus.stableValue())) {
          assertThat(value(other, calculus, p, y))
              .as(
                  "seed %d: %s against %s at p = %s, y = %s",
                  SEED, Printer.text(formula), Printer.text(other), p, y)
              .isCloseTo(
                  plain,
                  org.assertj.core.api.Assertions.within(1e-7 * Math.max(1e-3, Math.abs(plain))));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(FORMULAS);
  }

  @Test
  void kernelsOfRandomFormulasHaveTheBitsOfTheInterpreter() {
    var random = new SplittableRandom(SEED + 1);
    int compared = 0;
    for (int i = 0; i < FORMULAS / 5; i++) {
      Loss loss = loss(random(random, 3));
      if (loss == null) {
        continue;
      }
      Calculus calculus = loss.calculus().orElseThrow();
      double p = random.nextDouble(-2, 2);
      double y = random.nextDouble(-2, 2);
      double[] value = new double[1];
      double[] gradient = new double[1];
      double[] hessian = new double[1];
      boolean target = !loss.definition().targets().isEmpty();
      Batch batch =
          target ? Batch.of(new double[] {p}, new double[] {y}) : Batch.of(1, 1, new double[] {p});
      loss.evaluate(batch, 0, 1, Each.hessian(value, gradient, hessian));
      List<Formula> lowered = calculus.lowered(2);
      double[] expected = new double[3];
      Arrays.setAll(expected, k -> interpreted(lowered.get(k), calculus, p, y));
      assertThat(new double[] {value[0], gradient[0], hessian[0]})
          .as(loss.text())
          .isEqualTo(expected);
      compared++;
    }
    assertThat(compared).isGreaterThan(FORMULAS / 20);
  }

  private static Loss loss(Formula formula) {
    return formula.names().anyMatch("p"::equals)
        ? Loss.of(Printer.text(Operation.ADD.of(formula, new Number(0))))
        : null;
  }

  private static double value(Formula formula, Calculus calculus, double p, double y) {
    return interpreted(Lower.stable().of(formula), calculus, p, y);
  }

  private static double interpreted(Formula lowered, Calculus calculus, double p, double y) {
    return new Interpreter<>(
            Doubles.DOUBLES, calculus.shapes(), Map.of("p", List.of(p), "y", List.of(y)), 1)
        .of(lowered)
        .getFirst();
  }

  private static Formula random(SplittableRandom random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return random.nextInt(3) == 0
          ? new Number(List.of(0.0, 1.0, 2.0, 0.5, 3.0).get(random.nextInt(5)))
          : new Name(random.nextBoolean() ? "p" : "y");
    }
    Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
    Formula formula =
        operation.of(
            operation.arguments().stream()
                .map(_ -> random(random, depth - 1))
                .toArray(Formula[]::new));
    // The sign of a 0 is not kept.
    return formula.is(Operation.NEGATE) && formula.children().getFirst().is(0)
        ? formula.children().getFirst()
        : formula;
  }
}
