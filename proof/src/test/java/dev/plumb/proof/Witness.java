package dev.plumb.proof;

import dev.plumb.calculus.Calculus;
import dev.plumb.calculus.Interpreter;
import dev.plumb.calculus.Lower;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Formulas by their plain meaning, sure to 50 digits: evaluated in more and more digits until the
/// error that each number carries is small enough.
final class Witness {
  static final int SURE = 50;
  private static final int[] DIGITS = {64, 110, 170, 260, 400, 800};

  private final Shapes shapes;
  private final List<Formula> formulas;

  /// The value, the gradients and the hessians of a loss, in the order of [Sample#outputs].
  static Witness of(Calculus calculus) {
    var formulas = new ArrayList<Formula>(List.of(calculus.value()));
    formulas.addAll(calculus.gradient().values());
    formulas.addAll(calculus.hessian().values());
    return new Witness(calculus.shapes(), formulas);
  }

  Witness(Shapes shapes, List<Formula> formulas) {
    this.shapes = shapes;
    Lower lower = Lower.meaning();
    this.formulas = formulas.stream().map(lower::of).toList();
  }

  /// The value of each formula, one number or a row; `UNKNOWN` where 800 digits do not tell it.
  List<List<Big>> at(Sample sample) {
    return at(sample.exact(), sample.classes());
  }

  /// One of the formulas alone.
  List<Big> at(Sample sample, int formula) {
    return new Witness(shapes, List.of(formulas.get(formula))).at(sample).getFirst();
  }

  /// The same for numbers that need not be doubles.
  List<List<Big>> at(Map<String, List<Big>> sample, int classes) {
    var values = new ArrayList<List<Big>>(Collections.nCopies(formulas.size(), List.of()));
    for (int digits : DIGITS) {
      var interpreter = new Interpreter<>(BigArithmetic.of(digits), shapes, sample, classes);
      boolean sure = true;
      for (int i = 0; i < formulas.size(); i++) {
        if (!isSure(values.get(i))) {
          values.set(i, interpreter.of(formulas.get(i)));
          sure &= isSure(values.get(i));
        }
      }
      if (sure) {
        break;
      }
    }
    return values.stream()
        .map(v -> v.stream().map(b -> b.isSureTo(SURE) ? b : Big.UNKNOWN).toList())
        .toList();
  }

  private static boolean isSure(List<Big> numbers) {
    return !numbers.isEmpty() && numbers.stream().allMatch(b -> b.isSureTo(SURE));
  }
}
