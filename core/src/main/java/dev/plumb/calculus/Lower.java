package dev.plumb.calculus;

import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.POWER;
import static dev.plumb.formula.Operation.WEIGH;

import dev.plumb.exact.Functions;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Replaces every operation that has a meaning until only primitives are left: by the stable form
/// for a machine, or by the plain meaning for arithmetic that is exact enough to need no care.
public final class Lower {
  private static final double LARGEST_POWER = 8;

  private final Function<Operation, Optional<Formula>> form;
  private final Optional<Weighing> weighing;
  private final Map<Formula, Formula> done = new HashMap<>();

  private Lower(Function<Operation, Optional<Formula>> form, Optional<Weighing> weighing) {
    this.form = form;
    this.weighing = weighing;
  }

  /// Lowers to the forms that keep their digits in floating point. Functions that have an exact
  /// form stay as they are.
  public static Lower stable() {
    return new Lower(Lower::stableForm, Optional.empty());
  }

  /// The same for formulas of which enough is known that some products need fewer guards.
  static Lower stable(Weighing weighing) {
    return new Lower(Lower::stableForm, Optional.of(weighing));
  }

  private static Optional<Formula> stableForm(Operation operation) {
    return isExact(operation) ? Optional.empty() : operation.stable();
  }

  /// Whether an operation is computed as a whole in both precisions.
  private static boolean isExact(Operation operation) {
    return operation.spreads()
        && Functions.of(operation.name(), Precision.DOUBLE).isPresent()
        && Functions.of(operation.name(), Precision.FLOAT).isPresent();
  }

  /// Lowers to the plain mathematical meanings: the witness that shares no stable form with the
  /// kernels.
  public static Lower meaning() {
    return new Lower(Operation::meaning, Optional.empty());
  }

  /// The lowered formula.
  public Formula of(Formula formula) {
    Formula known = done.get(formula);
    if (known == null) {
      known = lowered(formula.map(this::of));
      done.put(formula, known);
    }
    return known;
  }

  private Formula lowered(Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments))) {
      return formula;
    }
    if (operation == POWER && arguments.get(1) instanceof Number(double exponent)) {
      return power(formula, arguments.getFirst(), exponent);
    }
    return weighed(operation, arguments)
        .or(() -> form.apply(operation).map(f -> of(Derive.instantiated(f, operation, arguments))))
        .orElse(formula);
  }

  private Optional<Formula> weighed(Operation operation, List<Formula> arguments) {
    return operation == WEIGH
        ? weighing.flatMap(w -> w.of(arguments.get(0), arguments.get(1)))
        : Optional.empty();
  }

  /// Small whole powers by multiplication: `a^4` is `(a * a) * (a * a)`.
  private Formula power(Formula formula, Formula base, double exponent) {
    if (exponent != Math.rint(exponent) || exponent < 1 || exponent > LARGEST_POWER) {
      return formula;
    }
    if (exponent == 1) {
      return base;
    }
    Formula half = power(formula, base, Math.floor(exponent / 2));
    Formula square = MULTIPLY.of(half, half);
    return exponent % 2 == 0 ? square : MULTIPLY.of(square, base);
  }
}
