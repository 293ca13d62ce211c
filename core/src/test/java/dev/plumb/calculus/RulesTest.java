package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Shapes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every line of `identities.rules` and `stable.rules`.
class RulesTest {
  private static final int POINTS = 200;

  /// At how many of the points the left side must be defined.
  private static final int DEFINED = 15;

  private static final int IDENTITIES = 60;
  private static final int STABLE = 33;
  private static final Map<String, Formula> PAIRS =
      Map.of(
          "a", Formulas.read("v > other(u)"),
          "b", Formulas.read("v * other(u)"),
          "c", Formulas.read("u < other(v)"),
          "d", Formulas.read("u - other(v)"));
  private static final Set<String> KNOWN = Set.of("k", "h", "m");

  @Test
  void no_rule_is_lost() {
    assertThat(Simplify.identities()).hasSizeGreaterThanOrEqualTo(IDENTITIES);
    assertThat(Stabilise.rules()).hasSizeGreaterThanOrEqualTo(STABLE);
    assertThat(new HashSet<>(Simplify.identities())).hasSameSizeAs(Simplify.identities());
    assertThat(new HashSet<>(Stabilise.rules())).hasSameSizeAs(Stabilise.rules());
  }

  @TestFactory
  Stream<DynamicTest> both_sides_are_equal() {
    return Stream.concat(Simplify.identities().stream(), Stabilise.rules().stream())
        .map(rule -> DynamicTest.dynamicTest(rule.text(), () -> equal(rule)));
  }

  private static void equal(Rule rule) {
    Formula left = withPairs(rule, rule.left());
    Formula right = withPairs(rule, rule.right());
    long defined =
        new Draws()
            .of(left)
            .limit(POINTS)
            .filter(at -> equal(at.plain(left), at.plain(right)))
            .count();
    assertThat(defined).isGreaterThanOrEqualTo(DEFINED);
    assertThat(rule.left().names().collect(Collectors.toSet()))
        .containsAll(rule.right().names().toList());
  }

  /// Beside a fold across, any name stands for pairs.
  private static Formula withPairs(Rule rule, Formula side) {
    boolean across = rule.left().all().anyMatch(Shapes::isAcross);
    return across ? side.with(PAIRS) : side;
  }

  private static boolean equal(double[] left, double[] right) {
    if (Arrays.stream(left).anyMatch(Double::isNaN)) {
      return false;
    }
    for (int k = 0; k < Math.max(left.length, right.length); k++) {
      double l = left[left.length == 1 ? 0 : k];
      double r = right[right.length == 1 ? 0 : k];
      double distance = l == r ? 0 : Math.abs(l - r);
      assertThat(distance / Math.max(1, Math.abs(l))).as("%s, %s", l, r).isLessThanOrEqualTo(1e-11);
    }
    return true;
  }

  @TestFactory
  Stream<DynamicTest> an_identity_is_applied_to_its_left_side() {
    return Simplify.identities().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.text(),
                () -> {
                  var simplify = new Simplify(Evaluation.shapes(), List.of("a", "b"), Map.of());
                  simplify.of(withPairs(rule, rule.left()));
                  assertThat(simplify.applied()).extracting(Rule::text).contains(rule.text());
                }));
  }

  @TestFactory
  Stream<DynamicTest> a_stable_rule_is_applied_to_its_left_side() {
    return Stabilise.rules().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.text(),
                () -> {
                  var bounds =
                      new Bounds(Map.of("a", Domain.REALS, "m", new Interval(0, 9, true, true)));
                  var stabilise =
                      new Stabilise(
                          Evaluation.shapes(), List.of("k", "h", "m", "a"), KNOWN, bounds);
                  stabilise.of(withPairs(rule, rule.left()));
                  assertThat(stabilise.applied()).extracting(Rule::text).contains(rule.text());
                }));
  }

  /// `k` and `h` stand only for what a trainer cannot move.
  @Test
  void a_rule_for_known_factors_leaves_others_alone() {
    var stabilise =
        new Stabilise(Evaluation.shapes(), List.of("a", "b"), Set.of(), new Bounds(Map.of()));
    Formula formula = new Name("b");
    stabilise.of(dev.plumb.formula.Operation.SUBTRACT.of(sigmoid("a"), formula));
    assertThat(stabilise.applied()).isEmpty();
  }

  private static Formula sigmoid(String name) {
    return dev.plumb.formula.Operation.named("sigmoid", 1).of(new Name(name));
  }
}
