package dev.plumb.calculus;

import static dev.plumb.formula.Operation.IF;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.POWER;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `weigh(a, b)` runs as: the product of a and b, but 0 where a is.
///
/// A NaN that was given must show. Where b has a value at all numbers that its names stand for, as
/// `softplus(z)` has, it is enough to look at the names: `if a == 0 and z <= inf then 0 else a *
/// b`, in which `z <= inf` is true or NaN, and is left out where a is NaN with z itself. Elsewhere,
/// as in `y * log(p)`, b is looked at, so that the logarithm of a number below 0 stays NaN: the
/// form of the table.
///
/// Formulas are lowered already.
final class Weighing {
  /// Operations with a value at all numbers, infinities among them. Differences of infinities and
  /// quotients of zeros have none, but a factor that is 0 wins over them.
  private static final Set<String> TOTAL =
      Set.of(
          "add",
          "subtract",
          "multiply",
          "divide",
          "negate",
          "abs",
          "sign",
          "max",
          "min",
          "if",
          "less",
          "less_equal",
          "greater",
          "greater_equal",
          "equal",
          "not_equal",
          "and",
          "or",
          "not",
          "exp",
          "expm1",
          "tanh",
          "cosh",
          "sinh",
          "sech",
          "sech_squared",
          "sigmoid",
          "softplus",
          "log_cosh",
          "erf",
          "erfc",
          "atan",
          "cbrt");

  private static final Operation AT_MOST = Operation.named("less_equal", 2);
  private static final Operation EQUAL = Operation.named("equal", 2);
  private static final Operation AND = Operation.named("and", 2);
  private static final Number INFINITY = new Number(Double.POSITIVE_INFINITY);

  private final Bounds bounds;
  private final Set<String> neverNan;
  private final Map<Formula, Boolean> total = new HashMap<>();
  private final Map<Formula, Set<String>> shown = new HashMap<>();

  /// @param bounds in which predictions, which nobody checks, may be any number
  /// @param neverNan the names of the parameters
  Weighing(Bounds bounds, Set<String> neverNan) {
    this.bounds = bounds;
    this.neverNan = neverNan;
  }

  /// The product of two lowered formulas, or nothing where the form of the table serves.
  Optional<Formula> of(Formula a, Formula b) {
    if (!isTotal(b)) {
      return Optional.empty();
    }
    Set<String> shown = shown(a);
    Formula isZero =
        b.names()
            .distinct()
            .filter(name -> !neverNan.contains(name) && !shown.contains(name))
            .map(name -> AT_MOST.of(new Name(name), INFINITY))
            .reduce(EQUAL.of(a, Sum.ZERO), AND::of);
    return Optional.of(IF.of(isZero, Sum.ZERO, MULTIPLY.of(a, b)));
  }

  private boolean isTotal(Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments))) {
      return true;
    }
    Boolean known = total.get(formula);
    if (known == null) {
      known =
          operation.spreads()
              && (TOTAL.contains(operation.name()) || isInside(operation, arguments.getFirst()))
              && arguments.stream().allMatch(this::isTotal);
      total.put(formula, known);
    }
    return known;
  }

  /// Whether the argument lies where the operation has a value.
  private boolean isInside(Operation operation, Formula argument) {
    double low = bounds.of(argument).low();
    return switch (operation.name()) {
      case "log", "sqrt", "power" -> low >= 0;
      case "log1p" -> low >= -1;
      default -> false;
    };
  }

  /// The names whose NaN makes a formula NaN for certain.
  private Set<String> shown(Formula formula) {
    Set<String> known = shown.get(formula);
    if (known == null) {
      known = found(formula);
      shown.put(formula, known);
    }
    return known;
  }

  private Set<String> found(Formula formula) {
    if (formula instanceof Name(String text)) {
      return Set.of(text);
    }
    var names = new HashSet<String>();
    if (formula.is(IF)) {
      names.addAll(shown(formula.children().get(1)));
      names.retainAll(shown(formula.children().get(2)));
      names.addAll(shown(formula.children().getFirst()));
    } else if (formula instanceof Apply(var operation, var arguments)
        && operation.spreads()
        && operation != POWER) {
      arguments.forEach(argument -> names.addAll(shown(argument)));
    }
    return names;
  }
}
