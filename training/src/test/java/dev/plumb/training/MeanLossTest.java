package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeanLossTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(Handwritten.SQUARED, Samples.line(5000, 3, 1)),
        Arguments.of(Handwritten.huber(2), Samples.weighted(Samples.line(1300, 3, 2), 1, 0, 3)),
        Arguments.of(Handwritten.SQUARED, Samples.line(700, 140, 3)),
        Arguments.of(Handwritten.SQUARED, Samples.levels(2000, 1100)),
        Arguments.of(Handwritten.LOGISTIC, Samples.classes(600, 3, 2, 4)),
        Arguments.of(Handwritten.SOFTMAX, Samples.classes(4700, 2, 4, 5)),
        Arguments.of(
            Handwritten.SOFTMAX, Samples.weighted(Samples.classes(600, 2, 3, 5), 2, 1, 0)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientAgreesWithDifferences(Loss loss, Dataset data) {
    Pairing pairing = Pairing.of(loss, data);
    int[] rows = Design.all(data);
    Design design = Design.of(Encoding.of(data, rows), data, rows, Workers.NONE);
    var objective = new MeanLoss(design, pairing, Penalty.l2(0.3), Workers.NONE);
    var random = new SplitMix(7);
    var point = new double[objective.layout().size()];
    Arrays.setAll(point, i -> Samples.normal(random) / 3);
    var gradient = new double[point.length];
    double value = objective.at(point, gradient);
    for (int i = 0; i < point.length; i++) {
      double step = 1e-3;
      double difference =
          (8 * (value(objective, point, i, step) - value(objective, point, i, -step))
                  - (value(objective, point, i, 2 * step) - value(objective, point, i, -2 * step)))
              / (12 * step);
      assertThat(gradient[i])
          .as("variable %d", i)
          .isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(difference)) + 1e-12 * value));
    }
  }

  private static double value(MeanLoss objective, double[] point, int i, double step) {
    double[] moved = point.clone();
    moved[i] += step;
    return objective.at(moved, new double[point.length]);
  }
}
