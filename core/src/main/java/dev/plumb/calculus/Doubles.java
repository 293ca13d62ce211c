package dev.plumb.calculus;

import dev.plumb.exact.Function;
import dev.plumb.exact.Functions;
import dev.plumb.exact.Precision;
import java.util.List;

/// Arithmetic in IEEE 754 double precision, with the elementary functions of [dev.plumb.exact],
/// which have the same bits on every machine. Conditions are 1, 0, or NaN where either side is NaN,
/// and a choice by NaN is NaN: NaN is never swallowed.
public final class Doubles implements Arithmetic<Double> {
  /// The one arithmetic of doubles.
  public static final Doubles DOUBLES = new Doubles();

  private Doubles() {}

  @Override
  public Double number(double value) {
    return value;
  }

  @Override
  public double toDouble(Double number) {
    return number;
  }

  @Override
  public Double apply(String primitive, List<Double> a) {
    return switch (a.size()) {
      case 1 -> unary(primitive, a.get(0));
      case 2 -> binary(primitive, a.get(0), a.get(1));
      default -> choose(a.get(0), a.get(1), a.get(2));
    };
  }

  /// A primitive of one argument.
  public static double unary(String primitive, double a) {
    return switch (primitive) {
      case "negate" -> -a;
      case "not" -> 1 - a;
      case "abs" -> Math.abs(a);
      case "sign" -> Math.signum(a);
      case "sqrt" -> Math.sqrt(a);
      default -> function(primitive).apply(a);
    };
  }

  /// A primitive of two arguments.
  public static double binary(String primitive, double a, double b) {
    return switch (primitive) {
      case "add" -> a + b;
      case "subtract" -> a - b;
      case "multiply" -> a * b;
      case "divide" -> a / b;
      case "power" -> function(primitive).apply(a, b);
      case "max" -> a >= b ? a : a != a ? a : b;
      case "min" -> a <= b ? a : a != a ? a : b;
      case "and" -> a * b;
      case "or" -> Math.max(a, b);
      case "less" -> truth(a, b, a < b);
      case "less_equal" -> truth(a, b, a <= b);
      case "greater" -> truth(a, b, a > b);
      case "greater_equal" -> truth(a, b, a >= b);
      case "equal" -> truth(a, b, a == b);
      case "not_equal" -> truth(a, b, a != b);
      default -> throw new IllegalArgumentException("no primitive " + primitive + "(a, b)");
    };
  }

  private static Function function(String name) {
    return Functions.of(name, Precision.DOUBLE)
        .orElseThrow(() -> new IllegalArgumentException("no primitive " + name));
  }

  /// `if c then a else b`.
  public static double choose(double c, double a, double b) {
    return c != c ? c : c != 0 ? a : b;
  }

  private static double truth(double a, double b, boolean holds) {
    return a != a || b != b ? Double.NaN : holds ? 1 : 0;
  }
}
