package dev.plumb.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumb.calculus.Doubles;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Against digits from the Online Encyclopedia of Integer Sequences, and against doubles.
class DecimalsTest {
  private static final Decimals FIFTY = new Decimals(50);

  @Test
  void functions_give_the_digits_of_known_constants() {
    gives("exp", 1, "2.7182818284590452353602874713526624977572470936999"); // A001113
    gives("log", 2, "0.69314718055994530941723212145817656807550013436026"); // A002162
    gives("log", 10, "2.3025850929940456840179914546843642076011014886288"); // A002392
    gives("sqrt", 2, "1.4142135623730950488016887242096980785696718753769"); // A002193
    gives("atan", 1, "0.78539816339744830961566084581987572104929234984378"); // A003881
    gives("sin", 1, "0.84147098480789650665250232163029899962256306079837"); // A049469
    gives("cos", 1, "0.54030230586813971740093660744297660373231042061792"); // A049470
    gives("tanh", 1, "0.76159415595576488811945828260479359041276859725794"); // A073744
    gives("erf", 1, "0.84270079294971486934122063508260925929606699796630"); // A099286
    gives("erfc", 1, "0.15729920705028513065877936491739074070393300203370"); // A099287
    gives("digamma", 1, "-0.57721566490153286060651209008240243104215933593992"); // A001620
    gives("trigamma", 1, "1.6449340668482264364724151666460251892189499012068"); // A013661
    gives("lgamma", 0.5, "0.57236494292470008707171367567652935582364740645766"); // A155968
  }

  @Test
  void functions_agree_with_doubles_over_their_range() {
    var random = new SplittableRandom(1);
    int compared = 0;
    for (String name :
        List.of(
            "exp",
            "expm1",
            "log",
            "log1p",
            "sqrt",
            "sin",
            "cos",
            "atan",
            "tanh",
            "erf",
            "erfc",
            "lgamma",
            "digamma",
            "trigamma")) {
      for (int i = 0; i < 40; i++) {
        double x = Math.pow(10, random.nextDouble(-8, 1.5)) * (random.nextInt(3) == 0 ? -1 : 1);
        double expected = Doubles.unary(name, x);
        if (Double.isNaN(expected)) {
          x = -x;
          expected = Doubles.unary(name, x);
        }
        double got = FIFTY.apply(name, List.of(Decimal.of(x))).toDouble();
        assertEquals(
            expected,
            got,
            2e-14 * Math.max(Math.abs(expected), name.contains("gamma") ? 1 : 1e-300),
            name + " " + x);
        compared++;
      }
    }
    assertEquals(560, compared);
  }

  @Test
  void erfc_and_exponentials_keep_their_digits_far_out() {
    assertEquals(StrictMath.exp(-700), unary("exp", -700).toDouble(), 1e-315);
    assertEquals(5.395865611607901e-176, unary("erfc", 20).toDouble(), 1e-187);
    assertTrue(unary("exp", 1e4).isFinite());
  }

  @Test
  void infinities_and_nan_follow_the_rules_of_doubles() {
    assertEquals(Double.POSITIVE_INFINITY, unary("exp", Double.POSITIVE_INFINITY).toDouble());
    assertEquals(Double.NEGATIVE_INFINITY, unary("log", 0).toDouble());
    assertTrue(unary("log", -1).isNaN());
    assertTrue(binary("subtract", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY).isNaN());
    assertTrue(binary("divide", 0, 0).isNaN());
    assertEquals(0, binary("divide", 1, Double.NEGATIVE_INFINITY).toDouble());
    assertEquals(Double.POSITIVE_INFINITY, binary("power", 0, -1).toDouble());
    assertTrue(binary("less", Double.NaN, 1).isNaN());
  }

  private static void gives(String name, double x, String digits) {
    BigDecimal got = unary(name, x).value().round(new MathContext(48));
    assertEquals(new BigDecimal(digits).round(new MathContext(48)), got, name);
  }

  private static Decimal unary(String name, double x) {
    return FIFTY.apply(name, List.of(Decimal.of(x)));
  }

  private static Decimal binary(String name, double a, double b) {
    return FIFTY.apply(name, List.of(Decimal.of(a), Decimal.of(b)));
  }
}
