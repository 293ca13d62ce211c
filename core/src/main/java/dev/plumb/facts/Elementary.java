package dev.plumb.facts;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TWO;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// The elementary functions in many digits: arguments are reduced, then Taylor's series taken.
final class Elementary {
  /// Beyond it e^x counts as infinite, or 0: adding 1 to it should not take a million digits.
  static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(2_000_000L);

  private static final BigDecimal SMALL = new BigDecimal("0.01");
  private static final int HALVINGS = 12;
  private static final double BITS_A_DIGIT = 3.33;

  private final int digits;
  private final MathContext context;
  private final MathContext wide;
  private final Constants constants;
  private final int bits;

  Elementary(int digits) {
    this.digits = digits;
    this.context = new MathContext(digits + 8, RoundingMode.HALF_EVEN);
    this.wide = new MathContext(digits + 22, RoundingMode.HALF_EVEN);
    this.constants = Constants.of(digits + 30);
    this.bits = (int) ((digits + 24) * BITS_A_DIGIT) + HALVINGS + 16;
  }

  MathContext context() {
    return wide;
  }

  /// e^x, for |x| up to [#LARGEST_EXPONENT]: 10^k e^r with |r| below ln 10 / 2.
  BigDecimal exp(BigDecimal x) {
    if (x.signum() == 0) {
      return ONE;
    }
    int power =
        x.divide(constants.logTen(), MathContext.DECIMAL64)
            .setScale(0, RoundingMode.HALF_EVEN)
            .intValueExact();
    BigDecimal rest = x.subtract(constants.logTen().multiply(BigDecimal.valueOf(power)), wide);
    return near(rest).scaleByPowerOfTen(power);
  }

