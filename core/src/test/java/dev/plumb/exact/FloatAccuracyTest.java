package dev.plumb.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stated errors, at every 4099th float; [FloatProof] asks all.
class FloatAccuracyTest {
  private static final int STRIDE = 4099;

  static List<Function> functions() {
    return Functions.all().stream()
        .filter(f -> f.precision() == Precision.FLOAT && f.arguments() == 1)
        .toList();
  }

  @Test
  void every_function_of_one_float_is_swept() {
    assertThat(functions()).hasSize(25);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void errors_are_within_what_is_stated(Function function) {
    FloatSweep sweep = FloatSweep.of(function, STRIDE);
    assertThat(sweep.points()).isEqualTo((1L << 32) / STRIDE);
    assertThat(sweep.ulps())
        .as("%s at %s", function, sweep.at())
        .isGreaterThan(0.4)
        .isLessThanOrEqualTo(function.error());
  }

  @Test
  void errors_of_powers_are_within_what_is_stated() {
    Function power = Functions.of("power", Precision.FLOAT).orElseThrow();
    var random = new Random(7);
    double worst = 0;
    for (int i = 0; i < 200_000; i++) {
      float a = (float) StrictMath.exp(random.nextDouble(-80, 80));
      float b = (float) (random.nextDouble(-104, 89) / StrictMath.log(a));
      worst = Math.max(worst, FloatSweep.ulps(power.apply(a, b), StrictMath.pow(a, b)));
    }
    assertThat(worst).isBetween(0.5, power.error());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void the_sweep_sees_a_wrong_last_digit(Function function) {
    float value = function.apply(0.75f);
    double truth = value;
    assertThat(FloatSweep.ulps(Math.nextUp(value), truth)).isBetween(0.5, 2.0);
    assertThat(FloatSweep.ulps(Float.NaN, truth)).isInfinite();
    assertThat(FloatSweep.ulps(-0f, 0.0)).isInfinite();
    assertThat(FloatSweep.ulps(Float.MAX_VALUE, Double.POSITIVE_INFINITY)).isInfinite();
  }
}
