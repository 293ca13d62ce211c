package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The kernel of every loss of the catalogue against its mathematics in 50 digits: value, gradient
/// and hessian. Prints the worst point of each loss. `-Dplumb.points=10000` is the long proof.
class AccuracyTest {
  private static final int POINTS = Integer.getInteger("plumb.points", 30);

  /// How many of the numbers the witness may leave open.
  private static final double OPEN = 0.1;

  @TestFactory
  Stream<DynamicTest> is_right_to_the_last_digits() {
    return OpenFaults.of("accuracy.txt").each(2, AccuracyTest::accurate);
  }

  private static void accurate(Loss loss) {
    var witness = Witness.of(loss.calculus().orElseThrow());
    List<Finding> all =
        samples(loss).flatMap(sample -> Finding.all(sample, witness).stream()).toList();
    List<Finding> told = all.stream().filter(Finding::isTold).toList();
    assertThat(told.size()).isGreaterThanOrEqualTo((int) ((1 - OPEN) * all.size()));

    Finding worst = told.stream().max(Comparator.comparingDouble(Finding::error)).orElseThrow();
    System.out.println("accuracy: " + worst);
    assertThat(told.stream().filter(faults(loss, witness)).limit(5)).isEmpty();
  }

  private static Predicate<Finding> faults(Loss loss, Witness witness) {
    if (!Pulls.balancing().contains(loss.name())) {
      return finding -> !finding.isAllowed(witness);
    }
    var pulls = Witness.ofPulls(loss.calculus().orElseThrow());
    return finding -> !finding.isAllowed(witness, pulls);
  }

  /// A loss is measured against its pulls only where it has to be.
  @TestFactory
  Stream<DynamicTest> pulls_balance_where_that_is_said() {
    assertThat(Pulls.balancing()).isNotEmpty();
    return Pulls.balancing().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> balance(Loss.of(name))));
  }

  private static void balance(Loss loss) {
    var witness = Witness.of(loss.calculus().orElseThrow());
    Stream<Finding> findings =
        new Points(loss, 3, 1)
            .samples(10 * POINTS).stream().flatMap(s -> Finding.all(s, witness).stream());
    assertThat(findings.anyMatch(finding -> !finding.isAllowed(witness))).isTrue();
  }

  /// Half of them with the parameters as they are by default.
  private static Stream<Sample> samples(Loss loss) {
    return Stream.concat(
        new Points(loss, 3, 1).samples(POINTS / 2).stream(),
        Stream.iterate(0, i -> i < 5, i -> i + 1)
            .flatMap(
                i -> new Points(Points.varied(loss, i), 2 + i, i).samples(POINTS / 10).stream()));
  }
}
