package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.POWER;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.Map;
import java.util.stream.Stream;

/// A formula from 0 to 1 of which the language also knows the complement to the last digit.
///
/// @param formula `sigmoid(a)`, `share(a, b)` or `softmax(v)`
/// @param complement what is left of 1: `sigmoid(-a)`, `share(b, a)`, `softmax_rest(v)`
/// @param row whether it is one for each element of a row
record Probability(Formula formula, Formula complement, boolean row) {
  private static final Operation SIGMOID = Operation.named("sigmoid", 1);
  private static final Operation SHARE = Operation.named("share", 2);

  /// Rows of probabilities, with the operation that gives their complements.
  private static final Map<Operation, Operation> ROWS =
      Map.of(
          Operation.named("softmax", 1),
          Operation.named("softmax_rest", 1),
          Operation.named("softmax_beside_0", 1),
          Operation.named("softmax_beside_0_rest", 1),
          Operation.named("portion", 1),
          Operation.named("portion_rest", 1));

  /// The probabilities that are factors of terms, at any depth of sums and products.
  static Stream<Probability> in(Formula formula, Simplify simplify) {
    if (formula instanceof Apply(var operation, var arguments) && ROWS.containsKey(operation)) {
      Formula rest = ROWS.get(operation).of(arguments.getFirst());
      return Stream.of(new Probability(formula, rest, true));
    }
    if (formula.is(SIGMOID)) {
      Formula opposite = simplify.of(NEGATE.of(formula.children().getFirst()));
      return Stream.of(new Probability(formula, SIGMOID.of(opposite), false));
    }
    if (formula instanceof Apply(var operation, var parts) && operation == SHARE) {
      return Stream.of(new Probability(formula, SHARE.of(parts.get(1), parts.get(0)), false));
    }
    boolean opens = isSum(formula) || formula.is(MULTIPLY) || formula.is(DIVIDE);
    boolean power = formula.is(POWER) && formula.children().get(1) instanceof Number;
    return opens || power
        ? formula.children().stream()
            .limit(formula.is(DIVIDE) ? 1 : 2)
            .flatMap(f -> in(f, simplify))
        : Stream.empty();
  }

  /// What a term is multiplied by to be made even: `1 → softmax(v) + softmax_rest(v)`.
  Rule whole() {
    Formula a = new Name(row ? "v" : "a");
    Formula b = new Name("b");
    Operation operation = ((Apply) formula).operation();
    Formula sum =
        row
            ? ADD.of(operation.of(a), ROWS.get(operation).of(a))
            : operation == SHARE
                ? ADD.of(SHARE.of(a, b), SHARE.of(b, a))
                : ADD.of(SIGMOID.of(a), SIGMOID.of(NEGATE.of(a)));
    return new Rule(new Number(1), sum);
  }

  /// Whether it is a factor of a term of the formula.
  boolean isIn(Formula other, Simplify simplify) {
    return in(other, simplify).anyMatch(p -> p.formula.equals(formula));
  }

  /// Whether the formula is a polynomial in it: no exponent of a share is a parameter. Then its
  /// slope is squared in terms that are better left together.
  boolean isPolynomial(Formula other) {
    return !formula.is(SHARE)
        || other
            .all()
            .filter(f -> f.is(POWER) && f.children().getFirst().is(SHARE))
            .allMatch(f -> f.children().get(1) instanceof Number);
  }

  static boolean isSum(Formula formula) {
    return formula.is(ADD) || formula.is(SUBTRACT) || formula.is(NEGATE);
  }
}
