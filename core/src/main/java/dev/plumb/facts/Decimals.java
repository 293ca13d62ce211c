package dev.plumb.facts;

import dev.plumb.calculus.Arithmetic;
import dev.plumb.calculus.Doubles;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Arithmetic in as many decimal digits as asked, with infinities and NaN: the witness that needs
/// no stable form, because it can afford the plain one.
///
/// There is one zero. What leaves the range of exponents (e to the two millionth) is infinite, 0 or
/// NaN. The last few of the digits may be wrong; compare two precisions.
public final class Decimals implements Arithmetic<Decimal> {
  private static final int GUARD = 10;

  /// How many values of dear functions are kept: those of parameters are asked for at every point,
  /// and those of inputs by every derivative.
  private static final int KEPT = 4096;

  private static final Map<Integer, Decimals> KNOWN = new ConcurrentHashMap<>();

  private final MathContext context;
  private final Elementary elementary;
  private final Special special;

  private final Map<Call, Decimal> kept = new ConcurrentHashMap<>();

  private record Call(String function, BigDecimal argument) {}

  /// The arithmetic of so many digits that all share.
  static Decimals of(int digits) {
    return KNOWN.computeIfAbsent(digits, Decimals::new);
  }

  /// @param digits significant digits of every operation
  public Decimals(int digits) {
    this.context = new MathContext(digits + GUARD, RoundingMode.HALF_EVEN);
    this.elementary = new Elementary(digits + GUARD);
    this.special = new Special(digits + GUARD);
  }

  @Override
  public Decimal number(double value) {
    return Decimal.of(value);
  }

  @Override
  public double toDouble(Decimal number) {
    return number.toDouble();
  }

  @Override
  public Decimal apply(String primitive, List<Decimal> a) {
    try {
      return switch (a.size()) {
        case 1 -> unary(primitive, a.get(0));
        case 2 -> binary(primitive, a.get(0), a.get(1));
        default -> choose(a.get(0), a.get(1), a.get(2));
      };
    } catch (ArithmeticException outOfRange) {
      return Decimal.NAN;
    }
  }

  private static Decimal choose(Decimal condition, Decimal a, Decimal b) {
    return condition.isNaN() ? condition : condition.signum() != 0 ? a : b;
  }

  // One argument

  private Decimal unary(String primitive, Decimal a) {
    if (!a.isFinite()) {
      return Decimal.of(Doubles.unary(primitive, a.special()));
    }
    BigDecimal x = a.value();
    return switch (primitive) {
      case "negate" -> Decimal.of(x.negate());
      case "not" -> Decimal.of(BigDecimal.ONE.subtract(x, context));
      case "abs" -> Decimal.of(x.abs());
      case "sign" -> Decimal.of(x.signum());
      case "sqrt" -> x.signum() < 0 ? Decimal.NAN : Decimal.of(x.sqrt(context));
      case "exp" -> exp(x);
      case "expm1" -> x.signum() > 0 && isHuge(x) ? Decimal.INFINITY : rounded(elementary.expm1(x));
      case "log" -> log(x);
      case "log1p" -> log1p(x);
      case "sin" -> rounded(elementary.sin(x));
      case "cos" -> rounded(elementary.cos(x));
      case "atan" -> kept(primitive, x);
      case "tanh" -> rounded(elementary.tanh(x));
      case "erf" -> rounded(special.erf(x));
      case "erfc" -> rounded(special.erfc(x));
      case "lgamma", "digamma", "trigamma" ->
          x.signum() <= 0 ? gammaAtOrBelowZero(primitive, x) : kept(primitive, x);
      default -> throw new IllegalArgumentException("no primitive " + primitive + "(a)");
    };
  }

  private Decimal kept(String function, BigDecimal x) {
    var asked = new Call(function, x);
    Decimal known = kept.get(asked);
    if (known == null) {
      known =
          rounded(
              switch (function) {
                case "atan" -> elementary.atan(x);
                case "lgamma" -> special.lgamma(x);
                case "digamma" -> special.digamma(x);
                default -> special.trigamma(x);
              });
      if (kept.size() >= KEPT) {
        kept.clear();
      }
      kept.put(asked, known);
    }
    return known;
  }

  private static Decimal gammaAtOrBelowZero(String primitive, BigDecimal x) {
    return Decimal.of(Doubles.unary(primitive, x.signum()));
  }

  private static boolean isHuge(BigDecimal x) {
    return x.abs().compareTo(Elementary.LARGEST_EXPONENT) > 0;
  }

  private Decimal exp(BigDecimal x) {
    if (isHuge(x)) {
      return x.signum() > 0 ? Decimal.INFINITY : Decimal.of(0);
    }
    return rounded(elementary.exp(x));
  }

  private Decimal log(BigDecimal x) {
    return switch (x.signum()) {
      case -1 -> Decimal.NAN;
      case 0 -> Decimal.MINUS_INFINITY;
      default -> rounded(elementary.log(x));
    };
  }

  private Decimal log1p(BigDecimal x) {
    return x.compareTo(BigDecimal.ONE.negate()) <= 0
        ? log(x.add(BigDecimal.ONE, context))
        : rounded(elementary.log1p(x));
  }

  private Decimal rounded(BigDecimal x) {
    return Decimal.of(x.round(context));
  }

  // Two arguments

  private Decimal binary(String primitive, Decimal a, Decimal b) {
    if (!a.isFinite() || !b.isFinite()) {
      return Decimal.of(Doubles.binary(primitive, a.witness(), b.witness()));
    }
    BigDecimal x = a.value();
    BigDecimal y = b.value();
    return switch (primitive) {
      case "add" -> Decimal.of(x.add(y, context));
      case "subtract" -> Decimal.of(x.subtract(y, context));
      case "multiply", "and" -> Decimal.of(x.multiply(y, context));
      case "divide" -> divide(x, y);
      case "power" -> power(x, y);
      case "max", "or" -> Decimal.of(x.max(y));
      case "min" -> Decimal.of(x.min(y));
      case "less" -> truth(x.compareTo(y) < 0);
      case "less_equal" -> truth(x.compareTo(y) <= 0);
      case "greater" -> truth(x.compareTo(y) > 0);
      case "greater_equal" -> truth(x.compareTo(y) >= 0);
      case "equal" -> truth(x.compareTo(y) == 0);
      case "not_equal" -> truth(x.compareTo(y) != 0);
      default -> throw new IllegalArgumentException("no primitive " + primitive + "(a, b)");
    };
  }

  private static Decimal truth(boolean holds) {
    return Decimal.of(holds ? 1 : 0);
  }

  private Decimal divide(BigDecimal x, BigDecimal y) {
    return y.signum() == 0 ? Decimal.of(x.signum() / 0.0) : Decimal.of(x.divide(y, context));
  }

  private Decimal power(BigDecimal base, BigDecimal exponent) {
    if (exponent.signum() == 0) {
      return Decimal.of(1);
    }
    boolean whole = exponent.stripTrailingZeros().scale() <= 0;
    if (base.signum() == 0) {
      return exponent.signum() > 0 ? Decimal.of(0) : Decimal.INFINITY;
    }
    if (whole && exponent.abs().compareTo(BigDecimal.valueOf(10_000)) <= 0) {
      return Decimal.of(base.pow(exponent.intValueExact(), context));
    }
    return base.signum() < 0
        ? Decimal.NAN
        : exp(exponent.multiply(elementary.log(base), elementary.context()));
  }
}
