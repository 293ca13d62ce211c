package dev.plumb.training.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ParabolaTest {
  @Test
  void withoutALassoTheStepSolvesTheSystem() {
    var parabola =
        parabola(
            new double[2],
            new double[] {-4, -5},
            Lasso.NONE,
            new double[] {2},
            new double[] {1, 2});
    assertThat(parabola.lowest().orElseThrow()).containsExactly(new double[] {1, 2}, within(1e-14));
    assertThat(parabola.promise(new double[] {1, 2})).isEqualTo(-14);
  }

  @Test
  void aLassoShrinksEachVariableOfADiagonalMatrix() {
    var lasso = new Lasso(1, 1, 1);
    var parabola =
        parabola(
            new double[3],
            new double[] {-5, 0.5, 3},
            lasso,
            new double[] {2},
            new double[] {0, 1},
            new double[] {0, 0, 4});
    assertThat(parabola.lowest().orElseThrow())
        .containsExactly(new double[] {2, 0, -0.5}, within(1e-14));
  }

  @Test
  void theLowestPointWithALassoHasNoSlopeLeft() {
    var random = new SplitMix(3);
    for (int size = 1; size < 30; size++) {
      int n = size;
      double[][] root = new double[n][n];
      Arrays.setAll(root, i -> drawn(n, random));
      double[][] matrix = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] = Vectors.dot(root[i], root[j]) + (i == j ? 0.1 : 0);
        }
      }
      double[] weights = Arrays.stream(drawn(n, random)).map(x -> Math.abs(x) / 2).toArray();
      double[] point = drawn(n, random);
      var parabola = new Parabola(point, drawn(n, random), matrix, new Lasso(weights));
      double[] step = parabola.lowest().orElseThrow();
      double[] slope = parabola.gradient().clone();
      for (int i = 0; i < n; i++) {
        slope[i] += Vectors.dot(matrix[i], step);
      }
      double[] left = new Lasso(weights).least(Vectors.along(point, 1, step), slope);
      assertThat(Vectors.largest(left)).as("of %d variables", n).isLessThan(1e-8);
    }
  }

  @Test
  void aDirectionWithoutCurvatureHasNoLowestPointButWithARidge() {
    var flat =
        parabola(
            new double[2], new double[] {1, 1}, Lasso.NONE, new double[] {1}, new double[] {0, 0});
    assertThat(flat.lowest()).isEmpty();
    double[] step = flat.lowestWithRidge();
    assertThat(flat.promise(step)).isNegative();
  }

  private static double[] drawn(int size, SplitMix random) {
    var numbers = new double[size];
    Arrays.setAll(numbers, i -> 2 * random.nextDouble() - 1);
    return numbers;
  }

  private static Parabola parabola(
      double[] point, double[] gradient, Lasso lasso, double[]... rows) {
    return new Parabola(point, gradient, rows, lasso);
  }
}
