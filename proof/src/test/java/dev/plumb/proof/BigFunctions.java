package dev.plumb.proof;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/// Arithmetic and elementary functions of finite numbers in so many digits, with the error that the
/// errors of their arguments make.
///
/// Sums, products, quotients and roots are cheap and keep 360 digits more, so that `log(1 +
/// exp(-700))` is right at once.
///
/// @param digits of each elementary function
record BigFunctions(int digits) {
  private static final int GUARD = 6;
  private static final int WIDER = 360;

  /// Nearer to 0 than this `exp(a) - 1` and `log(1 + a)` are summed as series.
  private static final BigDecimal NEAR = new BigDecimal("1e-6");

  /// Beyond this an angle is taken as endless.
  private static final BigDecimal LARGEST = new BigDecimal("1e100");

  /// Beyond this the exponent of `exp` does not fit a BigDecimal.
  private static final BigDecimal LARGEST_EXPONENT = new BigDecimal("1e9");

  static {
    // The library keeps the logarithms that it uses inside with more digits than are right, and
    // takes them up again when asked for that many: ask for the most first.
    var most = new MathContext(2000);
    BigDecimalMath.pi(most);
    for (int number : new int[] {2, 3, 10}) {
      BigDecimalMath.log(BigDecimal.valueOf(number), most);
    }
  }

  private MathContext context() {
    return new MathContext(digits + GUARD);
  }

  private MathContext wide() {
    return new MathContext(digits + WIDER);
  }

  /// With enough digits for a logarithm of 1e-6.
  private BigSeries series() {
    return new BigSeries(digits + 3 * GUARD);
  }

  /// A result in the wider digits of arithmetic: one that does not fill them was not rounded.
  private Big rounded(BigDecimal value, BigDecimal error) {
    return value.precision() < wide().getPrecision()
        ? Big.finite(value, error)
        : Big.finite(value, error, digits + WIDER - 1);
  }

  /// A sum of finite numbers.
  Big sum(Big a, Big b) {
    return rounded(a.value().add(b.value(), wide()), a.error().add(b.error(), Big.UPWARDS));
  }

  /// A product of finite numbers.
  Big product(Big a, Big b) {
    BigDecimal error =
        a.value()
            .abs()
            .multiply(b.error(), Big.UPWARDS)
            .add(b.value().abs().multiply(a.error(), Big.UPWARDS), Big.UPWARDS)
            .add(a.error().multiply(b.error(), Big.UPWARDS), Big.UPWARDS);
    return rounded(a.value().multiply(b.value(), wide()), error);
  }

  /// 1 / a for a finite number that is not 0.
  Big inverse(Big a) {
    BigDecimal inverse = BigDecimal.ONE.divide(a.value(), wide());
    return rounded(inverse, a.relativeError().multiply(inverse.abs(), Big.UPWARDS));
  }

  Big apply(String primitive, Big a) {
    return switch (primitive) {
      case "exp" -> exp(a);
      case "log" -> log(a);
      case "sqrt" -> sqrt(a);
      case "sin" -> periodic(a, BigDecimalMath::sin);
      case "cos" -> periodic(a, BigDecimalMath::cos);
      case "atan" -> a.isBeyond(LARGEST) ? quarterTurn(a.sign()) : bounded(a, BigDecimalMath::atan);
      default -> new BigSpecial(digits, this).apply(primitive, a);
    };
  }

  Big exp(Big a) {
    if (a.isInfinite()) {
      return a.sign() > 0 ? a : Big.ZERO;
    }
    if (a.isBeyond(LARGEST_EXPONENT)) {
      return a.sign() > 0 ? Big.UNKNOWN : Big.NEXT_TO_NOTHING;
    }
    if (a.error().compareTo(NEAR) > 0) {
      return Big.UNKNOWN;
    }
    if (a.value().abs().compareTo(NEAR) < 0) {
      Big beyond = series(a, BigFunctions::factorial);
      return sum(Big.ONE, beyond);
    }
    var context = new MathContext(digits + 2 * GUARD + 10);
    BigDecimal ten = BigDecimalMath.log(BigDecimal.TEN, context);
    BigDecimal power = BigDecimal.valueOf(Math.round(a.value().doubleValue() / Math.log(10)));
    BigDecimal rest = a.value().subtract(power.multiply(ten), context());
    BigDecimal exp = series().exp(rest);
    BigDecimal scaled = exp.scaleByPowerOfTen(power.intValueExact());
    BigDecimal error = scaled.multiply(a.error(), Big.UPWARDS).multiply(BigDecimal.TWO);
    return Big.finite(scaled, error, digits);
  }

