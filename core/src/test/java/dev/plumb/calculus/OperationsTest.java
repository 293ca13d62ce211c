package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every row of the table of operations.
class OperationsTest {
  private static final int POINTS = 60;

  /// At how many of the points an operation must be defined.
  private static final int DEFINED = 6;

  /// Their arguments are conditions, 0 or 1.
  private static final Set<String> LOGIC = Set.of("and", "or", "not");

  /// Pairs are taken in [PairsTest].
  private static final List<Operation> TABLE =
      Operation.all().stream().filter(o -> !hasPairs(o)).toList();

  private static boolean hasPairs(Operation operation) {
    return operation.gives() == Shape.PAIRS || operation.takes(0) == Shape.PAIRS;
  }

  private static Formula applied(Operation operation) {
    return operation.of(operation.arguments().stream().map(Name::new).toArray(Formula[]::new));
  }

  private static Stream<DynamicTest> swept(
      Predicate<Operation> which, int atLeast, java.util.function.Consumer<Operation> test) {
    List<Operation> found =
        TABLE.stream().filter(o -> !LOGIC.contains(o.name())).filter(which).toList();
    assertThat(found).hasSizeGreaterThanOrEqualTo(atLeast);
    return found.stream()
        .map(o -> DynamicTest.dynamicTest(o.name() + o.arguments(), () -> test.accept(o)));
  }

  @Test
  void the_table_is_whole() {
    assertThat(Operation.all()).hasSizeGreaterThanOrEqualTo(75);
    assertThat(Operation.all().stream().filter(OperationsTest::hasPairs))
        .extracting(Operation::name)
        .containsExactly("other", "across", "max_across", "logsumexp_across", "others_across");
  }

  @TestFactory
  Stream<DynamicTest> a_run_as_form_equals_the_meaning() {
    return swept(
        o -> !o.isPrimitive(),
        30,
        o -> {
          Formula formula = applied(o);
          long defined =
              new Draws()
                  .of(o.arguments())
                  .limit(POINTS)
                  .filter(at -> same(at.plain(formula), at.stable(formula), 1e-11))
                  .count();
          assertThat(defined).isGreaterThanOrEqualTo(DEFINED);
        });
  }

  /// Whether the plain numbers are defined; then the others must equal them.
  private static boolean same(double[] plain, double[] stable, double tolerance) {
    if (Arrays.stream(plain).anyMatch(Double::isNaN)) {
      return false;
    }
    for (int k = 0; k < plain.length; k++) {
      assertThat(Math.abs(stable[k] - plain[k]) / Math.max(1, Math.abs(plain[k])))
          .as("%s, in truth %s", stable[k], plain[k])
          .isLessThanOrEqualTo(tolerance);
    }
    return true;
  }

  @TestFactory
  Stream<DynamicTest> every_value_lies_in_the_range() {
    return swept(
        o -> o.range().isPresent(),
        25,
        o -> {
          Interval range = o.range().orElseThrow();
          long defined =
              new Draws()
                  .of(o.arguments())
                  .limit(POINTS)
                  .flatMapToDouble(at -> Arrays.stream(at.stable(applied(o))))
                  .filter(value -> !Double.isNaN(value))
                  .peek(value -> assertThat(range.contains(value)).as("%s", value).isTrue())
                  .count();
          assertThat(defined).isGreaterThanOrEqualTo(DEFINED);
        });
  }

  @TestFactory
  Stream<DynamicTest> every_derivative_is_the_slope() {
    return swept(
        o -> !o.derivesByMeaning(),
        60,
        o ->
            IntStream.range(0, o.arity())
                .filter(i -> !o.arguments().get(i).equals("i") && !o.arguments().get(i).equals("c"))
                .forEach(i -> slopes(o, i, o.derivative(i))));
  }

  /// These are differentiated by their meaning; element k of a row by element k.
  @TestFactory
  Stream<DynamicTest> every_derivative_by_meaning_is_the_slope() {
    var simplify = new Simplify(Evaluation.shapes(), List.of(), java.util.Map.of());
    var derive = new Derive(Evaluation.shapes(), simplify);
    return swept(
        o -> o.derivesByMeaning() && !o.isPrimitive() && !o.name().equals("trigamma_rise"),
        4,
        o -> slopes(o, 0, derive.by(o.arguments().getFirst(), applied(o))));
  }

  @Test
  void only_trigamma_has_no_derivative() {
    assertThat(TABLE.stream().filter(o -> o.derivesByMeaning() && o.isPrimitive()))
        .extracting(Operation::name)
        .containsExactly("trigamma");
  }

  private static void slopes(Operation operation, int argument, Formula derivative) {
    String name = operation.arguments().get(argument);
    var names = new TreeSet<>(operation.arguments());
    derivative.names().forEach(names::add);
    long smooth =
        new Draws()
            .of(names)
            .limit(POINTS)
            .filter(at -> slope(operation, name, derivative, at))
            .count();
    assertThat(smooth).isGreaterThanOrEqualTo(DEFINED);
  }

  /// Where the meaning is undefined, nothing is asked.
  private static boolean slope(
      Operation operation, String name, Formula derivative, Evaluation at) {
    if (Arrays.stream(at.plain(applied(operation))).anyMatch(Double::isNaN)) {
      return false;
    }
    int element = Evaluation.isRow(name) ? 2 : 0;
    double[] derived = at.stable(derivative);
    double expected = derived[derived.length == 1 ? 0 : element];
    Richardson found =
        Richardson.of(
            x -> {
              double[] value = at.with(name, element, x).stable(applied(operation));
              return value[value.length == 1 ? 0 : element];
            },
            at.values().get(name)[element]);
    if (!found.isSmooth()) {
      return false;
    }
    assertThat(Math.abs(found.slope() - expected) / Math.max(1, Math.abs(expected)))
        .as("%s by %s at %s: %s, by differences %s", operation, name, at, expected, found.slope())
        .isLessThanOrEqualTo(1e-8);
    return true;
  }
}
