package dev.plumb.proof;

import static dev.plumb.formula.Operation.MULTIPLY;

import dev.plumb.calculus.Calculus;
import dev.plumb.calculus.Interpreter;
import dev.plumb.calculus.Lower;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Formulas by their plain meaning, sure to 50 digits: evaluated in more and more digits until the
/// error that each number carries is small enough.
final class Witness {
  static final int SURE = 50;
  private static final int[] DIGITS = {64, 110, 170, 260, 400, 800};

  /// What turns the rounding of its argument into as many times more as the argument is large.
  private static final Set<String> GROWING = Set.of("exp", "expm1", "erfc");

  private final Shapes shapes;
  private final List<Formula> formulas;

  /// The value, the gradients and the hessians of a loss, in the order of [Sample#outputs].
  static Witness of(Calculus calculus) {
    return new Witness(calculus.shapes(), outputs(calculus));
  }

  /// The sizes of what the formulas of a loss sum across pairs.
  static Witness ofPulls(Calculus calculus) {
    return new Witness(calculus.shapes(), outputs(calculus).stream().map(Pulls::of).toList());
  }

  private static List<Formula> outputs(Calculus calculus) {
    var formulas = new ArrayList<Formula>(List.of(calculus.value()));
    formulas.addAll(calculus.gradient().values());
    formulas.addAll(calculus.hessian().values());
    return formulas;
  }

  Witness(Shapes shapes, List<Formula> formulas) {
    Lower lower = Lower.meaning();
    this(formulas.stream().map(lower::of).toList(), shapes);
  }

  private Witness(List<Formula> lowered, Shapes shapes) {
    this.shapes = shapes;
    this.formulas = lowered;
  }

  /// The value of each formula, one number or a row; `UNKNOWN` where 800 digits do not tell it.
  List<List<Big>> at(Sample sample) {
    return at(sample.exact(), sample.classes());
  }

  /// One of the formulas alone.
  List<Big> at(Sample sample, int formula) {
    return new Witness(List.of(formulas.get(formula)), shapes).at(sample).getFirst();
  }

  /// The arguments of exponentials and of tails of the normal distribution in one of the formulas.
  List<Formula> exponents(int formula) {
    return distinct(formulas.get(formula))
        .filter(f -> f instanceof Apply(var o, _) && GROWING.contains(o.name()))
        .map(f -> f.children().getFirst())
        .distinct()
        .toList();
  }

  /// A part of the formulas alone.
  List<Big> at(Sample sample, Formula part) {
    return new Witness(List.of(part), shapes).at(sample).getFirst();
  }

  /// One of the formulas alone, with a part of it multiplied by a number.
  List<Big> at(Sample sample, int formula, Formula part, double factor) {
    Formula scaled = MULTIPLY.of(part, new Number(factor));
    var changed = new HashMap<>(Map.of(part, scaled));
    return new Witness(List.of(changed(formulas.get(formula), changed)), shapes)
        .at(sample)
        .getFirst();
  }

  private static Formula changed(Formula formula, Map<Formula, Formula> done) {
    Formula known = done.get(formula);
    if (known == null) {
      known = formula.map(f -> changed(f, done));
      done.put(formula, known);
    }
    return known;
  }

  private static Stream<Formula> distinct(Formula formula) {
    var seen = new LinkedHashSet<Formula>();
    collect(formula, seen);
    return seen.stream();
  }

  private static void collect(Formula formula, Set<Formula> seen) {
    if (seen.add(formula)) {
      formula.children().forEach(f -> collect(f, seen));
    }
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
