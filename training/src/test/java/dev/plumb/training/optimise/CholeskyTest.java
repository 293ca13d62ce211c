package dev.plumb.training.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
  @Test
  void aPositiveMatrixIsSolved() {
    double[][] matrix = {{4}, {2, 3}, {-1, 0.5, 2}};
    double[] x = Cholesky.of(matrix, 0).orElseThrow().solve(new double[] {5, 9.5, 6});
    assertThat(x).containsExactly(new double[] {1, 2, 3}, within(1e-14));
  }

  @Test
  void aRowThatDependsOnOthersIsLeftOut() {
    // The third is the sum of the first two.
    double[][] matrix = {{2}, {1, 3}, {3, 4, 7}};
    double[] x = Cholesky.of(matrix, 0).orElseThrow().solve(new double[] {3, 4, 7});
    assertThat(x).containsExactly(new double[] {1, 1, 0}, within(1e-14));
  }

  @Test
  void aDirectionOfNegativeCurvatureIsFound() {
    assertThat(Cholesky.of(new double[][] {{1}, {2, 1}}, 0)).isEmpty();
    assertThat(Cholesky.of(new double[][] {{1}, {2, 1}}, 4)).isPresent();
  }

  @Test
  void aNaNIsNoCurvature() {
    assertThat(Cholesky.of(new double[][] {{Double.NaN}}, 0)).isEmpty();
  }
}
