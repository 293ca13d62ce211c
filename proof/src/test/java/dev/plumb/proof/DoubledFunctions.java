package dev.plumb.proof;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/// Elementary functions in 30 digits, fast enough for millions of points: series, and Newton's
/// steps from StrictMath. [DoubledFunctionsTest] checks them against 50 digits.
final class DoubledFunctions {
  private static final MathContext DIGITS = new MathContext(90);
  private static final BigDecimal HALF_PI = BigDecimalMath.pi(DIGITS).divide(BigDecimal.TWO);
  private static final Doubled LOG_TWO = Doubled.of(BigDecimalMath.log(BigDecimal.TWO, DIGITS));
  private static final double[] HALF_PI_PARTS = parts(HALF_PI, 4);

  /// Nearer to 0 than this, series.
  private static final double NEAR = 1.0 / 64;

  private DoubledFunctions() {}

  private static double[] parts(BigDecimal number, int count) {
    var parts = new double[count];
    BigDecimal rest = number;
    for (int i = 0; i < count; i++) {
      parts[i] = rest.doubleValue();
      rest = rest.subtract(new BigDecimal(parts[i]));
    }
    return parts;
  }

  static Doubled logTwo() {
    return LOG_TWO;
  }

  static Doubled halfPi() {
    return Doubled.of(HALF_PI);
  }

  /// e^a, for any a.
  static Truth exp(Doubled a) {
    double bounded = Math.clamp(a.high(), -3000, 3000);
    Doubled argument = bounded == a.high() ? a : Doubled.of(bounded);
    double n = Math.rint(bounded / LOG_TWO.high());
    return new Truth(expm1Near(argument.minus(LOG_TWO.times(n))).plus(1), (int) n);
  }

  /// e^a within the range of a double.
  static Doubled expPlain(Doubled a) {
    Truth exp = exp(a);
    return exp.value().scaled(exp.exponent());
  }

  static Doubled expm1(Doubled a) {
    return Math.abs(a.high()) < 0.4 ? expm1Near(a) : expPlain(a).plus(-1);
  }

  /// The series of e^t - 1 at t = a / 512, doubled nine times.
  private static Doubled expm1Near(Doubled a) {
    Doubled t = a.scaled(-9);
    Doubled sum = t;
    Doubled term = t;
    for (int n = 2; n <= 10; n++) {
      term = term.times(t).over(n);
      sum = sum.plus(term);
    }
    for (int i = 0; i < 9; i++) {
      sum = sum.scaled(1).plus(sum.times(sum));
    }
    return sum;
  }

  /// log(a) for a > 0.
  static Doubled log(Doubled a) {
    boolean isTiny = a.high() < 0x1p-900;
    Doubled number = isTiny ? a.scaled(100) : a;
    int n = Math.getExponent(number.high());
    n += Math.scalb(number.high(), -n) > 1.4 ? 1 : 0;
    Doubled near = number.scaled(-n);
    Doubled beyond = near.plus(-1);
    Doubled log = Math.abs(beyond.high()) < NEAR ? log1pNear(beyond) : logByNewton(near);
    return log.plus(LOG_TWO.times(n - (isTiny ? 100 : 0)));
  }

  private static Doubled logByNewton(Doubled a) {
    double first = StrictMath.log(a.high());
    Doubled error = a.times(expPlain(Doubled.of(-first))).plus(-1);
    return error.minus(error.times(error).scaled(-1)).plus(first);
  }

  static Doubled log1p(Doubled a) {
    return Math.abs(a.high()) < NEAR ? log1pNear(a) : log(a.plus(1));
  }

  /// 2 atanh(a / (2 + a))
  private static Doubled log1pNear(Doubled a) {
    Doubled s = a.over(a.plus(2));
    Doubled z = s.times(s);
    Doubled sum = Doubled.ONE.over(21);
    for (int n = 19; n >= 1; n -= 2) {
      sum = sum.times(z).plus(Doubled.ONE.over(n));
    }
    return s.times(sum).scaled(1);
  }

  static Truth tanh(double a) {
    if (Math.abs(a) > 300) {
      return Truth.of(Doubled.of(Math.signum(a)));
    }
    Doubled e = expm1(Doubled.of(2 * a));
    return Truth.of(e.over(e.plus(2)));
  }

  static Truth sinh(double a) {
    Truth positive = sinhOfPositive(Math.abs(a));
    return a < 0 ? positive.negated() : positive;
  }

