package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Digits for hard labels: the loss of a sure and right score is tiny, not 0.
class CrossEntropyDigitsTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static void binary(String formula, double z, double y, double value, double slope) {
    double[] found = new double[1];
    double[] gradient = new double[1];
    Loss.of(formula)
        .evaluate(
            Batch.of(new double[] {z}, new double[] {y}), 0, 1, Each.gradient(found, gradient));
    assertThat(found[0]).as("%s at %s | %s", formula, z, y).isEqualTo(value);
    assertThat(gradient[0]).as("gradient of %s at %s | %s", formula, z, y).isEqualTo(slope);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))",
        "softplus(z) - y * z",
        "log(1 + exp(z)) - y * z",
        "max(z, 0) - y * z + log1p(exp(-abs(z)))",
        "-(y * log(exp(z) / (1 + exp(z))) + (1 - y) * log(1 / (1 + exp(z))))",
        "-(y * log(1 / (1 + exp(-z))) + (1 - y) * log(1 - 1 / (1 + exp(-z))))",
        "sigmoid_cross_entropy"
      })
  void binary(String formula) {
    binary(formula, 50, 1, 1.9287498479639178e-22, -1.9287498479639178e-22);
    binary(formula, -50, 0, 1.9287498479639178e-22, 1.9287498479639178e-22);
    binary(formula, 50, 0, 50, 1);
    binary(formula, -50, 1, 50, -1);
    binary(formula, 0, 0, Math.log(2), 0.5);
    binary(formula, -0.0, 1, Math.log(2), -0.5);
    binary(formula, 745, 1, 4.9e-324, -4.9e-324);
    binary(formula, 1e4, 1, 0, -0.0);
    binary(formula, Double.MAX_VALUE, 0, Double.MAX_VALUE, 1);
    binary(formula, INF, 1, 0, -0.0);
    binary(formula, -INF, 0, 0, 0);
    binary(formula, INF, 0, INF, 1);
    binary(formula, -INF, 1, INF, -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log(sum(exp(z))) - z[y]",
        "-log(softmax(z)[y])",
        "logsumexp(z) - z[y]",
        "sparse_softmax_cross_entropy"
      })
  void many(String formula) {
    row(formula, 1, List.of(0.0, 50.0), 1.9287498479639178e-22);
    row(formula, 1, List.of(50.0, 0.0), 50);
    row(formula, 0, List.of(0.0, 0.0), Math.log(2));
    row(formula, 0, List.of(1e4, 0.0, 0.0), 0);
    row(formula, 1, List.of(1e4, 0.0, 0.0), 1e4);
    row(formula, 0, List.of(INF, 0.0, 0.0), 0);
    row(formula, 1, List.of(INF, 0.0, 0.0), INF);
    row(formula, 0, List.of(-INF, 0.0, 0.0), INF);
    row(formula, 1, List.of(-INF, 0.0, 0.0), Math.log(2));
  }

  private static void row(String formula, int y, List<Double> z, double value) {
    double[] found = new double[1];
    double[] gradient = new double[z.size()];
    double[] scores = z.stream().mapToDouble(v -> v).toArray();
    Loss.of(formula)
        .evaluate(
            Batch.rows(scores, z.size(), new double[] {y}), 0, 1, Each.gradient(found, gradient));
    assertThat(found[0]).as("%s at %s | %s", formula, z, y).isEqualTo(value);
    assertThat(gradient).as("gradient of %s at %s | %s", formula, z, y).doesNotContain(Double.NaN);
    assertThat(java.util.Arrays.stream(gradient).sum()).isBetween(-1e-15, 1e-15);
    assertThat(gradient[y]).isNotPositive();
  }
}
