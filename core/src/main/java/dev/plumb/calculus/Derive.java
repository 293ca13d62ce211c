package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.SUM;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shapes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// Derivatives by the chain rule over the table of operations, through the folds of rows.
///
/// By a row input the derivative of a number is a row: its element k is the derivative by element
/// k. The derivative of a row is the diagonal: element k by element k. Write `e` for a formula with
/// folds `F` inside. Then
///
/// ```
/// d e / dz_k    = (direct derivative of e, folds held fixed)_k + Σ_F (∂e/∂F)_k · dF/dz_k
/// d fold(r)/dz_k = w_k · (direct derivative of r)_k + Σ_F (Σ_j w_j · (∂r/∂F)_j) · dF/dz_k
/// ```
///
/// where `w` is the fold's weight in the table: 1 for `sum`, softmax for `logsumexp`, one-hot for
/// `max` and `v[i]`.
public final class Derive {
  private final Shapes shapes;
  private final Simplify simplify;

  public Derive(Shapes shapes, Simplify simplify) {
    this.shapes = shapes;
    this.simplify = simplify;
  }

  /// The derivative by an input: of a number a number or, by a row input, a row; of a row by a row
  /// the diagonal.
  public Formula by(String input, Formula formula) {
    Name variable = new Name(input);
    Formula expanded = expanded(formula);
    return simplify.of(
        shapes.isRow(variable)
            ? diagonal(expanded, variable)
            : new Partial(variable, variable).of(expanded));
  }

  /// Maps of rows by their meaning, so that only folds reach across elements.
  private Formula expanded(Formula formula) {
    Formula inner = formula.map(this::expanded);
    if (inner instanceof Apply(var operation, var arguments) && operation.derivesByMeaning()) {
      return expanded(instantiated(operation.meaning().orElseThrow(), operation, arguments));
    }
    return inner;
  }

  private Formula diagonal(Formula formula, Name row) {
    Formula total = new Partial(row, null).of(formula);
    for (Formula fold : folds(formula, row)) {
      Formula share = new Partial(fold, null).of(formula);
      total = ADD.of(total, MULTIPLY.of(share, fold(fold, row)));
    }
    return simplify.of(total);
  }

  /// The derivative of a fold by element k of a row input, as a row.
  private Formula fold(Formula fold, Name row) {
    var apply = (Apply) fold;
    Formula body = apply.argument(0);
    Formula weight =
        instantiated(apply.operation().derivative(0), apply.operation(), apply.arguments());
    Formula total = MULTIPLY.of(weight, new Partial(row, null).of(body));
    for (Formula inner : folds(body, row)) {
      Formula share = summed(MULTIPLY.of(weight, new Partial(inner, null).of(body)), row);
      total = ADD.of(total, MULTIPLY.of(share, fold(inner, row)));
    }
    return simplify.of(total);
  }

  /// The sum over the elements; a formula that is the same for each is counted as often as there
  /// are elements.
  private Formula summed(Formula formula, Name row) {
    Formula simple = simplify.of(formula);
    if (simple.is(0)) {
      return simple;
    }
    return simplify.of(
        shapes.isRow(simple)
            ? SUM.of(simple)
            : MULTIPLY.of(Operation.named("length", 1).of(row), simple));
  }

  /// The outermost folds in a formula that depend on a name.
  private static SequencedSet<Formula> folds(Formula formula, Name name) {
    var folds = new LinkedHashSet<Formula>();
    if (Shapes.isFold(formula)) {
      if (dependsOn(formula, name)) {
        folds.add(formula);
      }
    } else {
      formula.children().forEach(c -> folds.addAll(folds(c, name)));
    }
    return folds;
  }

  private static boolean dependsOn(Formula formula, Formula name) {
    return formula.equals(name) || formula.children().stream().anyMatch(c -> dependsOn(c, name));
  }

  static Formula instantiated(
      Formula body, Operation operation, java.util.List<Formula> arguments) {
    var values = new HashMap<String, Formula>();
    for (int i = 0; i < arguments.size(); i++) {
      values.put(operation.arguments().get(i), arguments.get(i));
    }
    return body.with(values);
  }

  /// The chain rule. Folds are constants, but for the variable itself and, by a number, for folds
  /// that depend on it.
  private final class Partial {
    private final Formula variable;

    /// The input, when it is a number: then folds are differentiated under their sign; else null.
    private final Name number;

    private final Map<Formula, Formula> known = new HashMap<>();

    Partial(Formula variable, Name number) {
      this.variable = variable;
      this.number = number;
    }

    Formula of(Formula formula) {
      if (formula.equals(variable)) {
        return Sum.ONE;
      }
      if (!(formula instanceof Apply apply)) {
        return Sum.ZERO;
      }
      Formula derivative = known.get(formula);
      if (derivative == null) {
        derivative = simplify.of(Shapes.isFold(formula) ? ofFold(apply) : ofApplied(apply));
        known.put(formula, derivative);
      }
      return derivative;
    }

    private Formula ofFold(Apply fold) {
      if (number == null || !dependsOn(fold, number)) {
        return Sum.ZERO;
      }
      Formula weight =
          instantiated(fold.operation().derivative(0), fold.operation(), fold.arguments());
      return summedOver(fold.argument(0), MULTIPLY.of(weight, of(fold.argument(0))));
    }

    private Formula summedOver(Formula row, Formula formula) {
      Formula simple = simplify.of(formula);
      return shapes.isRow(simple)
          ? SUM.of(simple)
          : MULTIPLY.of(Operation.named("length", 1).of(row), simple);
    }

    private Formula ofApplied(Apply apply) {
      Formula total = Sum.ZERO;
      for (int i = 0; i < apply.arguments().size(); i++) {
        Formula inner = of(apply.argument(i));
        if (!inner.is(0)) {
          Formula outer =
              instantiated(apply.operation().derivative(i), apply.operation(), apply.arguments());
          total = ADD.of(total, MULTIPLY.of(outer, inner));
        }
      }
      return total;
    }
  }
}
