package dev.plumb.kernel;

import dev.plumb.kernel.Program.Step;
import java.util.Set;

/// Applies exact operations in fewer steps where that gives the same bits: signs are moved where
/// they cost nothing, and a division by a power of 2 is a multiplication.
final class Shorten {
  private static final Set<String> COMMUTATIVE = Set.of("add", "multiply", "equal", "and", "or");
  private static final Set<String> COMPARISONS = Set.of("less", "less_equal", "equal");

  private final Steps steps;

  Shorten(Steps steps) {
    this.steps = steps;
  }

  /// The place of the operation's result.
  int apply(String operation, int... a) {
    Integer shorter =
        switch (operation) {
          case "negate" -> negate(a[0]);
          case "abs" -> is(a[0], "negate") || is(a[0], "abs") ? apply("abs", first(a[0])) : null;
          case "not" -> is(a[0], "not") ? first(a[0]) : null;
          case "add" -> is(a[1], "negate") ? apply("subtract", a[0], first(a[1])) : null;
          case "subtract" -> subtract(a[0], a[1]);
          case "multiply" -> multiply(a[0], a[1]);
          case "divide" -> divide(a[0], a[1]);
          case "select" -> select(a[0], a[1], a[2]);
          default -> COMPARISONS.contains(operation) ? compare(operation, a[0], a[1]) : null;
        };
    if (shorter != null) {
      return shorter;
    }
    return COMMUTATIVE.contains(operation) && a[0] > a[1]
        ? steps.apply(operation, a[1], a[0])
        : steps.apply(operation, a);
  }

  private Integer negate(int a) {
    if (is(a, "negate")) {
      return first(a);
    }
    return steps.get(a).isNumber() ? steps.number(-steps.get(a).value()) : null;
  }

  private Integer subtract(int a, int b) {
    if (is(b, "negate")) {
      return apply("add", a, first(b));
    }
    return isNumber(b, 0) ? a : null;
  }

  private Integer multiply(int a, int b) {
    return isNumber(a, 1) ? Integer.valueOf(b) : isNumber(b, 1) ? a : null;
  }

  private Integer divide(int a, int b) {
    Step divisor = steps.get(b);
    if (!divisor.isNumber()) {
      return null;
    }
    boolean isPower = Math.abs(divisor.value()) == Math.scalb(1, Math.getExponent(divisor.value()));
    boolean isModest = Math.abs(Math.getExponent(divisor.value())) < Float.MAX_EXPONENT;
    return isPower && isModest ? apply("multiply", a, steps.number(1 / divisor.value())) : null;
  }

  private Integer select(int mask, int a, int b) {
    if (a == b) {
      return a;
    }
    if (isNever(mask)) {
      return b;
    }
    return is(mask, "not") ? apply("select", first(mask), b, a) : null;
  }

  /// Whether no number meets it: `abs(a) < 0`.
  private boolean isNever(int mask) {
    return is(mask, "less")
        && is(first(mask), "abs")
        && isNumber(steps.get(mask).arguments().get(1), 0);
  }

  /// A sign on one side goes to a number on the other; two signs turn the comparison round.
  private Integer compare(String comparison, int a, int b) {
    if (isNegativeZero(a) || isNegativeZero(b)) {
      int zero = steps.number(0);
      return apply(comparison, isNegativeZero(a) ? zero : a, isNegativeZero(b) ? zero : b);
    }
    if (is(a, "negate") && is(b, "negate")) {
      return apply(comparison, first(b), first(a));
    }
    if (is(a, "negate") && steps.get(b).isNumber()) {
      return apply(comparison, negate(b), first(a));
    }
    if (is(b, "negate") && steps.get(a).isNumber()) {
      return apply(comparison, first(b), negate(a));
    }
    return null;
  }

  private boolean is(int place, String operation) {
    return operation.equals(steps.get(place).operation());
  }

  private boolean isNegativeZero(int place) {
    Step step = steps.get(place);
    return step.isNumber() && step.value() == 0 && 1 / step.value() < 0;
  }

  private boolean isNumber(int place, double value) {
    return steps.get(place).isNumber() && steps.get(place).value() == value;
  }

  private int first(int place) {
    return steps.get(place).arguments().getFirst();
  }
}
