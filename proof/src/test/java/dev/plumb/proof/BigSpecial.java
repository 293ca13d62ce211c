package dev.plumb.proof;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// Error functions and gamma functions in so many digits: an all-positive series for `erf`, and
/// Stirling's series far from 0, reached by the recurrence (Abramowitz, Stegun 1964, 7.1.6, 6.1.40,
/// 6.3.18, 6.4.11).
record BigSpecial(int digits, BigFunctions functions) {
  private static final int GUARD = 12;

  private static final Map<Integer, BigInteger[]> TANGENTS = new ConcurrentHashMap<>();

  /// From here on `erfc` is less than 1e-390.
  private static final BigDecimal FAR = BigDecimal.valueOf(30);

  /// A term of Stirling's series: of the Bernoulli number of even index, and the index.
  private interface Term extends BiFunction<BigDecimal, Integer, BigDecimal> {}

  Big apply(String primitive, Big a) {
    return switch (primitive) {
      case "erf" -> functions.sum(Big.ONE, erfc(a).negated());
      case "erfc" -> erfc(a);
      case "lgamma", "digamma", "trigamma" -> gamma(primitive, a);
      default -> throw new IllegalArgumentException("no witness for " + primitive + "(a)");
    };
  }

  // 1 - 2/√π · exp(-x²) · Σ 2^n x^(2n+1) / (1 · 3 · … · (2n+1))

  private Big erfc(Big a) {
    if (a.isBeyond(FAR)) {
      return a.sign() > 0
          ? Big.NEXT_TO_NOTHING
          : functions.sum(Big.of(2), Big.NEXT_TO_NOTHING.negated());
    }
    double x = Math.abs(a.toDouble());
    var context = new MathContext(digits + GUARD + (int) (x * x));
    BigDecimal number = a.value().round(context);
    BigDecimal square = number.multiply(number, context);
    BigDecimal term = number;
    BigDecimal sum = number;
    BigDecimal least = number.abs().scaleByPowerOfTen(-context.getPrecision());
    for (int n = 1; term.abs().compareTo(least) > 0; n++) {
      term =
          term.multiply(square, context)
              .multiply(BigDecimal.TWO)
              .divide(BigDecimal.valueOf(2 * n + 1), context);
      sum = sum.add(term, context);
    }
    BigDecimal factor =
        BigDecimalMath.exp(square.negate(), context)
            .multiply(BigDecimal.TWO)
            .divide(BigDecimalMath.pi(context).sqrt(context), context);
    BigDecimal erf = sum.multiply(factor, context);
    BigDecimal erfc = BigDecimal.ONE.subtract(erf);
    BigDecimal error =
        a.error()
            .multiply(BigDecimal.valueOf(2 * x + 2), Big.UPWARDS)
            .add(erf.abs().scaleByPowerOfTen(GUARD / 2 - context.getPrecision()), Big.UPWARDS);
    return Big.finite(erfc, error);
  }

  // f(a) = f(a + n) ± Σ …, and the series at a + n

  private Big gamma(String function, Big a) {
    if (a.isInfinite()) {
      return function.equals("trigamma") ? Big.ZERO : a;
    }
    if (a.sign() < 0 || a.isZero()) {
      return a.sign() < 0
          ? Big.NAN
          : function.equals("digamma") ? Big.MINUS_INFINITY : Big.INFINITY;
    }
    if (a.mayBeZero()) {
      return Big.UNKNOWN;
    }
    var context = new MathContext(digits + GUARD);
    BigDecimal far = a.value().round(new MathContext(digits + 400));
    BigDecimal shift = BigDecimal.ZERO;
    BigDecimal product = BigDecimal.ONE;
    while (far.compareTo(BigDecimal.valueOf(digits)) < 0) {
      BigDecimal inverse = BigDecimal.ONE.divide(far, context);
      product = product.multiply(far, context);
      shift =
          switch (function) {
            case "digamma" -> shift.subtract(inverse, context);
            case "trigamma" -> shift.add(inverse.multiply(inverse, context), context);
            default -> shift;
          };
      far = far.add(BigDecimal.ONE);
    }
    if (function.equals("lgamma")) {
      shift = log(product, context).negate();
    }
    BigDecimal series = series(function, far.round(context), context);
    BigDecimal value = series.add(shift, context);
    BigDecimal size = series.abs().add(shift.abs()).scaleByPowerOfTen(-digits);
    BigDecimal slope = a.relativeError().add(a.error(), Big.UPWARDS);
    BigDecimal steep = slope.multiply(value.abs().add(BigDecimal.TEN), Big.UPWARDS);
    return Big.finite(value, size.add(steep.multiply(BigDecimal.valueOf(digits)), Big.UPWARDS));
  }

