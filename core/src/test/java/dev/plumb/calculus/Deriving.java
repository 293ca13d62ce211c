package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Printer;
import java.util.List;
import java.util.Map;

/// The assertions of the calculus' tests.
final class Deriving {
  private Deriving() {}

  /// A formula over numbers `a`, `b`, `c` and rows `v`, `u`, simplified.
  static void simplifies(String text, String simple) {
    var simplify =
        new Simplify(Evaluation.shapes(), List.of("k", "a", "b", "c", "u", "v"), Map.of());
    assertThat(Printer.text(simplify.of(Formulas.read(text)))).as(text).isEqualTo(simple);
  }

  /// A bare formula with one prediction: its derivative.
  static void derivative(String formula, String derivative) {
    assertThat(text(calculus(formula).gradient())).as(formula).isEqualTo(derivative);
  }

  /// And its second derivative; of a row the diagonal.
  static void second(String formula, String second) {
    assertThat(text(calculus(formula).hessian())).as(formula).isEqualTo(second);
  }

  /// The form of a value that keeps its digits.
  static void stable(String formula, String stable) {
    assertThat(Printer.text(calculus(formula).stableValue())).as(formula).isEqualTo(stable);
  }

  /// The form of a derivative that keeps its digits.
  static void stableDerivative(String formula, String stable) {
    assertThat(text(calculus(formula).stableGradient())).as(formula).isEqualTo(stable);
  }

  static Calculus calculus(String formula) {
    return new Calculus(Formulas.bare(formula));
  }

  private static String text(Map<String, Formula> derivatives) {
    assertThat(derivatives).hasSize(1);
    return Printer.text(derivatives.values().iterator().next());
  }
}
