package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.exact.Function;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stated errors of the functions of doubles, at ten million points each, or at
/// `-Dplumb.proof.points`: `./verify -Pproof`.
class ExactFunctionsProof {
  private static final long POINTS = Long.getLong("plumb.proof.points", 10_000_000);

  static List<Function> functions() {
    return ExactFunctions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void errors_are_within_what_is_stated(Function function) {
    ExactFunctions.Worst worst = ExactFunctions.worst(function, POINTS, 1000);
    System.out.printf(
        "%-24s %3d instructions, %.3f ulp at %s, of %,d points%n",
        function, function.size(), worst.ulps(), worst.a(), POINTS);
    assertThat(worst.ulps()).as("%s", worst).isBetween(0.5, function.error());
  }
}
