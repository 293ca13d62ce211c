package dev.plumb.proof;

import dev.plumb.exact.Function;
import dev.plumb.exact.Functions;
import dev.plumb.exact.Precision;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/// The functions of doubles beside their truth, at random points: half of them even between two
/// bounds, half even in the logarithm, down to 1e-20.
final class ExactFunctions {
  private ExactFunctions() {}

  /// A true value of one or two arguments.
  interface True {
    Truth of(double a, double b);
  }

  /// Where a function is asked.
  ///
  /// @param truth what it should give
  private record Case(double low, double high, True truth) {
    static Case of(double low, double high, DoubleFunction<Truth> truth) {
      return new Case(low, high, (a, _) -> truth.apply(a));
    }
  }

  private static final Map<String, Case> CASES =
      Map.ofEntries(
          Map.entry("exp", Case.of(-750, 711, a -> DoubledFunctions.exp(Doubled.of(a)))),
          Map.entry("exp_below", Case.of(-750, 1, a -> DoubledFunctions.exp(Doubled.of(a)))),
          Map.entry(
              "expm1", Case.of(-40, 40, a -> Truth.of(DoubledFunctions.expm1(Doubled.of(a))))),
          Map.entry(
              "expm1_beside_0",
              Case.of(-0.34, 0.34, a -> Truth.of(DoubledFunctions.expm1(Doubled.of(a))))),
          Map.entry("log", Case.of(1e-3, 1e3, a -> Truth.of(DoubledFunctions.log(Doubled.of(a))))),
          Map.entry("log1p", Case.of(-1, 10, a -> Truth.of(DoubledFunctions.log1p(Doubled.of(a))))),
          Map.entry(
              "log1p_unit", Case.of(0, 1, a -> Truth.of(DoubledFunctions.log1p(Doubled.of(a))))),
          Map.entry(
              "softplus_rest", Case.of(-100, 750, a -> DoubledFunctions.softplus(-Math.abs(a)))),
          Map.entry("softplus", Case.of(-750, 100, DoubledFunctions::softplus)),
          Map.entry("sigmoid", Case.of(-750, 40, DoubledFunctions::sigmoid)),
          Map.entry("tanh", Case.of(-5, 5, DoubledFunctions::tanh)),
          Map.entry("log_cosh", Case.of(-5, 5, DoubledFunctions::logCosh)),
          Map.entry("sinh", Case.of(-712, 712, DoubledFunctions::sinh)),
          Map.entry("cosh", Case.of(-712, 712, DoubledFunctions::cosh)),
          Map.entry("sech", Case.of(-750, 750, DoubledFunctions::sech)),
          Map.entry("sech_squared", Case.of(-375, 375, DoubledFunctions::sechSquared)),
          Map.entry("sin", Case.of(-0x1p50, 0x1p50, DoubledFunctions::sin)),
          Map.entry("cos", Case.of(-0x1p50, 0x1p50, DoubledFunctions::cos)),
          Map.entry("atan", Case.of(-10, 10, DoubledFunctions::atan)),
          Map.entry("power", new Case(1e-3, 1e3, DoubledFunctions::power)),
          Map.entry("erf", Case.of(-6, 6, DoubledSpecial::erf)),
          Map.entry("erfc", Case.of(-6, 28, DoubledSpecial::erfc)),
          Map.entry("log_erfc", Case.of(-6, 100, DoubledSpecial::logErfc)),
          Map.entry("lgamma", Case.of(0, 30, DoubledSpecial::lgamma)),
          Map.entry("digamma", Case.of(0, 30, DoubledSpecial::digamma)),
          Map.entry("trigamma", Case.of(0, 30, DoubledSpecial::trigamma)));

  /// The largest error of a function and where it is.
  record Worst(double ulps, double a, double b) {
    Worst or(Worst other) {
      return ulps >= other.ulps ? this : other;
    }
  }

  static List<Function> all() {
    return Functions.all().stream().filter(f -> f.precision() == Precision.DOUBLE).toList();
  }

  static Truth truth(Function function, double[] point) {
    return CASES.get(function.name()).truth.of(point[0], point[point.length - 1]);
  }

  /// A point of a stream of random ones.
  static double[] point(Function function, SplittableRandom random) {
    Case where = CASES.get(function.name());
    double a = random.nextBoolean() ? even(where, random) : logarithmic(where, random);
    if (function.arguments() == 1) {
      return new double[] {a};
    }
    double most = 745 / Math.max(Math.abs(StrictMath.log(a)), 1e-9);
    return new double[] {a, random.nextDouble(-most, most)};
  }

  private static double even(Case where, SplittableRandom random) {
    return random.nextDouble(Math.nextUp(where.low), where.high);
  }

  private static double logarithmic(Case where, SplittableRandom random) {
    double size =
        StrictMath.exp(random.nextDouble(StrictMath.log(1e-20), StrictMath.log(where.high)));
    return where.low < 0 && random.nextBoolean() ? Math.max(-size, Math.nextUp(where.low)) : size;
  }

  /// The worst of so many random points.
  static Worst worst(Function function, long points, long seed) {
    int parts = 64;
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> worstOf(function, points / parts + 1, new SplittableRandom(seed + part)))
        .reduce(new Worst(0, 0, 0), Worst::or);
  }

  private static Worst worstOf(Function function, long points, SplittableRandom random) {
    var worst = new Worst(0, 0, 0);
    for (long i = 0; i < points; i++) {
      double[] point = point(function, random);
      double ulps = truth(function, point).ulps(function.apply(point));
      if (ulps > worst.ulps) {
        worst = new Worst(ulps, point[0], point[point.length - 1]);
      }
    }
    return worst;
  }
}
