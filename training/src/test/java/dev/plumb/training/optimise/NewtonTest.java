package dev.plumb.training.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewtonTest {
  private static final Newton METHOD = new Newton(100, 1e-20, 1e-12, 0);

  /// A function with its derivatives.
  private record Function(boolean isConvex, Formula formula) implements Curved {
    interface Formula {
      double at(double[] x, double[] gradient, double[][] curvature, Model model);
    }

    @Override
    public double at(double[] x, double[] gradient, double[][] curvature, Model model) {
      return formula.at(x, gradient, curvature, model);
    }
  }

  @Test
  void aParabolaTakesOneStep() {
    var parabola =
        new Function(
            true,
            (x, g, h, model) -> {
              g[0] = 4 * (x[0] - 3);
              h[0][0] = 4;
              return 2 * (x[0] - 3) * (x[0] - 3);
            });
    Minimum minimum = minimise(parabola, Lasso.NONE, 100);
    assertThat(minimum.iterations()).isEqualTo(1);
    assertThat(minimum.point()[0]).isCloseTo(3, within(1e-14));
  }

  @Test
  void aStepThatGoesTooFarIsShortened() {
    // log cosh: the plain step from 3 overshoots to −97, and ever farther.
    var logCosh =
        new Function(
            true,
            (x, g, h, model) -> {
              double t = Math.tanh(x[0]);
              g[0] = t;
              h[0][0] = model == Curved.Model.EXACT ? 1 - t * t : t / x[0];
              return Math.log(Math.cosh(x[0]));
            });
    Minimum minimum = minimise(logCosh, Lasso.NONE, 3);
    assertThat(minimum.point()[0]).isCloseTo(0, within(1e-12));
    assertThat(minimum.iterations()).isLessThan(15);
  }

  @Test
  void wherethereIsNoSecondDerivativeTheUsableCurvatureServes() {
    // Huber, far out.
    var huber =
        new Function(
            true,
            (x, g, h, model) -> {
              double size = Math.abs(x[0]);
              g[0] = Math.clamp(x[0], -1, 1);
              h[0][0] = model == Curved.Model.EXACT ? (size <= 1 ? 1 : 0) : 1 / Math.max(1, size);
              return size <= 1 ? size * size / 2 : size - 0.5;
            });
    Minimum minimum = minimise(huber, Lasso.NONE, 1e6);
    assertThat(minimum.point()[0]).isCloseTo(0, within(1e-12));
    assertThat(minimum.iterations()).isLessThan(5);
  }

  @Test
  void aValleyThatIsNotConvexIsFollowedToItsEnd() {
    var rosenbrock =
        new Function(
            false,
            (x, g, h, model) -> {
              double a = x[1] - x[0] * x[0];
              g[0] = -400 * x[0] * a - 2 * (1 - x[0]);
              g[1] = 200 * a;
              h[0][0] =
                  (model == Curved.Model.EXACT ? -400 * a : 400 * Math.abs(a))
                      + 800 * x[0] * x[0]
                      + 2;
              h[1][0] = -400 * x[0];
              h[1][1] = 200;
              return 100 * a * a + (1 - x[0]) * (1 - x[0]);
            });
    Minimum minimum = minimise(rosenbrock, Lasso.NONE, -1.2, 1);
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-9));
  }

  @Test
  void aLassoPutsAVariableToExactlyZero() {
    var sum =
        new Function(
            true,
            (x, g, h, model) -> {
              g[0] = Math.exp(x[0]) - 2;
              g[1] = x[1] - 0.3;
              h[0][0] = Math.exp(x[0]);
              h[1][1] = 1;
              return Math.exp(x[0]) - 2 * x[0] + (x[1] - 0.3) * (x[1] - 0.3) / 2;
            });
    Minimum minimum = minimise(sum, new Lasso(0.5, 0.5), 4, 4);
    assertThat(minimum.point()).containsExactly(new double[] {Math.log(1.5), 0}, within(1e-12));
    assertThat(minimum.point()[1]).isEqualTo(0);
    assertThat(Vectors.largest(minimum.gradient())).isLessThan(1e-11);
  }

  @Test
  void kinksRoundedEverLessLeadToTheirCorner() {
    // |x₀| + 3·|x₁ − x₀ − 1| + |x₀ + x₁|, whose minimum is 1/2, at (−1/2, 1/2).
    double[][] rows = {{1, 0, 0, 1}, {-1, 1, -1, 3}, {1, 1, 0, 1}};
    Objective exact =
        (x, g) -> {
          double sum = 0;
          for (double[] row : rows) {
            sum += row[3] * Math.abs(row[0] * x[0] + row[1] * x[1] + row[2]);
          }
          return sum;
        };
    Minimum minimum =
        new Smoothing(10, 1e-6, 300, 1e-9)
            .minimise(
                exact,
                width -> rounded(rows, width),
                Lasso.NONE,
                new double[] {9, -4},
                NewtonTest::ignore);
    assertThat(minimum.value()).isCloseTo(0.5, within(1e-12));
    assertThat(minimum.point()[1] - minimum.point()[0]).isCloseTo(1, within(1e-9));
  }

  private static Curved rounded(double[][] rows, double width) {
    return new Function(
        true,
        (x, g, h, model) -> {
          g[0] = g[1] = 0;
          for (double[] row : rows) {
            double r = row[0] * x[0] + row[1] * x[1] + row[2];
            double slope = row[3] * Math.clamp(r / width, -1, 1);
            double bend = Math.abs(r) < width ? row[3] / width : 0;
            for (int i = 0; i < 2; i++) {
              g[i] += slope * row[i];
              for (int j = 0; j <= i; j++) {
                h[i][j] += bend * row[i] * row[j];
              }
            }
          }
          return Double.NaN;
        });
  }

  @Test
  void aPointWithoutAValueInterruptsAndKeepsTheLastGoodPoint() {
    var broken =
        new Function(
            true,
            (x, g, h, model) -> {
              if (x[0] < 0) {
                throw new UndefinedException("no value below 0");
              }
              g[0] = 1;
              h[0][0] = 1;
              return x[0];
            });
    Interruption stop =
        catchThrowableOfType(Interruption.class, () -> minimise(broken, Lasso.NONE, 2.5));
    assertThat(stop.lastGood()[0]).isCloseTo(0.5, within(1e-12));
    assertThat(stop.iteration()).isEqualTo(2);
  }

  private static Minimum minimise(Curved function, Lasso lasso, double... start) {
    return METHOD.minimise(function, lasso, start, NewtonTest::ignore);
  }

  private static void ignore(int iteration, double[] point, double value) {}
}
