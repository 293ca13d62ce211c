package dev.plumb.calculus;

import static dev.plumb.formula.Operation.IF;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Conditions that are known: comparisons of a formula with itself, and in each branch of a choice
/// its own condition.
///
/// @param simplify what a choice is simplified by whose branches have changed
record Conditions(UnaryOperator<Formula> simplify) {
  /// What a comparison of a number with itself says.
  private static final Map<String, Boolean> EQUAL_SIDES =
      Map.of(
          "equal",
          true,
          "less_equal",
          true,
          "greater_equal",
          true,
          "not_equal",
          false,
          "less",
          false,
          "greater",
          false);

  private static final Operation AND = Operation.named("and", 2);
  private static final Operation OR = Operation.named("or", 2);

  /// A choice, a comparison or a condition without what is known; any other formula as it is.
  Formula of(Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments))) {
      return formula;
    }
    if (operation == IF) {
      return choice(formula, arguments);
    }
    if (operation == AND || operation == OR) {
      return joined(formula, arguments, operation == AND);
    }
    return EQUAL_SIDES.containsKey(operation.name()) && arguments.get(0).equals(arguments.get(1))
        ? EQUAL_SIDES.get(operation.name()) ? Sum.ONE : Sum.ZERO
        : formula;
  }

  private Formula choice(Formula formula, List<Formula> arguments) {
    Formula condition = arguments.getFirst();
    if (arguments.get(1).equals(arguments.get(2))) {
      return arguments.get(1);
    }
    if (condition instanceof Number(double truth)) {
      return arguments.get(truth != 0 ? 1 : 2);
    }
    Formula yes = where(condition, 1, arguments.get(1));
    Formula no = where(condition, 2, arguments.get(2));
    boolean same = yes.equals(arguments.get(1)) && no.equals(arguments.get(2));
    return same ? formula : simplify.apply(IF.of(condition, yes, no));
  }

  /// A formula with the choices by a condition decided; folds and second elements are of other
  /// places.
  private static Formula where(Formula condition, int branch, Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments)) || !operation.spreads()) {
      return formula;
    }
    return operation == IF && arguments.getFirst().equals(condition)
        ? where(condition, branch, arguments.get(branch))
        : formula.map(inner -> where(condition, branch, inner));
  }

  /// Two conditions of which one may be known.
  private static Formula joined(Formula formula, List<Formula> sides, boolean and) {
    Formula deciding = and ? Sum.ZERO : Sum.ONE;
    Formula idle = and ? Sum.ONE : Sum.ZERO;
    if (sides.contains(deciding)) {
      return deciding;
    }
    Formula other = sides.get(sides.getFirst().equals(idle) ? 1 : 0);
    return sides.contains(idle) && isCondition(other) ? other : formula;
  }

  private static boolean isCondition(Formula formula) {
    if (formula.is(0) || formula.is(1)) {
      return true;
    }
    return formula instanceof Apply apply
        && (EQUAL_SIDES.containsKey(apply.operation().name()) || apply.is(AND) || apply.is(OR));
  }
}
