package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.calculus.Calculus;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Formula;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The derived formulas of every loss of the catalogue against differences of the formula as it was
/// written.
class DerivativesTest {
  private static final int POINTS = Integer.getInteger("plumb.points", 4);
  private static final double TOLERANCE = 1e-14;

  @TestFactory
  Stream<DynamicTest> are_the_slopes_of_the_formula() {
    return Catalogue.builtin().all().stream()
        .map(d -> DynamicTest.dynamicTest(d.name(), () -> slopes(d)));
  }

  private static void slopes(Definition definition) {
    Loss loss = Loss.of(definition.name());
    var samples = new Points(loss, 3, 7).samples(POINTS);
    long compared =
        samples.stream()
            .flatMap(s -> s.predictions().filter(s::isInside).map(place -> compared(s, place)))
            .filter(c -> c)
            .count();
    assertThat(compared).as("points that are smooth").isGreaterThanOrEqualTo(POINTS / 4);
  }

  private static boolean compared(Sample sample, Sample.Place place) {
    Calculus calculus = sample.loss().calculus().orElseThrow();
    Optional<Differences> found =
        Differences.of(sample.loss().definition().formula(), sample, place);
    found.ifPresent(differences -> {
      same("gradient", calculus.gradient(), differences.slope(), sample, place);
      same("hessian", calculus.hessian(), differences.bend(), sample, place);
    });
    return found.isPresent();
  }

  private static void same(
      String what,
      Map<String, Formula> derived,
      double differences,
      Sample sample,
      Sample.Place place) {
    Big truth = Differences.at(derived.get(place.input()), sample, place, 0);
    double value = truth.kind() == Big.Kind.UNKNOWN ? differences : truth.toDouble();
    assertThat(Math.abs(value - differences) / Math.max(Math.abs(differences), 1e-3))
        .as("%s by %s of %s: %s, by differences %s", what, place, sample, value, differences)
        .isLessThanOrEqualTo(TOLERANCE);
  }
}
