package dev.plumb.proof;

import dev.plumb.calculus.Arithmetic;
import java.util.List;

/// Arithmetic in so many decimal digits, in which every number carries a bound on its error: the
/// witness that shares no code with the kernels. Cancellation shows as a large error, so that the
/// caller can ask for more digits. 0 wins over infinity and over 0 / 0: that is how the language
/// takes a target or weight of 0.
record BigArithmetic(BigFunctions functions) implements Arithmetic<Big> {
  static BigArithmetic of(int digits) {
    return new BigArithmetic(new BigFunctions(digits));
  }

  @Override
  public Big number(double value) {
    return Big.of(value);
  }

  @Override
  public double toDouble(Big number) {
    return number.toDouble();
  }

  @Override
  public Big apply(String primitive, List<Big> a) {
    if (a.size() < 3 && a.stream().anyMatch(Big::isNone)) {
      return a.contains(Big.UNKNOWN) ? Big.UNKNOWN : Big.NAN;
    }
    return switch (a.size()) {
      case 1 -> unary(primitive, a.get(0));
      case 2 -> binary(primitive, a.get(0), a.get(1));
      default -> choose(a.get(0), a.get(1), a.get(2));
    };
  }

  private Big unary(String primitive, Big a) {
    return switch (primitive) {
      case "negate" -> a.negated();
      case "not" -> sum(Big.ONE, a.negated());
      case "abs" -> a.sign() < 0 ? a.negated() : a;
      case "sign" -> sign(a);
      case "expm1" -> sum(functions.exp(a), Big.of(-1));
      case "log1p" -> functions.log(sum(Big.ONE, a));
      case "tanh" -> tanh(a);
      default -> functions.apply(primitive, a);
    };
  }

  private Big binary(String primitive, Big a, Big b) {
    return switch (primitive) {
      case "add" -> sum(a, b);
      case "subtract" -> sum(a, b.negated());
      case "multiply", "and" -> product(a, b);
      case "divide" -> product(a, inverse(b));
      case "power" -> power(a, b);
      case "max", "or" -> larger(a, b);
      case "min" -> larger(a.negated(), b.negated()).negated();
      case "less" -> comparison(a, b, -1, false);
      case "greater" -> comparison(a, b, 1, false);
      case "less_equal" -> comparison(a, b, 1, true);
      case "greater_equal" -> comparison(a, b, -1, true);
      case "equal" -> comparison(a, b, 0, false);
      case "not_equal" -> comparison(a, b, 0, true);
      default -> throw new IllegalArgumentException("no witness for " + primitive + "(a, b)");
    };
  }

  private static Big choose(Big c, Big a, Big b) {
    return c.isFinite() ? c.isZero() ? b : a : c;
  }

  private Big sum(Big a, Big b) {
    if (a.isNone() || b.isNone()) {
      return a.isNone() ? a : b;
    }
    if (a.isInfinite() || b.isInfinite()) {
      return !a.isInfinite() || a.equals(b) ? b : b.isInfinite() ? Big.NAN : a;
    }
    return functions.sum(a, b);
  }

  private Big product(Big a, Big b) {
    if (a.isNone() || b.isNone()) {
      return a.isNone() ? a : b;
    }
    if (a.isZero() || b.isZero()) {
      return Big.ZERO;
    }
    if (a.isInfinite() || b.isInfinite()) {
      return a.mayBeZero() || b.mayBeZero() ? Big.UNKNOWN : Big.infinity(a.sign() * b.sign());
    }
    return functions.product(a, b);
  }

  /// 1 / a; the inverse of 0 is infinity, as of a positive number that goes to 0.
  private Big inverse(Big a) {
    if (a.isInfinite() || a.isZero()) {
      return a.isZero() ? Big.INFINITY : Big.ZERO;
    }
    if (a.isNone() || a.mayBeZero()) {
      return Big.UNKNOWN;
    }
    return functions.inverse(a);
  }

  private static Big sign(Big a) {
    return a.isZero() ? Big.ZERO : a.mayBeZero() ? Big.UNKNOWN : Big.of(a.sign());
  }

  /// 1 - 2 / (1 + exp(2 a))
  private Big tanh(Big a) {
    Big below = sum(Big.ONE, functions.exp(product(Big.of(2), a)));
    return below.isNone() ? sign(a) : sum(Big.ONE, product(Big.of(-2), inverse(below)));
  }

  private Big power(Big a, Big b) {
    if (b.isZero()) {
      return Big.ONE;
    }
    if (b.isSmallWhole()) {
      Big power = repeated(a, Math.abs(b.value().intValueExact()));
      return b.sign() > 0 ? power : inverse(power);
    }
    if (a.isZero()) {
      return b.mayBeZero() ? Big.UNKNOWN : b.sign() > 0 ? Big.ZERO : Big.INFINITY;
    }
    Big log = functions.log(a);
    return log.isNone() ? log : functions.exp(product(b, log));
  }

  private Big repeated(Big a, int times) {
    if (times == 1) {
      return a;
    }
    Big half = repeated(a, times / 2);
    Big square = product(half, half);
    return times % 2 == 0 ? square : product(square, a);
  }

  // Comparisons

  private static Big larger(Big a, Big b) {
    if (a.isInfinite() || b.isInfinite()) {
      return a.equals(Big.INFINITY) || b.equals(Big.MINUS_INFINITY) ? a : b;
    }
    Big larger = a.value().compareTo(b.value()) >= 0 ? a : b;
    return a.order(b) == null ? Big.finite(larger.value(), a.error().max(b.error())) : larger;
  }

  /// Whether `a` compares with `b` by this sign; or, negated, whether it does not.
  private static Big comparison(Big a, Big b, int sign, boolean negated) {
    Integer order = a.order(b);
    return order == null ? Big.UNKNOWN : Big.truth((order == sign) != negated);
  }
}
