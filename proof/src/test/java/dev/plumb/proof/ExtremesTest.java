package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.formula.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// No loss of the catalogue gives NaN for a prediction of its domain, however far out, the largest
/// double and infinity included: not as a value, nor as a gradient or a hessian. An infinity is
/// right where it is the limit; what has no limit is listed in `limits/none.txt`.
class ExtremesTest {
  private static final double[] EXTREMES = {
    0,
    -0.0,
    1e-300,
    -1e-300,
    20,
    -20,
    50,
    -50,
    745,
    -745,
    1e4,
    -1e4,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final int POINTS = 20;
  private static final NoLimits NO_LIMITS = NoLimits.read();

  @TestFactory
  Stream<DynamicTest> are_never_NaN() {
    return OpenFaults.of("extremes.txt").each(3, ExtremesTest::never);
  }

  private static void never(Loss loss) {
    List<Sample> extremes =
        new Points(loss, 3, 3).samples(POINTS).stream().flatMap(ExtremesTest::extremes).toList();
    assertThat(extremes).hasSizeGreaterThanOrEqualTo(POINTS);
    extremes.stream()
        .filter(sample -> !NO_LIMITS.hold(sample))
        .forEach(sample ->
            assertThat(sample.computed())
                .as("%s", sample)
                .allSatisfy(numbers -> assertThat(numbers).doesNotContain(Double.NaN)));
  }

  /// What is listed as without a limit really has none.
  @TestFactory
  Stream<DynamicTest> have_no_limit_where_that_is_said() {
    assertThat(NO_LIMITS.lines()).isNotEmpty();
    return NO_LIMITS.lines().stream()
        .map(line -> line.split(" ")[0])
        .map(name -> DynamicTest.dynamicTest(name, () -> without(Loss.of(name))));
  }

  private static void without(Loss loss) {
    List<Sample> listed =
        new Points(loss, 3, 3)
            .samples(POINTS).stream()
                .flatMap(ExtremesTest::extremes)
                .filter(NO_LIMITS::hold)
                .toList();
    assertThat(listed).hasSizeGreaterThanOrEqualTo(POINTS);
    assertThat(listed).allSatisfy(s -> assertThat(s.computed().getFirst()[0]).isNaN());
  }

  /// A sample with each of its predictions in turn at each extreme of its domain. The simplex is
  /// one already.
  private static Stream<Sample> extremes(Sample sample) {
    return sample
        .predictions()
        .flatMap(place -> {
          Domain domain = sample.domain(place);
          return domain instanceof Domain.Simplex
              ? Stream.of(sample)
              : Arrays.stream(EXTREMES)
                  .filter(domain::contains)
                  .mapToObj(x -> sample.with(place, x));
        });
  }
}
