package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every rule says the same on both sides, in numbers.
class RulesTest {
  private static final int ELEMENTS = 4;
  private static final int POINTS = 200;
  private static final double TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicTest> bothSidesOfEveryIdentityAreEqual() {
    assertThat(Simplify.identities()).hasSizeGreaterThanOrEqualTo(55);
    return Simplify.identities().stream().map(RulesTest::test);
  }

  @TestFactory
  Stream<DynamicTest> bothSidesOfEveryStableRuleAreEqual() {
    assertThat(Stabilise.rules()).hasSizeGreaterThanOrEqualTo(14);
    return Stabilise.rules().stream().map(RulesTest::test);
  }

  private static DynamicTest test(Rule rule) {
    return DynamicTest.dynamicTest(rule.text(), () -> check(rule));
  }

  private static void check(Rule rule) {
    Set<String> rows = rule.left().names().anyMatch("v"::equals) ? Set.of("v") : Set.of();
    boolean rowK = rule.text().contains("softmax") && rule.text().contains("k");
    var shapes = new Shapes(rowK ? Set.of("v", "k") : rows.isEmpty() ? Set.of("row") : rows);
    var random = new SplittableRandom(7);
    int compared = 0;
    for (int point = 0; point < POINTS; point++) {
      Map<String, List<Double>> inputs = new HashMap<>();
      rule.left().names().forEach(name -> inputs.put(name, values(name, shapes, random)));
      List<Double> left = value(rule.left(), shapes, inputs);
      List<Double> right = value(rule.right(), shapes, inputs);
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        double a = left.get(left.size() == 1 ? 0 : i);
        double b = right.get(right.size() == 1 ? 0 : i);
        if (Double.isFinite(a)) {
          assertThat(b).as("%s at %s", rule.text(), inputs).isCloseTo(a, within(a));
          compared++;
        }
      }
    }
    assertThat(compared).as(rule.text()).isGreaterThan(POINTS / 4);
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.api.Assertions.within(TOLERANCE * Math.max(1, Math.abs(value)));
  }

  private static List<Double> values(String name, Shapes shapes, SplittableRandom random) {
    if (name.equals("i")) {
      return List.of((double) random.nextInt(ELEMENTS));
    }
    int count = shapes.isRow(new Formula.Name(name)) ? ELEMENTS : 1;
    var values = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      values.add(random.nextDouble(-4, 4));
    }
    return values;
  }

  private static List<Double> value(
      Formula formula, Shapes shapes, Map<String, List<Double>> inputs) {
    return new Interpreter<>(Doubles.DOUBLES, shapes, inputs, ELEMENTS)
        .of(Lower.stable().of(formula));
  }
}
