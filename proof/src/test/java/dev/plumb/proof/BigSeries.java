package dev.plumb.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Exponentials and logarithms of numbers of everyday size as sums of whole units of `2^-bits`,
/// where dividing by a power of two is a shift: a tenth of the time that decimal fractions take.
///
/// @param digits behind the point, of which the last few are not right
record BigSeries(int digits) {
  private static final int HALVINGS = 12;

  /// The errors of the terms, and what the squarings make of them.
  private static final int GUARD = 24;

  private static final double BITS_A_DIGIT = 3.33;

  private int bits() {
    return (int) (digits * BITS_A_DIGIT) + HALVINGS + GUARD;
  }

  /// `e^x` for |x| up to 3: `(e^(x / 2^12))^(2^12)` by Taylor's series.
  BigDecimal exp(BigDecimal x) {
    int bits = bits();
    BigInteger root = units(x, bits).shiftRight(HALVINGS);
    BigInteger term = root;
    BigInteger sum = BigInteger.ONE.shiftLeft(bits).add(root);
    for (int n = 2; term.abs().bitLength() > 1; n++) {
      term = term.multiply(root).shiftRight(bits).divide(BigInteger.valueOf(n));
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum).shiftRight(bits);
    }
    return decimal(sum, bits);
  }

  /// `ln x` for x between 0.1 and 10: what a double's logarithm g lacks is `ln(x e^-g)`, whose
  /// argument is 1 but for the last digits of a double: twice the inverse hyperbolic tangent of `s
  /// = (a - 1) / (a + 1)`.
  BigDecimal log(BigDecimal x) {
    int bits = bits();
    var guess = new BigDecimal(Math.log(x.doubleValue()));
    BigDecimal near = x.multiply(exp(guess.negate()), new MathContext(digits + 8));
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    BigInteger above = units(near, bits).subtract(one);
    BigInteger power = above.shiftLeft(bits).divide(above.add(one).add(one));
    BigInteger square = power.multiply(power).shiftRight(bits);
    BigInteger sum = power;
    for (int n = 3; power.abs().bitLength() > 1; n += 2) {
      power = power.multiply(square).shiftRight(bits);
      sum = sum.add(power.divide(BigInteger.valueOf(n)));
    }
    return guess.add(decimal(sum.shiftLeft(1), bits));
  }

  private static BigInteger units(BigDecimal x, int bits) {
    BigInteger shifted = x.unscaledValue().shiftLeft(bits);
    return x.scale() > 0
        ? shifted.divide(BigInteger.TEN.pow(x.scale()))
        : shifted.multiply(BigInteger.TEN.pow(-x.scale()));
  }

  private BigDecimal decimal(BigInteger units, int bits) {
    return new BigDecimal(units.multiply(BigInteger.TEN.pow(digits)).shiftRight(bits), digits);
  }
}
