package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.training.optimise.Curved.Model;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The curvature of a mean loss, which is made of the products of columns.
class GramTest {
  @ParameterizedTest
  @ValueSource(strings = {"squared_error", "pseudo_huber(delta = 3)", "expectile(expectile = 0.9)"})
  void theCurvatureAgreesWithDifferencesOfTheGradient(String loss) {
    Dataset data = Samples.weighted(Samples.line(1300, 3, 11), 1, 0, 2.5);
    MeanLoss objective = objective(Loss.of(loss), data, 1);
    var random = new SplitMix(7);
    var point = new double[objective.layout().size()];
    Arrays.setAll(point, i -> Samples.normal(random));
    double[][] curvature = curvature(objective, Loss.of(loss), data, point);
    double step = 1e-4;
    for (int j = 0; j < point.length; j++) {
      double[] above = gradient(objective, point, j, step);
      double[] below = gradient(objective, point, j, -step);
      for (int i = j; i < point.length; i++) {
        assertThat(curvature[i][j])
            .as("%d, %d", i, j)
            .isCloseTo((above[i] - below[i]) / (2 * step), within(2e-3));
      }
    }
  }

  @Test
  void aFarMeanCostsTheCurvatureNoDigits() {
    Dataset near = Samples.line(2000, 1, 3);
    float[] far = ((Feature.Numeric) near.features().get(0)).values().clone();
    for (int i = 0; i < far.length; i++) {
      far[i] = 1e6f + Math.round(far[i] * 8);
    }
    var data =
        new Dataset("far", java.util.List.of(new Feature.Numeric("x", far)), near.target(), null);
    Loss loss = Loss.of("squared_error");
    MeanLoss objective = objective(loss, data, 1);
    double[][] curvature = curvature(objective, loss, data, new double[objective.layout().size()]);
    // Standardised: the mean of squares is 1, the penalty 0.2, and the means themselves are 0 up to
    // the mean's
    // float.
    assertThat(curvature[1][1]).isCloseTo(2.2, within(1e-12));
    assertThat(curvature[0][0]).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void threadsChangeNoBit(int threads) {
    Dataset data = Samples.line(30_000, 4, 2);
    Loss loss = Loss.of("log_cosh");
    double[] point = {1, 2, 3, 0.1, -1, 0.5, 0.25, 0.125, 1};
    assertThat(curvature(objective(loss, data, threads), loss, data, point))
        .isDeepEqualTo(curvature(objective(loss, data, 1), loss, data, point));
  }

  private static MeanLoss objective(Loss loss, Dataset data, int threads) {
    int[] rows = Design.all(data);
    Design design = Design.of(Encoding.of(data, rows), data, rows, Workers.NONE);
    return new MeanLoss(design, Pairing.of(loss, data), Penalty.l2(0.2), Workers.of(threads));
  }

  private static double[][] curvature(MeanLoss objective, Loss loss, Dataset data, double[] point) {
    double[][] curvature = new double[point.length][point.length];
    Curving curving = Curving.of(Pairing.of(loss, data)).orElseThrow();
    objective.curved(curving).at(point, new double[point.length], curvature, Model.EXACT);
    return curvature;
  }

  private static double[] gradient(MeanLoss objective, double[] point, int j, double step) {
    double[] moved = point.clone();
    moved[j] += step;
    var gradient = new double[point.length];
    objective.at(moved, gradient);
    return gradient;
  }
}