  private static BigDecimal log(BigDecimal number, MathContext context) {
    int exponent = number.precision() - number.scale() - 1;
    return BigDecimalMath.log(number.scaleByPowerOfTen(-exponent), context)
        .add(BigDecimalMath.log(BigDecimal.TEN, context).multiply(BigDecimal.valueOf(exponent)));
  }

  private BigDecimal series(String function, BigDecimal a, MathContext context) {
    BigDecimal inverse = BigDecimal.ONE.divide(a, context);
    BigDecimal half = new BigDecimal("0.5");
    return switch (function) {
      case "lgamma" ->
          a.subtract(half)
              .multiply(log(a, context), context)
              .subtract(a)
              .add(log(BigDecimalMath.pi(context).multiply(BigDecimal.TWO), context).multiply(half))
              .add(terms(inverse, 1, context, (b, n) -> over(b, n * (n - 1L), context)));
      case "digamma" ->
          log(a, context)
              .subtract(inverse.multiply(half))
              .subtract(terms(inverse, 2, context, (b, n) -> over(b, n, context)));
      default ->
          inverse
              .add(inverse.multiply(inverse).multiply(half))
              .add(terms(inverse, 3, context, (b, _) -> b));
    };
  }

  private static BigDecimal over(BigDecimal number, long divisor, MathContext context) {
    return number.divide(BigDecimal.valueOf(divisor), context);
  }

  /// Σ term(B_2k, 2k) · inverse^(2k - 2 + first) over k from 1, until the terms are too small to
  /// count.
  private BigDecimal terms(BigDecimal inverse, int first, MathContext context, Term term) {
    BigDecimal power = inverse.pow(first, context);
    BigDecimal square = inverse.multiply(inverse, context);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal last = BigDecimal.ONE;
    BigDecimal least = BigDecimal.ONE.scaleByPowerOfTen(-digits - GUARD);
    BigInteger[] tangents = tangents();
    for (int k = 1; last.abs().compareTo(least) > 0; k++) {
      last = term.apply(bernoulli(k, tangents[k], context), 2 * k).multiply(power, context);
      sum = sum.add(last, context);
      power = power.multiply(square, context);
    }
    return sum;
  }

  /// B_2k = (-1)^(k-1) · 2k · T_k / (4^k · (4^k - 1))
  private static BigDecimal bernoulli(int k, BigInteger tangent, MathContext context) {
    BigInteger power = BigInteger.ONE.shiftLeft(2 * k);
    BigInteger above = tangent.multiply(BigInteger.valueOf(k % 2 == 0 ? -2L * k : 2L * k));
    BigInteger below = power.multiply(power.subtract(BigInteger.ONE));
    return new BigDecimal(above).divide(new BigDecimal(below), context);
  }

  /// The tangent numbers, as many as the digits ask for (Brent, Harvey 2013, arXiv:1108.0286).
  private BigInteger[] tangents() {
    return TANGENTS.computeIfAbsent(
        digits,
        n -> {
          var tangents = new BigInteger[n + 1];
          tangents[1] = BigInteger.ONE;
          for (int k = 2; k <= n; k++) {
            tangents[k] = tangents[k - 1].multiply(BigInteger.valueOf(k - 1));
          }
          for (int k = 2; k <= n; k++) {
            for (int j = k; j <= n; j++) {
              tangents[j] =
                  tangents[j - 1]
                      .multiply(BigInteger.valueOf(j - k))
                      .add(tangents[j].multiply(BigInteger.valueOf(j - k + 2)));
            }
          }
          return tangents;
        });
  }
}
