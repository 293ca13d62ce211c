package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ACROSS;
import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.LENGTH;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.OTHER;
import static dev.plumb.formula.Operation.POWER;
import static dev.plumb.formula.Operation.SUM;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import dev.plumb.formula.Shapes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Predicate;

/// Derivatives by the chain rule over the table of operations, through the folds and the pairs of
/// rows.
///
/// By a row input the derivative of a number is a row: its element m is the derivative by element
/// m. The derivative of a row is the diagonal: element m by element m. Write `w` for a fold's
/// weight in the table (1 for `sum`, softmax for `logsumexp`, one-hot for `max` and `v[i]`), `F`
/// for the folds and `A = across(f)` for the sums across pairs inside a formula. Then
///
/// ```
/// d e_m / dz_m       = ∂e/∂z, folds held fixed  +  Σ_F ∂e/∂F · dF/dz_m          where dA/dz = across(∂f/∂z_i) + (∂f/∂z_j)_(m,m)
/// d fold(r) / dz_m   = w · ∂r/∂z, folds held fixed, A by its first place alone
///                    + Σ_A across(w · ∂r/∂A · ∂f/∂z_j, places exchanged)
///                    + Σ_F sum(w · ∂r/∂F) · dF/dz_m
/// ```
public final class Derive {
  private static final Operation SIGN = Operation.named("sign", 1);

  private final Shapes shapes;
  private final Simplify simplify;
  private final Pairs pairs;

  public Derive(Shapes shapes, Simplify simplify) {
    this.shapes = shapes;
    this.simplify = simplify;
    this.pairs = new Pairs(shapes);
  }

  /// The derivative by an input: of a number a number or, by a row input, a row; of a row by a row
  /// the diagonal.
  ///
  /// @throws IllegalArgumentException when the formula takes `other` of a sum across pairs that
  ///   varies with the input
  public Formula by(String input, Formula formula) {
    Name variable = new Name(input);
    Formula expanded = simplify.of(expanded(formula));
    expanded = expanded(expanded);
    Formula derivative =
        shapes.isRow(variable)
            ? diagonal(expanded, variable)
            : new Partial(variable, variable, false).of(expanded);
    return simplify.of(withoutSquaredSigns(simplify.of(derivative)));
  }

  /// The square of a sign is 1 on both sides of a kink. At the kink itself the one-sided derivative
  /// is meant, as where a function of `abs(r)` is smooth at 0, so it is 1 there too.
  private static Formula withoutSquaredSigns(Formula formula) {
    boolean square =
        formula.is(POWER)
            && formula.children().getFirst().is(SIGN)
            && formula.children().get(1).is(2);
    return square ? Sum.ONE : formula.map(Derive::withoutSquaredSigns);
  }

  /// Maps of rows by their meaning, so that only folds and pairs reach across elements.
  private Formula expanded(Formula formula) {
    Formula inner = formula.map(this::expanded);
    if (inner instanceof Apply(var operation, var arguments)
        && operation.derivesByMeaning()
        && operation.meaning().isPresent()) {
      return expanded(instantiated(operation.meaning().get(), operation, arguments));
    }
    return inner;
  }

  private Formula diagonal(Formula formula, Name row) {
    Formula total = new Partial(row, null, true).of(formula);
    for (Formula fold : inside(formula, Shapes::isFold, row)) {
      total = ADD.of(total, MULTIPLY.of(partial(fold, formula), fold(fold, row)));
    }
    return simplify.of(total);
  }

  /// The derivative of a fold by element m of a row input, as a row.
  private Formula fold(Formula fold, Name row) {
    var apply = (Apply) fold;
    Formula body = apply.argument(0);
    Formula weight = weight(apply);
    Formula total = MULTIPLY.of(weight, partial(row, body));
    for (Formula across : inside(body, Shapes::isAcross, row)) {
      Formula second = second(across, row);
      Formula share = MULTIPLY.of(MULTIPLY.of(weight, partial(across, body)), second);
      total = ADD.of(total, ACROSS.of(pairs.swapped(simplify.of(share))));
    }
    for (Formula inner : inside(body, Shapes::isFold, row)) {
      Formula share = summed(MULTIPLY.of(weight, partial(inner, body)), row);
      total = ADD.of(total, MULTIPLY.of(share, fold(inner, row)));
    }
    return simplify.of(total);
  }

