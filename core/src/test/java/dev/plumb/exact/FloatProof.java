package dev.plumb.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stated errors, at all 2^32 floats: `./verify -pl core -Pproof`. `-Dplumb.proof.stride=17`
/// asks every seventeenth, `-Dplumb.proof.functions=exp,log` only some functions.
class FloatProof {
  private static final int STRIDE = Integer.getInteger("plumb.proof.stride", 1);
  private static final String ONLY = System.getProperty("plumb.proof.functions", "");

  static List<Function> functions() {
    return FloatAccuracyTest.functions().stream()
        .filter(f -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(f.name()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void errors_are_within_what_is_stated_at_every_float(Function function) {
    FloatSweep sweep = FloatSweep.of(function, STRIDE);
    System.out.printf(
        "%-24s %3d instructions, %.3f ulp at %s, of %,d floats%n",
        function, function.size(), sweep.ulps(), sweep.at(), sweep.points());
    assertThat(sweep.ulps()).isGreaterThan(0.4).isLessThanOrEqualTo(function.error());
  }
}
