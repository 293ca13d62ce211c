package dev.plumb.exact;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// Functions of floats computed in double: by StrictMath where it has them, otherwise by the
/// function of doubles, whose own digits are proved against 50 in the room `proof`.
final class FloatReference {
  private static final Map<String, DoubleUnaryOperator> STRICT =
      Map.ofEntries(
          Map.entry("exp", StrictMath::exp),
          Map.entry("exp_below", StrictMath::exp),
          Map.entry("expm1_beside_0", StrictMath::expm1),
          Map.entry("expm1", StrictMath::expm1),
          Map.entry("log", StrictMath::log),
          Map.entry("log1p", StrictMath::log1p),
          Map.entry("log1p_unit", StrictMath::log1p),
          Map.entry("softplus_rest", a -> softplus(-Math.abs(a))),
          Map.entry("softplus", FloatReference::softplus),
          Map.entry("sigmoid", a -> 1 / (1 + StrictMath.exp(-a))),
          Map.entry("tanh", StrictMath::tanh),
          Map.entry("log_cosh", FloatReference::logCosh),
          Map.entry("sinh", StrictMath::sinh),
          Map.entry("cosh", StrictMath::cosh),
          Map.entry("sech", a -> 1 / StrictMath.cosh(a)),
          Map.entry("sech_squared", a -> 1 / (StrictMath.cosh(a) * StrictMath.cosh(a))),
          Map.entry("sin", StrictMath::sin),
          Map.entry("cos", StrictMath::cos),
          Map.entry("atan", StrictMath::atan));

  private FloatReference() {}

  /// The truths at many points.
  static void at(String name, double[] truths, double[] points) {
    DoubleUnaryOperator strict = STRICT.get(name);
    if (strict == null) {
      Functions.of(name, Precision.DOUBLE).orElseThrow().apply(truths, points);
      return;
    }
    for (int i = 0; i < points.length; i++) {
      truths[i] = strict.applyAsDouble(points[i]);
    }
  }

  private static double softplus(double a) {
    return Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
  }

  private static double logCosh(double a) {
    double b = Math.abs(a);
    double s = StrictMath.sinh(b / 2);
    return b < 1
        ? StrictMath.log1p(2 * s * s)
        : b + (StrictMath.log1p(StrictMath.exp(-2 * b)) - StrictMath.log(2));
  }
}
