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
          case "and" -> both(a[0], a[1]);
          case "or" -> either(a[0], a[1]);
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
    if (isAlways(mask)) {
      return a;
    }
    return is(mask, "not") ? apply("select", first(mask), b, a) : null;
  }

  private Integer both(int a, int b) {
    if (a == b || isNever(a) || isAlways(b)) {
      return a;
    }
    return isNever(b) || isAlways(a) ? Integer.valueOf(b) : null;
  }

  private Integer either(int a, int b) {
    if (a == b || isAlways(a) || isNever(b)) {
      return a;
    }
    return isAlways(b) || isNever(a) ? Integer.valueOf(b) : null;
  }

  /// Whether no number meets it: `abs(a) < 0`, or a comparison of numbers that does not hold.
  private boolean isNever(int mask) {
    boolean isNegative =
        is(mask, "less")
            && is(first(mask), "abs")
            && isNumber(steps.get(mask).arguments().get(1), 0);
    return isNegative
        || is(mask, "not") && isAlways(first(mask))
        || Boolean.FALSE.equals(known(mask));
  }

  /// Whether every number meets it.
  private boolean isAlways(int mask) {
    return is(mask, "not") && isNever(first(mask)) || Boolean.TRUE.equals(known(mask));
  }

  /// Whether a comparison of two numbers holds, in double and in float; null where it is none.
  private Boolean known(int mask) {
    Step step = steps.get(mask);
    if (step.operation() == null || !COMPARISONS.contains(step.operation())) {
      return null;
    }
    Step a = steps.get(step.arguments().get(0));
    Step b = steps.get(step.arguments().get(1));
    if (!a.isNumber() || !b.isNumber()) {
      return null;
    }
    boolean holds = holds(step.operation(), a.value(), b.value());
    boolean inFloat = holds(step.operation(), (float) a.value(), (float) b.value());
    return holds == inFloat ? holds : null;
  }

  private static boolean holds(String comparison, double a, double b) {
    return switch (comparison) {
      case "less" -> a < b;
      case "less_equal" -> a <= b;
      default -> a == b;
    };
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
