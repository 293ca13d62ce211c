package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.training.Target;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {
  private static final Offset<Double> CLOSE = within(1e-3);

  @ParameterizedTest
  @CsvSource({
    "huber(delta = 2), NUMBER, RESIDUAL",
    "quantile(quantile = 0.9), NUMBER, RESIDUAL",
    "log(1 + (p - y)^2), NUMBER, RESIDUAL",
    "squared_log_error, POSITIVE, PREDICTION",
    "poisson, COUNT, PREDICTION",
    "(p - y)^2 / (1 + y^2), NUMBER, PREDICTION",
    "hinge, TWO_CLASSES, MARGIN",
    "sigmoid_cross_entropy, TWO_CLASSES, MARGIN",
    "binary_cross_entropy, TWO_CLASSES, MARGIN",
    "sparse_softmax_cross_entropy, MANY_CLASSES, MARGIN",
    "softmax_cross_entropy, MANY_CLASSES, MARGIN",
    "squared_error, TWO_CLASSES,",
    "hinge, NUMBER, PREDICTION",
    "softmax_cross_entropy, NUMBER,"
  })
  void is_drawn_against(String loss, Target.Kind kind, Axis axis) {
    assertThat(Axis.of(Loss.of(loss), kind)).isEqualTo(Optional.ofNullable(axis));
  }

  @ParameterizedTest
  @CsvSource({
    "squared_error, RESIDUAL, 3, 9, 6",
    "absolute_error, RESIDUAL, -3, 3, -1",
    "huber(delta = 1), RESIDUAL, 3, 2.5, 1",
    "hinge, MARGIN, -1, 2, -1",
    "exponential, MARGIN, 0, 1, -1",
    "sigmoid_cross_entropy, MARGIN, 0, 0.6931471805599453, -0.5",
    "binary_cross_entropy, MARGIN, 0, 0.6931471805599453, -0.5",
    "sparse_softmax_cross_entropy, MARGIN, 0, 0.6931471805599453, -0.5",
    "softmax_cross_entropy, MARGIN, 0, 0.6931471805599453, -0.5",
    "cross_entropy, MARGIN, 0, 0.6931471805599453, -0.5",
    "poisson, PREDICTION, 2, 1.306852819440055, 1"
  })
  void has_the_librarys_value_and_gradient(
      String loss, Axis axis, double x, double value, double gradient) {
    Curve curve = Curve.of(loss, Loss.of(loss), axis, axis == Axis.PREDICTION ? 0 : -4, 4);
    assertThat(curve.valueAt(x)).isCloseTo(value, CLOSE);
    assertThat(curve.gradientAt(x)).isCloseTo(gradient, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({"squared_error, 2", "absolute_error, 1", "huber(delta = 9), 2"})
  void is_one_at_the_typical_residual(String loss, double slope) {
    Spread spread = new Spread(new double[] {-6, -2, 2, 6}, new double[] {1, 5, 5, 1});
    Scale scale = Scale.of(Axis.RESIDUAL, spread);
    Curve curve = scale.on(Curve.of(loss, Loss.of(loss), scale.axis(), scale.low(), scale.high()));
    assertThat(curve.valueAt(-2)).isCloseTo(1, within(0.01));
    assertThat(curve.gradientAt(2)).isCloseTo(slope, within(0.01));
  }
}
