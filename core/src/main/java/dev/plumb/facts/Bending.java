package dev.plumb.facts;

import static dev.plumb.facts.Bending.Bend.AFFINE;
import static dev.plumb.facts.Bending.Bend.CONCAVE;
import static dev.plumb.facts.Bending.Bend.CONSTANT;
import static dev.plumb.facts.Bending.Bend.CONVEX;
import static dev.plumb.facts.Bending.Bend.UNKNOWN;

import dev.plumb.calculus.Bounds;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which way a formula bends as a function of one input, by the rules of composition (Grant, Boyd,
/// Ye 2006, "Disciplined convex programming"): a convex increasing function of a convex one is
/// convex, and so on.
///
/// A choice whose condition varies with the input is taken to bend as both its branches do; that is
/// sound only where the whole does not jump and no slope falls at a border, which the caller
/// checks.
final class Bending {
  enum Bend {
    CONSTANT,
    AFFINE,
    CONVEX,
    CONCAVE,
    UNKNOWN;

    boolean isConvex() {
      return this == CONSTANT || this == AFFINE || this == CONVEX;
    }

    boolean isConcave() {
      return this == CONSTANT || this == AFFINE || this == CONCAVE;
    }

    boolean isAffine() {
      return this == CONSTANT || this == AFFINE;
    }

    Bend flipped() {
      return switch (this) {
        case CONVEX -> CONCAVE;
        case CONCAVE -> CONVEX;
        case CONSTANT, AFFINE, UNKNOWN -> this;
      };
    }

    /// The bend of a sum.
    Bend plus(Bend other) {
      return isAffine() && other.isAffine()
          ? (this == CONSTANT ? other : this)
          : isConvex() && other.isConvex()
              ? CONVEX
              : isConcave() && other.isConcave() ? CONCAVE : UNKNOWN;
    }
  }

  private static final Set<String> CONVEX_RISING =
      Set.of(
          "exp",
          "expm1",
          "softplus",
          "logsumexp",
          "logsumexp_across",
          "softplus_sum",
          "simplex_max",
          "mean",
          "sum",
          "across");
  private static final Set<String> CONCAVE_RISING = Set.of("log", "log1p", "sqrt", "digamma");
  private static final Set<String> CONVEX_EVEN =
      Set.of("abs", "norm", "log_cosh", "hypotenuse", "rise", "cosh");
  private static final Set<String> LINEAR =
      Set.of("mean", "sum", "across", "pick", "other", "negate");

  private final String input;
  private final Bounds bounds;
  private final Map<Formula, Bend> known = new HashMap<>();

  Bending(String input, Bounds bounds) {
    this.input = input;
    this.bounds = bounds;
  }

  Bend of(Formula formula) {
    Bend bend = known.get(formula);
    if (bend == null) {
      bend = computed(formula);
      known.put(formula, bend);
    }
    return bend;
  }

  private Bend computed(Formula formula) {
    return switch (formula) {
      case Formula.Number _ -> CONSTANT;
      case Formula.Name(String text) -> text.equals(input) ? AFFINE : CONSTANT;
      case Apply apply ->
          apply.arguments().stream().allMatch(a -> of(a) == CONSTANT) ? CONSTANT : applied(apply);
    };
  }

  private Bend applied(Apply apply) {
    String name = apply.operation().name();
    List<Bend> a = apply.arguments().stream().map(this::of).toList();
    Bend first = a.getFirst();
    Bend last = a.getLast();
    if (LINEAR.contains(name)) {
      return name.equals("negate")
          ? first.flipped()
          : last == CONSTANT || a.size() == 1 ? first : UNKNOWN;
    }
    if (CONVEX_RISING.contains(name)) {
      return first.isConvex() ? CONVEX : UNKNOWN;
    }
    if (CONCAVE_RISING.contains(name)) {
      return isLength(apply) ? CONVEX : isLogErfc(apply) || first.isConcave() ? CONCAVE : UNKNOWN;
    }
    if (CONVEX_EVEN.contains(name)) {
      return first.isAffine() || first == CONVEX && isAtLeastZero(apply.argument(0))
          ? CONVEX
          : UNKNOWN;
    }
    return switch (name) {
      case "add" -> first.plus(last);
      case "subtract" -> first.plus(last.flipped());
      case "multiply", "weigh" ->
          first == CONSTANT
              ? scaled(apply.argument(0), last)
              : last == CONSTANT ? scaled(apply.argument(1), first) : UNKNOWN;
      case "divide", "part" -> quotient(apply, first, last);
      case "power" -> power(apply, first);
      case "max" -> a.stream().allMatch(Bend::isConvex) ? CONVEX : UNKNOWN;
      case "min" -> a.stream().allMatch(Bend::isConcave) ? CONCAVE : UNKNOWN;
      case "if" -> choice(a);
      case "xlogy" ->
          first == CONSTANT && isAtLeastZero(apply.argument(0)) && last.isConcave()
              ? CONCAVE
              : UNKNOWN;
      case "log_ratio", "log1p_ratio" -> logRatio(first, last);
      case "log_softmax" -> first.isAffine() ? CONCAVE : UNKNOWN;
      case "lgamma" -> first.isAffine() ? CONVEX : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static Bend choice(List<Bend> a) {
    Bend yes = a.get(1);
    Bend no = a.get(2);
    if (yes == CONSTANT && no == CONSTANT) {
      return AFFINE;
    }
    return yes == no ? yes : yes.plus(no);
  }

  private static Bend logRatio(Bend above, Bend below) {
    return below == CONSTANT && above.isConcave()
        ? CONCAVE
        : above == CONSTANT && below.isConcave() ? CONVEX : UNKNOWN;
  }

  /// The logarithm of erfc of an affine function is concave: the normal distribution's tail is
  /// log-concave (Boyd, Vandenberghe 2004, example 3.39).
  private boolean isLogErfc(Apply log) {
    return log.operation().name().equals("log")
        && log.argument(0) instanceof Apply inner
        && (inner.operation().name().equals("erfc") && of(inner.argument(0)).isAffine()
            || scaledErfc(inner));
  }

  private boolean scaledErfc(Apply inner) {
    return (inner.is(Operation.MULTIPLY) || inner.is(Operation.DIVIDE))
        && inner.arguments().stream()
            .allMatch(f ->
                of(f) == CONSTANT
                    || f instanceof Apply e
                        && e.operation().name().equals("erfc")
                        && of(e.argument(0)).isAffine());
  }

  /// The Euclidean length of an affine row.
  private boolean isLength(Apply root) {
    return root.is(Operation.SQRT)
        && root.argument(0) instanceof Apply sum
        && sum.is(Operation.SUM)
        && sum.argument(0) instanceof Apply square
        && square.is(Operation.POWER)
        && square.argument(1).is(2)
        && of(square.argument(0)).isAffine();
  }

  private Bend scaled(Formula factor, Bend bend) {
    Interval range = bounds.of(factor);
    return range.low() >= 0
        ? bend
        : range.high() <= 0 ? bend.flipped() : bend.isAffine() ? bend : UNKNOWN;
  }

  private Bend quotient(Apply apply, Bend above, Bend below) {
    if (below == CONSTANT) {
      return isAtLeastZero(apply.argument(1)) ? above : above.isAffine() ? above : UNKNOWN;
    }
    boolean convex = below.isConcave() && isAtLeastZero(apply.argument(1));
    return above == CONSTANT && convex ? scaled(apply.argument(0), CONVEX) : UNKNOWN;
  }

  private Bend power(Apply apply, Bend base) {
    Interval exponent = bounds.of(apply.argument(1));
    double e = exponent.low();
    if (of(apply.argument(1)) != CONSTANT || e != exponent.high()) {
      return UNKNOWN;
    }
    boolean even = e > 0 && e % 2 == 0;
    boolean nonNegative = isAtLeastZero(apply.argument(0));
    if (e == 1 || e == 0) {
      return e == 1 ? base : CONSTANT;
    }
    if (even && base.isAffine() || e >= 1 && nonNegative && base.isConvex()) {
      return CONVEX;
    }
    return nonNegative && base.isConcave() ? (e < 0 ? CONVEX : e < 1 ? CONCAVE : UNKNOWN) : UNKNOWN;
  }

  private boolean isAtLeastZero(Formula formula) {
    return bounds.of(formula).low() >= 0;
  }
}