  /// What the second place of each pair adds to a fold across.
  private Formula second(Formula across, Formula row) {
    Formula second = partial(OTHER.of(row), across.children().getFirst());
    return MULTIPLY.of(weight((Apply) across), second);
  }

  /// The share of each element, or of each pair, in the derivative of a fold.
  private static Formula weight(Apply fold) {
    return instantiated(fold.operation().derivative(0), fold.operation(), fold.arguments());
  }

  private Formula partial(Formula variable, Formula formula) {
    return new Partial(variable, null, false).of(formula);
  }

  /// The sum over the elements; a formula that is the same for each is counted as often as there
  /// are elements.
  private Formula summed(Formula formula, Formula row) {
    Formula simple = simplify.of(formula);
    return simplify.of(shapes.isRow(simple) ? SUM.of(simple) : MULTIPLY.of(LENGTH.of(row), simple));
  }

  /// The formulas of a sort inside a formula that depend on a name, not looking into folds.
  private static SequencedSet<Formula> inside(Formula formula, Predicate<Formula> sort, Name name) {
    var found = new LinkedHashSet<Formula>();
    if (sort.test(formula) && dependsOn(formula, name)) {
      found.add(formula);
    }
    if (!Shapes.isFold(formula)) {
      formula.children().forEach(c -> found.addAll(inside(c, sort, name)));
    }
    return found;
  }

  private static boolean dependsOn(Formula formula, Formula name) {
    return formula.equals(name) || formula.children().stream().anyMatch(c -> dependsOn(c, name));
  }

  static Formula instantiated(Formula body, Operation operation, List<Formula> arguments) {
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

    /// Whether a sum across pairs also varies by its second place, on the diagonal.
    private final boolean both;

    private final Map<Formula, Formula> known = new HashMap<>();

    Partial(Formula variable, Name number, boolean both) {
      this.variable = variable;
      this.number = number;
      this.both = both;
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
        derivative = simplify.of(applied(apply));
        known.put(formula, derivative);
      }
      return derivative;
    }

    private Formula applied(Apply apply) {
      if (Shapes.isFold(apply)) {
        return fold(apply);
      }
      if (Shapes.isAcross(apply)) {
        return across(apply);
      }
      if (apply.is(OTHER)) {
        return other(apply.argument(0));
      }
      Formula total = Sum.ZERO;
      for (int i = 0; i < apply.arguments().size(); i++) {
        Formula inner = of(apply.argument(i));
        if (!inner.is(0)) {
          Operation operation = apply.operation();
          Formula outer = instantiated(operation.derivative(i), operation, apply.arguments());
          total = ADD.of(total, MULTIPLY.of(outer, inner));
        }
      }
      return total;
    }

    private Formula fold(Apply fold) {
      if (number == null || !dependsOn(fold, number)) {
        return Sum.ZERO;
      }
      return summed(MULTIPLY.of(weight(fold), of(fold.argument(0))), fold.argument(0));
    }

    private Formula across(Apply across) {
      Formula pair = MULTIPLY.of(weight(across), of(across.argument(0)));
      Formula first = simplify.of(ACROSS.of(simplify.of(pair)));
      return both ? ADD.of(first, pairs.diagonal(simplify.of(second(across, variable)))) : first;
    }

    /// The second element of a pair varies with the second place. With the first place it varies
    /// only where it is itself a sum across pairs, whose second place that is.
    private Formula other(Formula row) {
      if (number != null || Shapes.isFold(variable)) {
        return OTHER.of(of(row));
      }
      if (variable.is(OTHER)) {
        return OTHER.of(partial(variable.children().getFirst(), row));
      }
      if (!(variable instanceof Name name)) {
        return Sum.ZERO;
      }
      Formula total = Sum.ZERO;
      for (Formula across : inside(row, Shapes::isAcross, name)) {
        Formula share = simplify.of(MULTIPLY.of(partial(across, row), second(across, name)));
        total = ADD.of(total, pairs.swapped(share));
      }
      if (!both && !simplify.of(total).is(0)) {
        throw new IllegalArgumentException(
            "other(%s) cannot be differentiated by %s: take other of inputs"
                .formatted(Printer.text(row), Printer.text(name)));
      }
      return total;
    }
  }
}