  private static Truth sinhOfPositive(double a) {
    if (a > 300) {
      Truth exp = exp(Doubled.of(a));
      return new Truth(exp.value(), exp.exponent() - 1);
    }
    Doubled e = expm1(Doubled.of(a));
    return Truth.of(e.plus(e.over(e.plus(1))).scaled(-1));
  }

  static Truth cosh(double a) {
    Truth exp = exp(Doubled.of(Math.abs(a)));
    if (Math.abs(a) > 300) {
      return new Truth(exp.value(), exp.exponent() - 1);
    }
    Doubled e = expPlain(Doubled.of(Math.abs(a)));
    return Truth.of(e.plus(Doubled.ONE.over(e)).scaled(-1));
  }

  static Truth sech(double a) {
    Truth cosh = cosh(a);
    return new Truth(Doubled.ONE.over(cosh.value()), -cosh.exponent());
  }

  static Truth sechSquared(double a) {
    Truth sech = sech(a);
    return new Truth(sech.value().times(sech.value()), 2 * sech.exponent());
  }

  static Truth sigmoid(double a) {
    Truth exp = exp(Doubled.of(-Math.abs(a)));
    if (a < -100) {
      return exp;
    }
    Doubled e = a < -700 || a > 700 ? Doubled.of(0) : exp.value().scaled(exp.exponent());
    return Truth.of((a < 0 ? e : Doubled.ONE).over(e.plus(1)));
  }

  static Truth softplus(double a) {
    if (a < -100) {
      return exp(Doubled.of(a));
    }
    Doubled log = Math.abs(a) > 700 ? Doubled.of(0) : log1p(expPlain(Doubled.of(-Math.abs(a))));
    return Truth.of(log.plus(Math.max(a, 0)));
  }

  static Truth logCosh(double a) {
    double b = Math.abs(a);
    if (b < 1) {
      Doubled s = sinh(b / 2).value();
      return Truth.of(log1p(s.times(s).scaled(1)));
    }
    Doubled log = b > 300 ? Doubled.of(0) : log1p(expPlain(Doubled.of(-2 * b)));
    return Truth.of(log.minus(LOG_TWO).plus(b));
  }

  /// a^b for finite a that is not 0.
  static Truth power(double a, double b) {
    Truth size = exp(log(Doubled.of(Math.abs(a))).times(b));
    return a < 0 && Math.abs(b % 2) == 1 ? size.negated() : size;
  }

  static Truth sin(double a) {
    return turned(a, 0);
  }

  static Truth cos(double a) {
    return turned(a, 1);
  }

  /// The sine of a and so many quarter turns more, for |a| up to 2^50.
  private static Truth turned(double a, int more) {
    double k = Math.rint(a / HALF_PI_PARTS[0]);
    Doubled rest = Doubled.of(a);
    for (double part : HALF_PI_PARTS) {
      Doubled product = Doubled.product(k, part);
      rest = rest.plus(-product.high()).plus(-product.low());
    }
    int quadrant = Math.floorMod((long) k + more, 4);
    Doubled value = quadrant % 2 == 0 ? sinNear(rest) : cosNear(rest);
    return Truth.of(quadrant < 2 ? value : value.negated());
  }

  private static Doubled sinNear(Doubled a) {
    return alternating(a, a.times(a), 1);
  }

  private static Doubled cosNear(Doubled a) {
    return alternating(Doubled.ONE, a.times(a), 0);
  }

  private static Doubled alternating(Doubled first, Doubled square, int from) {
    Doubled sum = first;
    Doubled term = first;
    for (int n = from + 2; n < 34; n += 2) {
      term = term.times(square).over(-n * (n - 1.0));
      sum = sum.plus(term);
    }
    return sum;
  }

  /// One step of Newton's on tan(y) = a, and the cube of it.
  static Truth atan(double a) {
    if (Math.abs(a) > 1) {
      Doubled rest = atanNear(Doubled.ONE.over(Math.abs(a)));
      Doubled angle = halfPi().minus(rest);
      return Truth.of(a < 0 ? angle.negated() : angle);
    }
    return Truth.of(atanNear(Doubled.of(a)));
  }

  private static Doubled atanNear(Doubled a) {
    double first = StrictMath.atan(a.high());
    Doubled sin = sinNear(Doubled.of(first));
    Doubled cos = cosNear(Doubled.of(first));
    Doubled step = a.times(cos).minus(sin).over(cos.plus(a.times(sin)));
    return step.plus(first);
  }
}
