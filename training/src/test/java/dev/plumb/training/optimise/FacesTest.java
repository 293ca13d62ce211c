package dev.plumb.training.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FacesTest {
  private static final QuasiNewton METHOD = new QuasiNewton(10, 5000, 1e-12, 1e-10).atKinks(100);

  /// 3·|x₀ − 2| + |x₁ − x₀| / 2 + max(0, x₂ + 1) / 2: under weights of 1 the minimum is 3.5, at (2,
  /// 0, 0).
  private static double corners(double[] x, double[] g) {
    double pull = x[1] > x[0] ? 0.5 : -0.5;
    g[0] = (x[0] > 2 ? 3 : -3) - pull;
    g[1] = pull;
    g[2] = x[2] > -1 ? 0.5 : 0;
    return 3 * Math.abs(x[0] - 2) + Math.abs(x[1] - x[0]) / 2 + Math.max(0, x[2] + 1) / 2;
  }

  @Test
  void whatBelongsToZeroIsExactlyZero() {
    var told = new ArrayList<double[]>();
    Minimum minimum =
        new Faces(METHOD)
            .minimise(
                FacesTest::corners,
                new Lasso(1, 1, 1),
                new double[] {-3, 5, 7},
                (i, x, v) -> told.add(x.clone()));
    assertThat(minimum.value()).isCloseTo(3.5, within(1e-9));
    assertThat(minimum.point()[0]).isCloseTo(2, within(1e-8));
    assertThat(minimum.point()[1]).isEqualTo(0);
    assertThat(minimum.point()[2]).isEqualTo(0);
    assertThat(told.getLast()).isEqualTo(minimum.point());
  }

  @Test
  void aVariableWithoutWeightIsNeverPutToZero() {
    Minimum minimum =
        new Faces(METHOD)
            .minimise(
                (x, g) -> {
                  g[0] = x[0] > 1e-7 ? 1 : -1;
                  g[1] = x[1] > 5 ? 1 : -1;
                  return Math.abs(x[0] - 1e-7) + Math.abs(x[1] - 5);
                },
                new Lasso(0, 0.5),
                new double[] {1, 1},
                FacesTest::ignore);
    assertThat(minimum.point()[0]).isCloseTo(1e-7, within(1e-9));
    assertThat(minimum.point()[1]).isCloseTo(5, within(1e-8));
  }

  @Test
  void aSearchThatIsStuckAtAKinkGoesOn() {
    // 5·|x₀ − x₁| + |x₀ + x₁ − 4|: at the start every step along the slope goes up
    Objective valley =
        (x, g) -> {
          double across = x[0] >= x[1] ? 5 : -5;
          double along = x[0] + x[1] >= 4 ? 1 : -1;
          g[0] = across + along;
          g[1] = along - across;
          return 5 * Math.abs(x[0] - x[1]) + Math.abs(x[0] + x[1] - 4);
        };
    double[] start = {1, 1};
    assertThat(METHOD.minimise(valley, start, FacesTest::ignore).value()).isEqualTo(2);
    Minimum minimum =
        new Faces(METHOD).minimise(valley, new Lasso(0.01, 0.01), start, FacesTest::ignore);
    assertThat(minimum.value()).isCloseTo(0.04, within(1e-8));
  }

  @Test
  void anUndefinedPointInterruptsWithTheLastAcceptedOfAllVariables() {
    var accepted = new ArrayList<double[]>();
    Objective cliff =
        (x, g) -> {
          if (x[0] < -2) {
            throw new UndefinedException("no value at " + x[0]);
          }
          g[0] = 1;
          g[1] = 0;
          return x[0];
        };
    Interruption stop =
        catchThrowableOfType(
            Interruption.class,
            () ->
                new Faces(METHOD)
                    .minimise(
                        cliff,
                        new Lasso(0, 1),
                        new double[2],
                        (i, x, v) -> accepted.add(x.clone())));
    assertThat(stop.getMessage()).startsWith("no value at -");
    assertThat(stop.lastGood()).isEqualTo(accepted.getLast()).hasSize(2);
  }

  private static void ignore(int iteration, double[] point, double value) {
    assertThat(value).isFinite();
  }
}
