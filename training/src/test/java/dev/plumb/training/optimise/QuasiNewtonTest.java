package dev.plumb.training.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuasiNewtonTest {
  private static final QuasiNewton METHOD = new QuasiNewton(10, 1000, 1e-14, 1e-10);

  @Test
  void rosenbrocksValleyIsFollowedToItsEnd() {
    Minimum minimum =
        METHOD.minimise(
            (x, g) -> {
              double a = x[1] - x[0] * x[0];
              g[0] = -400 * x[0] * a - 2 * (1 - x[0]);
              g[1] = 200 * a;
              return 100 * a * a + (1 - x[0]) * (1 - x[0]);
            },
            new double[] {-1.2, 1},
            QuasiNewtonTest::ignore);
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-6));
    assertThat(minimum.evaluations()).isLessThan(80);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, QuasiNewton.FULL, QuasiNewton.FULL + 1, 1000})
  void anIllConditionedQuadraticIsSolvedWithTheFullMatrixAndWithAShortMemory(int size) {
    Minimum minimum =
        METHOD.minimise(
            (x, g) -> {
              double sum = 0;
              for (int i = 0; i < size; i++) {
                double scale = 1 + 99.0 * i / size;
                g[i] = scale * (x[i] - i);
                sum += scale * (x[i] - i) * (x[i] - i) / 2;
              }
              return sum;
            },
            new double[size],
            QuasiNewtonTest::ignore);
    assertThat(minimum.value()).isLessThan(1e-13 * size * size * size * 50);
    assertThat(minimum.point()[size - 1]).isCloseTo(size - 1, within(1e-2));
  }

  @Test
  void aKinkInEveryVariableIsReached() {
    // |x₀| + 3·|x₁ − x₀| + |x₂ + 1|, whose minimum is 0
    Minimum minimum =
        METHOD.minimise(
            (x, g) -> {
              g[0] = Math.signum(x[0]) - 3 * Math.signum(x[1] - x[0]);
              g[1] = 3 * Math.signum(x[1] - x[0]);
              g[2] = Math.signum(x[2] + 1);
              return Math.abs(x[0]) + 3 * Math.abs(x[1] - x[0]) + Math.abs(x[2] + 1);
            },
            new double[] {3, -7, 11},
            QuasiNewtonTest::ignore);
    assertThat(minimum.value()).isLessThan(1e-6);
  }

  @Test
  void aStepIntoInfinityIsShortened() {
    // −log(x) + x, infinite at and below 0; a first step from 10 leads far beyond
    Minimum minimum =
        METHOD.minimise(
            (x, g) -> {
              g[0] = 1 - 1 / x[0];
              return x[0] <= 0 ? Double.POSITIVE_INFINITY : x[0] - Math.log(x[0]);
            },
            new double[] {1e-3},
            QuasiNewtonTest::ignore);
    assertThat(minimum.point()[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void theEndIsNamed() {
    Objective bowl =
        (x, g) -> {
          g[0] = 2 * x[0];
          return x[0] * x[0];
        };
    assertThat(METHOD.minimise(bowl, new double[1], QuasiNewtonTest::ignore).reason())
        .isEqualTo(Minimum.Reason.FLAT);
    Objective tail =
        (x, g) -> {
          g[0] = -Math.exp(-x[0]);
          return Math.exp(-x[0]);
        };
    assertThat(
            new QuasiNewton(5, 3, 1e-9, 1e-9)
                .minimise(tail, new double[1], QuasiNewtonTest::ignore)
                .reason())
        .isEqualTo(Minimum.Reason.ITERATIONS);
  }

  @Test
  void anObjectiveThatFallsWithoutEndIsRefused() {
    Objective slope =
        (x, g) -> {
          g[0] = 1;
          return x[0];
        };
    assertThatThrownBy(() -> METHOD.minimise(slope, new double[1], QuasiNewtonTest::ignore))
        .isInstanceOf(Interruption.class)
        .hasMessage("the objective falls without end, so it has no minimum");
  }

  @Test
  void anUndefinedPointInterruptsWithTheLastAccepted() {
    var accepted = new ArrayList<double[]>();
    Objective cliff =
        (x, g) -> {
          if (x[0] < -2) {
            throw new UndefinedException("no value at " + x[0]);
          }
          g[0] = 1;
          return x[0];
        };
    Interruption stop =
        catchThrowableOfType(
            Interruption.class,
            () -> METHOD.minimise(cliff, new double[1], (i, x, v) -> accepted.add(x.clone())));
    assertThat(stop.getMessage()).startsWith("no value at -");
    assertThat(stop.iteration()).isEqualTo(accepted.size());
    assertThat(stop.lastGood()).isEqualTo(accepted.getLast());
  }

  @Test
  void everyAcceptedStepGoesDown() {
    var values = new ArrayList<Double>();
    METHOD.minimise(
        (x, g) -> {
          double sum = 0;
          for (int i = 0; i < 4; i++) {
            g[i] = (i + 1) * Math.signum(x[i] - i) + 0.1 * x[i];
            sum += (i + 1) * Math.abs(x[i] - i) + 0.05 * x[i] * x[i];
          }
          return sum;
        },
        new double[] {9, -9, 9, -9},
        (i, x, v) -> values.add(v));
    assertThat(values).isSortedAccordingTo((a, b) -> Double.compare(b, a)).hasSizeGreaterThan(5);
  }

  private static void ignore(int iteration, double[] point, double value) {
    assertThat(Arrays.stream(point).allMatch(Double::isFinite)).isTrue();
  }
}
