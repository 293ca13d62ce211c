package dev.plumb.facts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Bernoulli's numbers of even index, by way of the tangent numbers, which are whole (Brent, Harvey
/// 2011, "Fast computation of Bernoulli, tangent and secant numbers", arXiv:1108.0286, algorithm
/// 2).
final class Bernoulli {
  private static final Map<Integer, Map<Integer, BigDecimal>> KNOWN = new ConcurrentHashMap<>();
  private static List<BigInteger> tangents = List.of();

  private Bernoulli() {}

  /// B(index) for an even index above 0: ± index · T / (2^index (2^index - 1)).
  static BigDecimal number(int index, MathContext context) {
    return KNOWN
        .computeIfAbsent(context.getPrecision(), _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(index, i -> computed(i, context));
  }

  private static BigDecimal computed(int index, MathContext context) {
    int n = index / 2;
    BigInteger above = tangent(n).multiply(BigInteger.valueOf(index));
    BigInteger power = BigInteger.ONE.shiftLeft(index);
    BigDecimal size =
        new BigDecimal(above)
            .divide(new BigDecimal(power.multiply(power.subtract(BigInteger.ONE))), context);
    return n % 2 == 1 ? size : size.negate();
  }

  private static synchronized BigInteger tangent(int n) {
    if (n > tangents.size()) {
      tangents = tangents(Math.max(2 * n, 64));
    }
    return tangents.get(n - 1);
  }

  private static List<BigInteger> tangents(int count) {
    var t = new ArrayList<BigInteger>();
    t.add(BigInteger.ONE);
    for (int k = 1; k < count; k++) {
      t.add(t.get(k - 1).multiply(BigInteger.valueOf(k)));
    }
    for (int k = 1; k < count; k++) {
      for (int j = k; j < count; j++) {
        BigInteger left = t.get(j - 1).multiply(BigInteger.valueOf(j - k));
        BigInteger right = t.get(j).multiply(BigInteger.valueOf(j - k + 2L));
        t.set(j, left.add(right));
      }
    }
    return List.copyOf(t);
  }
}