  /// e^x for small |x|: (e^(x / 2^k))^(2^k), in units of 2^-bits, where rounding is a shift.
  private BigDecimal near(BigDecimal x) {
    BigInteger root = units(x).shiftRight(HALVINGS);
    BigInteger term = root;
    BigInteger sum = BigInteger.ONE.shiftLeft(bits).add(root);
    for (int n = 2; term.bitLength() > 1; n++) {
      term = term.multiply(root).shiftRight(bits).divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum).shiftRight(bits);
    }
    return decimal(sum);
  }

  private BigDecimal decimal(BigInteger units) {
    int places = digits + 24;
    return new BigDecimal(units.multiply(BigInteger.TEN.pow(places)).shiftRight(bits), places);
  }

  private BigInteger units(BigDecimal x) {
    BigInteger shifted = x.unscaledValue().shiftLeft(bits);
    return x.scale() > 0
        ? shifted.divide(BigInteger.TEN.pow(x.scale()))
        : shifted.multiply(BigInteger.TEN.pow(-x.scale()));
  }

  /// e^x - 1 by its series, for small x.
  private BigDecimal taylor(BigDecimal x) {
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 2; isVisible(term, sum); n++) {
      term = term.multiply(x, wide).divide(BigDecimal.valueOf(n), wide);
      sum = sum.add(term, wide);
    }
    return sum;
  }

  /// Whether a term still changes a sum.
  private boolean isVisible(BigDecimal term, BigDecimal sum) {
    return term.signum() != 0 && magnitude(term) > magnitude(sum) - digits - 24;
  }

  /// The place of the first digit.
  static long magnitude(BigDecimal x) {
    return (long) x.precision() - x.scale();
  }

  BigDecimal expm1(BigDecimal x) {
    if (x.abs().compareTo(SMALL) < 0) {
      return x.signum() == 0 ? ZERO : taylor(x);
    }
    return x.negate().compareTo(LARGEST_EXPONENT) > 0 ? ONE.negate() : exp(x).subtract(ONE, wide);
  }

  /// ln x, for x > 0: the exponent apart, then what a double's logarithm g lacks, which is ln(x
  /// e^-g).
  BigDecimal log(BigDecimal x) {
    BigDecimal less = x.subtract(ONE, wide);
    if (less.abs().compareTo(SMALL) < 0) {
      return log1p(less);
    }
    int power = Math.toIntExact(magnitude(x));
    BigDecimal mantissa = x.scaleByPowerOfTen(-power);
    BigDecimal guess = new BigDecimal(Math.log(mantissa.doubleValue()));
    BigDecimal rest = log1p(mantissa.multiply(exp(guess.negate()), wide).subtract(ONE, wide));
    return guess.add(rest, wide).add(constants.logTen().multiply(BigDecimal.valueOf(power)), wide);
  }

  /// ln(1 + x) = 2 artanh(x / (2 + x)) for small x.
  BigDecimal log1p(BigDecimal x) {
    if (x.signum() == 0) {
      return ZERO;
    }
    return x.abs().compareTo(SMALL) < 0
        ? odd(x.divide(x.add(TWO, wide), wide), 1).multiply(TWO, wide)
        : log(x.add(ONE, wide));
  }

  /// x + s x³/3 + x⁵/5 + … with signs 1, s, 1, s: artanh for s = 1, atan for s = -1.
  BigDecimal odd(BigDecimal x, int sign) {
    BigDecimal square = x.multiply(x, wide).multiply(BigDecimal.valueOf(sign));
    BigDecimal power = x;
    BigDecimal sum = x;
    BigDecimal term = x;
    for (int n = 3; isVisible(term, sum); n += 2) {
      power = power.multiply(square, wide);
      term = power.divide(BigDecimal.valueOf(n), wide);
      sum = sum.add(term, wide);
    }
    return sum;
  }

  BigDecimal tanh(BigDecimal x) {
    if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
      return BigDecimal.valueOf(x.signum());
    }
    BigDecimal square = expm1(x.abs().multiply(TWO));
    BigDecimal result = square.divide(square.add(TWO, wide), wide);
    return x.signum() < 0 ? result.negate() : result;
  }

  /// atan x: for |x| up to 1 what a double's arc tangent g lacks, which is atan((x cos g - sin g) /
  /// (cos g + x sin g)).
  BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(ONE) > 0) {
      BigDecimal rest = atan(ONE.divide(x, wide));
      BigDecimal quarter = constants.pi().divide(TWO, wide);
      return (x.signum() > 0 ? quarter : quarter.negate()).subtract(rest, wide);
    }
    if (x.abs().compareTo(SMALL) < 0) {
      return odd(x, -1);
    }
    var guess = new BigDecimal(Math.atan(x.doubleValue()));
    BigInteger versine = versine(units(guess.abs()));
    BigInteger square = versine.multiply(BigInteger.TWO.shiftLeft(bits).subtract(versine));
    BigDecimal sin = decimal(square.sqrt()).multiply(BigDecimal.valueOf(x.signum()));
    BigDecimal cos = ONE.subtract(decimal(versine));
    BigDecimal rest = x.multiply(cos).subtract(sin).divide(x.multiply(sin).add(cos), wide);
    return guess.add(odd(rest, -1), wide);
  }

  /// 1 - cos x for small x, in units: its series for x / 2^k, then 1 - cos 2x = 2 (1 - cos x) (1 +
  /// cos x).
  private BigInteger versine(BigInteger x) {
    BigInteger part = x.shiftRight(HALVINGS);
    BigInteger square = part.multiply(part).shiftRight(bits);
    BigInteger term = square.shiftRight(1);
    BigInteger sum = term;
    for (int n = 3; term.signum() != 0; n += 2) {
      term = term.multiply(square).shiftRight(bits).divide(BigInteger.valueOf(-n * (n + 1L)));
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(BigInteger.TWO.shiftLeft(bits).subtract(sum)).shiftRight(bits - 1);
    }
    return sum;
  }

  BigDecimal sin(BigDecimal x) {
    BigDecimal r = turned(x);
    return r.signum() == 0 ? ZERO : alternating(r, r, 1);
  }

  BigDecimal cos(BigDecimal x) {
    return alternating(turned(x), ONE, 0);
  }

  /// The angle within half a turn of 0.
  private BigDecimal turned(BigDecimal x) {
    int needed = (int) Math.max(0, magnitude(x));
    if (needed > 400) {
      throw new ArithmeticException("an angle of " + needed + " digits");
    }
    BigDecimal turn = Constants.of(digits + 30 + needed).pi().multiply(TWO);
    var whole = x.divide(turn, new MathContext(needed + 10)).setScale(0, RoundingMode.HALF_EVEN);
    return x.subtract(turn.multiply(whole)).round(wide);
  }

  private BigDecimal alternating(BigDecimal x, BigDecimal first, int from) {
    BigDecimal square = x.multiply(x, wide).negate();
    BigDecimal term = first;
    BigDecimal sum = first;
    for (int n = from + 2;
        term.signum() != 0 && magnitude(term) > -digits - 26 + Math.min(0, magnitude(first));
        n += 2) {
      term = term.multiply(square, wide).divide(BigDecimal.valueOf((long) n * (n - 1)), wide);
      sum = sum.add(term, wide);
    }
    return sum;
  }
}
