package dev.plumb.facts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// π and ln 10, computed once for each precision.
///
/// @param pi by Machin's formula 16 arctan(1/5) - 4 arctan(1/239)
/// @param logTen 2 artanh(1/3) · 3 + 2 artanh(1/9), for 10 = 2³ · 5/4
record Constants(BigDecimal pi, BigDecimal logTen) {
  private static final Map<Integer, Constants> KNOWN = new ConcurrentHashMap<>();

  static Constants of(int digits) {
    return KNOWN.computeIfAbsent(digits, Constants::computed);
  }

  private static Constants computed(int digits) {
    int places = digits + 10;
    BigInteger unit = BigInteger.TEN.pow(places);
    BigInteger pi = series(unit, 5, -1).shiftLeft(4).subtract(series(unit, 239, -1).shiftLeft(2));
    BigInteger logTwo = series(unit, 3, 1).shiftLeft(1);
    BigInteger logFiveFourths = series(unit, 9, 1).shiftLeft(1);
    BigInteger logTen = logTwo.multiply(BigInteger.valueOf(3)).add(logFiveFourths);
    return new Constants(rounded(pi, places, digits), rounded(logTen, places, digits));
  }

  private static BigDecimal rounded(BigInteger number, int places, int digits) {
    return new BigDecimal(number, places).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  /// Σ sign^k / ((2k + 1) n^(2k + 1)), in units of 10^-places.
  private static BigInteger series(BigInteger unit, long n, int sign) {
    BigInteger square = BigInteger.valueOf(n * n);
    BigInteger power = unit.divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 1; power.signum() != 0; k++) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
      sum = sign < 0 && k % 2 == 1 ? sum.subtract(term) : sum.add(term);
    }
    return sum;
  }
}
