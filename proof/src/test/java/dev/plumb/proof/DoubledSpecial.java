package dev.plumb.proof;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BiFunction;

/// Error functions and gamma functions in about 28 digits (Abramowitz, Stegun 1964, 7.1.6, 7.1.14,
/// 6.1.40, 6.3.18, 6.4.11).
final class DoubledSpecial {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal PI = BigDecimalMath.pi(DIGITS);
  private static final Doubled ROOT_PI = Doubled.of(PI.sqrt(DIGITS));
  private static final Doubled HALF_LOG_TWO_PI =
      Doubled.of(BigDecimalMath.log(PI.multiply(BigDecimal.TWO), DIGITS).divide(BigDecimal.TWO));

  /// From here on the continued fraction.
  private static final double FAR = 5;

  /// From here on Stirling's series.
  private static final double SHIFTED = 40;

  /// B_2, B_4, … as numerators and denominators.
  private static final long[][] BERNOULLI = {
    {1, 6},
    {-1, 30},
    {1, 42},
    {-1, 30},
    {5, 66},
    {-691, 2730},
    {7, 6},
    {-3617, 510},
    {43867, 798},
    {-174611, 330},
    {854513, 138},
    {-236364091, 2730},
    {8553103, 6}
  };

  private DoubledSpecial() {}

  static Truth erf(double a) {
    if (Math.abs(a) < FAR) {
      return Truth.of(erfSeries(a));
    }
    Truth erfc = erfcFar(Math.abs(a));
    Doubled far = erfc.exponent() < -200 ? Doubled.ONE : Doubled.ONE.minus(plain(erfc));
    return Truth.of(a < 0 ? far.negated() : far);
  }

  static Truth erfc(double a) {
    return a >= FAR ? erfcFar(a) : Truth.of(Doubled.ONE.minus(erf(a).value()));
  }

  static Truth logErfc(double a) {
    if (a < 0.5) {
      return Truth.of(DoubledFunctions.log1p(erf(a).value().negated()));
    }
    if (a < FAR) {
      return Truth.of(DoubledFunctions.log(erfc(a).value()));
    }
    Doubled log = DoubledFunctions.log(fraction(a).times(ROOT_PI));
    return Truth.of(log.plus(Doubled.product(a, a)).negated());
  }

  private static Doubled plain(Truth truth) {
    return truth.value().scaled(truth.exponent());
  }

  /// 2/√π e^(-a²) Σ 2^n a^(2n+1) / (1 · 3 · … · (2n+1))
  private static Doubled erfSeries(double a) {
    Doubled square = Doubled.product(a, a);
    Doubled sum = Doubled.of(a);
    Doubled term = sum;
    for (int n = 1; Math.abs(term.high()) > 1e-33 * Math.abs(sum.high()); n++) {
      term = term.times(square).scaled(1).over(2 * n + 1);
      sum = sum.plus(term);
    }
    Doubled gauss = DoubledFunctions.expPlain(square.negated());
    return sum.times(gauss).scaled(1).over(ROOT_PI);
  }

  /// e^(-a²) / (√π fraction)
  private static Truth erfcFar(double a) {
    Truth gauss = DoubledFunctions.exp(Doubled.product(a, a).negated());
    return new Truth(gauss.value().over(fraction(a).times(ROOT_PI)), gauss.exponent());
  }

  private static Doubled fraction(double a) {
    Doubled fraction = Doubled.of(a);
    for (int n = 70; n >= 1; n--) {
      fraction = Doubled.of(n / 2.0).over(fraction).plus(a);
    }
    return fraction;
  }

  static Truth lgamma(double a) {
    Doubled product = Doubled.ONE;
    Doubled x = Doubled.of(a);
    for (; x.high() < SHIFTED; x = x.plus(1)) {
      product = product.times(x);
    }
    Doubled log = DoubledFunctions.log(x);
    Doubled series = series(x, (b, n) -> b.over(n * (n - 1.0))).times(x);
    Doubled far = x.plus(-0.5).times(log).minus(x).plus(HALF_LOG_TWO_PI).plus(series);
    return Truth.of(far.minus(DoubledFunctions.log(product)));
  }

  static Truth digamma(double a) {
    Doubled sum = Doubled.of(0);
    Doubled x = Doubled.of(a);
    for (; x.high() < SHIFTED; x = x.plus(1)) {
      sum = sum.plus(Doubled.ONE.over(x));
    }
    Doubled far = DoubledFunctions.log(x).minus(Doubled.of(0.5).over(x));
    return Truth.of(far.minus(series(x, (b, n) -> b.over(n))).minus(sum));
  }

  static Truth trigamma(double a) {
    Doubled sum = Doubled.of(0);
    Doubled x = Doubled.of(a);
    for (; x.high() < SHIFTED; x = x.plus(1)) {
      sum = sum.plus(Doubled.ONE.over(x.times(x)));
    }
    Doubled inverse = Doubled.ONE.over(x);
    Doubled far = inverse.plus(inverse.times(inverse).scaled(-1));
    return Truth.of(sum.plus(far).plus(series(x, (b, _) -> b).times(inverse)));
  }

  /// Σ term(B_n, n) / x^n over n = 2, 4, …
  private static Doubled series(Doubled x, BiFunction<Doubled, Integer, Doubled> term) {
    Doubled square = Doubled.ONE.over(x.times(x));
    Doubled power = square;
    Doubled sum = Doubled.of(0);
    for (int i = 0; i < BERNOULLI.length; i++) {
      Doubled bernoulli = Doubled.of(BERNOULLI[i][0]).over(BERNOULLI[i][1]);
      sum = sum.plus(term.apply(bernoulli, 2 * i + 2).times(power));
      power = power.times(square);
    }
    return sum;
  }
}