  Big log(Big a) {
    if (a.isZero()) {
      return Big.MINUS_INFINITY;
    }
    if (a.isNone() || a.mayBeZero()) {
      return Big.UNKNOWN;
    }
    if (a.isInfinite() || a.sign() < 0) {
      return a.sign() > 0 ? a : Big.NAN;
    }
    Big beyond = sum(a, Big.of(-1));
    if (beyond.value().abs().compareTo(NEAR) < 0) {
      return series(beyond, n -> BigDecimal.valueOf(n % 2 == 0 ? -n : n));
    }
    // The exponent apart, so that what remains lies between 0.3 and 3.
    BigDecimal number = a.value().round(context());
    int exponent = number.precision() - number.scale() - 1;
    exponent += number.scaleByPowerOfTen(-exponent).compareTo(BigDecimal.valueOf(3)) > 0 ? 1 : 0;
    BigDecimal mantissa = series().log(number.scaleByPowerOfTen(-exponent));
    BigDecimal ten = BigDecimalMath.log(BigDecimal.TEN, context());
    return Big.finite(
        mantissa.add(ten.multiply(BigDecimal.valueOf(exponent)), context()),
        a.relativeError(),
        digits);
  }

  Big sqrt(Big a) {
    if (a.isInfinite() || a.isZero()) {
      return a.sign() < 0 ? Big.NAN : a;
    }
    if (a.mayBeZero() || a.sign() < 0) {
      return a.mayBeZero() ? Big.UNKNOWN : Big.NAN;
    }
    BigDecimal sqrt = a.value().sqrt(wide());
    return rounded(sqrt, a.error().divide(sqrt, Big.UPWARDS));
  }

  private Big periodic(Big a, BiFunction<BigDecimal, MathContext, BigDecimal> function) {
    return a.isInfinite() ? Big.NAN : a.isBeyond(LARGEST) ? Big.UNKNOWN : bounded(a, function);
  }

  private Big bounded(Big a, BiFunction<BigDecimal, MathContext, BigDecimal> function) {
    return absolute(function.apply(a.value().round(wide()), context()), a.error());
  }

  private Big quarterTurn(int sign) {
    BigDecimal half = BigDecimalMath.pi(context()).divide(BigDecimal.TWO);
    return absolute(half.multiply(BigDecimal.valueOf(sign)), new BigDecimal("1e-100"));
  }

  /// A result whose error is that of the argument and one of the last digit of 1.
  private Big absolute(BigDecimal value, BigDecimal error) {
    return Big.finite(value, error.add(BigDecimal.ONE.scaleByPowerOfTen(-digits), Big.UPWARDS));
  }

  /// The sum of `a^n / divisor(n)` from n = 1, for an `a` near 0 and a sum near `a`.
  private Big series(Big a, IntFunction<BigDecimal> divisor) {
    BigDecimal sum = a.value();
    BigDecimal power = a.value();
    BigDecimal least = a.value().abs().scaleByPowerOfTen(-digits - GUARD);
    for (int n = 2; power.abs().compareTo(least) > 0; n++) {
      power = power.multiply(a.value(), context());
      sum = sum.add(power.divide(divisor.apply(n), context()), context());
    }
    return Big.finite(sum, a.error().multiply(BigDecimal.TWO), digits);
  }

  private static BigDecimal factorial(int n) {
    return n <= 1 ? BigDecimal.ONE : factorial(n - 1).multiply(BigDecimal.valueOf(n));
  }
}
