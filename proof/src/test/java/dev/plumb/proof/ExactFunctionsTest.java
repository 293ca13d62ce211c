package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.exact.Function;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stated errors of the functions of doubles, at random points; [ExactFunctionsProof] asks
/// more.
class ExactFunctionsTest {
  private static final int POINTS = 100_000;

  static List<Function> functions() {
    return ExactFunctions.all();
  }

  @Test
  void every_function_is_asked() {
    assertThat(functions()).hasSize(26);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void errors_are_within_what_is_stated(Function function) {
    ExactFunctions.Worst worst = ExactFunctions.worst(function, POINTS, 1);
    assertThat(worst.ulps()).as("%s %s", function, worst).isBetween(0.5, function.error());
  }

  @Test
  void a_wrong_last_digit_is_seen() {
    Truth truth = DoubledFunctions.exp(Doubled.of(-1));
    assertThat(truth.ulps(Math.nextUp(StrictMath.exp(-1)))).isBetween(0.5, 1.5);
    assertThat(truth.ulps(Double.NaN)).isInfinite();
    assertThat(DoubledFunctions.exp(Doubled.of(-745)).ulps(0)).isBetween(0.5, 1.5);
    assertThat(DoubledFunctions.exp(Doubled.of(709)).ulps(Double.POSITIVE_INFINITY))
        .isGreaterThan(1e15);
    assertThat(DoubledFunctions.exp(Doubled.of(800)).ulps(Double.MAX_VALUE)).isInfinite();
  }
}
