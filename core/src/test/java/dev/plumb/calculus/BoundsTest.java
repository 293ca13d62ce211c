package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formulas;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final Map<String, Domain> DOMAINS =
      Map.of(
          "a", new Interval(-2, 3, true, true),
          "b", new Interval(0, INF, false, false),
          "k", new Interval(0, 1, true, true),
          "t", new Domain.Values(List.of(-1.0, 1.0)));

  private static void lies(String formula, double low, double high) {
    Interval interval = new Bounds(DOMAINS).of(Formulas.read(formula));
    assertThat(interval.low()).as(formula).isEqualTo(low);
    assertThat(interval.high()).as(formula).isEqualTo(high);
  }

  @Test
  void arithmetic() {
    lies("2", 2, 2);
    lies("a", -2, 3);
    lies("-a", -3, 2);
    lies("a + k", -2, 4);
    lies("1 - k", 0, 1);
    lies("a * a", -6, 9);
    lies("a^2", 0, 9);
    lies("a^3", -8, 27);
    lies("k * b", 0, INF);
    lies("t * a", -3, 3);
    lies("a / (1 + k)", -2, 3);
    lies("a / k", -INF, INF);
    lies("z + 1", -INF, INF);
  }

  @Test
  void functions() {
    lies("abs(a)", 0, 3);
    lies("max(a, 0)", 0, 3);
    lies("min(a, 0)", -2, 0);
    lies("sigmoid(z)", 0, 1);
    lies("softplus(z)", 0, INF);
    lies("tanh(z)", -1, 1);
    lies("if a < 0 then k else 5", 0, 5);
    lies("exp(z)", 0, INF);
  }

  @Test
  void a_name_may_be_0_where_its_domain_holds_0() {
    var bounds = new Bounds(DOMAINS);
    assertThat(bounds.mayBeZero(new Name("t"))).isFalse();
    assertThat(bounds.mayBeZero(new Name("k"))).isTrue();
    assertThat(bounds.mayBeZero(Formulas.read("1 + k"))).isFalse();
    assertThat(bounds.mayBeZero(Formulas.read("1 - k"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a * b - k",
        "a^2 + k^3",
        "a^-2",
        "k / b",
        "a / b^2",
        "exp(a) * k",
        "log(b) * a",
        "sqrt(b) - abs(a)",
        "max(a * k, b)",
        "min(a, b) * t",
        "if a < k then a * b else -b",
        "sigmoid(a * b) - k",
        "softplus(-a) * t",
        "log1p(k) - expm1(a)",
        "a^3 * t",
        "k^0.5 - a",
        "(a - k)^4 / (1 + b)",
        "tanh(a) * sech(b)",
        "xlogy(k, b)",
        "hypotenuse(a) - rise(a)",
        "a * sin(b) + cos(a)",
        "b^a",
        "exp(-b) / (1 + k)",
        "1 / (1 + a^2)",
        "weigh(k, a) - part(k, b)"
      })
  void every_value_lies_between_the_bounds(String text) {
    var formula = Formulas.read(text);
    Interval interval = new Bounds(DOMAINS).of(formula);
    var random = new SplittableRandom(3);
    Lower lower = Lower.stable();
    for (int i = 0; i < 300; i++) {
      Map<String, List<Double>> inputs =
          Map.of(
              "a", List.of(random.nextDouble(-2, 3)),
              "b", List.of(Math.exp(random.nextDouble(-20, 20))),
              "k", List.of(random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble()),
              "t", List.of(random.nextBoolean() ? 1.0 : -1.0));
      double value =
          new Interpreter<>(Doubles.DOUBLES, Evaluation.shapes(), inputs, 1)
              .of(lower.of(formula))
              .getFirst();
      assertThat(value >= interval.low() && value <= interval.high() || Double.isNaN(value))
          .as("%s = %s at %s lies in %s", text, value, inputs, interval.text())
          .isTrue();
    }
  }
}
