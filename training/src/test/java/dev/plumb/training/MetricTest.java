package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {
  /// Targets 1, 2, 4, 9 and predictions 2, 2, 2, 3; by hand.
  @ParameterizedTest
  @CsvSource({
    "MAE, 2.25",
    "RMSE, 3.2015621187164243",
    "MEDIAN_ABSOLUTE_ERROR, 1.5",
    "R2, -0.0789473684210527",
    "POISSON_DEVIANCE, 2.483476069846412",
    "RMSLE, 0.5623463072492684"
  })
  void metricsOfAmounts(Metric metric, double value) {
    var p = amounts(new double[] {1, 2, 4, 9}, null, 2, 2, 2, 3);
    assertThat(metric.of(p)).isCloseTo(value, within(1e-7));
  }

  /// Labels 0, 0, 1, 1 and probabilities of 1: .2, .6, .4, .9; by hand.
  @ParameterizedTest
  @CsvSource({"ACCURACY, 0.5", "AUC, 0.75", "LOG_LOSS, 0.5402713826800866", "BRIER, 0.1925"})
  void metricsOfTwoClasses(Metric metric, double value) {
    assertThat(metric.of(coin("logistic", 0.2, 0.6, 0.4, 0.9))).isCloseTo(value, within(1e-6));
    assertThat(metric.of(coin("sigmoid_cross_entropy", 0.2, 0.6, 0.4, 0.9)))
        .isCloseTo(value, within(1e-6));
    assertThat(metric.of(softmaxOfTwo(0.2, 0.6, 0.4, 0.9))).isCloseTo(value, within(1e-6));
  }

  @Test
  void aLossWithoutProbabilitiesHasNoLogLossAndItsSignDecides() {
    Prediction p = coin("hinge", 0.2, 0.6, 0.4, 0.9);
    assertThat(Metric.LOG_LOSS.of(p)).isNaN();
    assertThat(Metric.BRIER.of(p)).isNaN();
    assertThat(Metric.ACCURACY.of(p)).isEqualTo(0.5);
    assertThat(Metric.AUC.of(p)).isEqualTo(0.75);
  }

  @Test
  void aRegressionLossOnLabelsDecidesInTheMiddle() {
    Dataset data = two();
    Pairing pairing = Pairing.of(Loss.of("squared_error"), data);
    double[] scores = {0.4, 0.6, 0.49, 0.51};
    Prediction p = Prediction.of(pairing, data.target(), data.target().values(), null, scores);
    assertThat(p.labels()).containsExactly(0, 1, 0, 1);
  }

  /// Labels 0, 0, 1, 2 found as 0, 1, 1, 0.
  @ParameterizedTest
  @CsvSource({"ACCURACY, 0.5", "BALANCED_ACCURACY, 0.5", "MEAN_LEVEL_ERROR, 0.75"})
  void metricsOfManyClasses(Metric metric, double value) {
    assertThat(metric.of(rows())).isCloseTo(value, within(1e-12));
  }

  @Test
  void logLossOfManyClassesIsThatOfTheSoftmax() {
    // −log of e/(e+2), 1/(e+2), e/(e+2), 1/(e+2)
    double right = Math.log(Math.E + 2) - 1;
    double wrong = Math.log(Math.E + 2);
    assertThat(Metric.LOG_LOSS.of(rows())).isCloseTo((2 * right + 2 * wrong) / 4, within(1e-12));
  }

  @Test
  void aWeightCountsLikeCopies() {
    double[] targets = {1, 2, 4, 9};
    var weighted = amounts(targets, new double[] {1, 0, 2, 1}, 2, Double.NaN, 2, 3);
    var copied = amounts(new double[] {1, 4, 4, 9}, null, 2, 2, 2, 3);
    for (Metric metric : List.of(Metric.MAE, Metric.RMSE, Metric.R2, Metric.RMSLE)) {
      assertThat(metric.of(weighted)).as(metric.text()).isCloseTo(metric.of(copied), within(1e-12));
    }
  }

  @Test
  void aMetricThatIsALossIsThatLoss() {
    assertThat(Metric.MAE.of(amounts(new double[] {1}, null, 4)))
        .isEqualTo(Loss.of("mae").value(4, 1));
  }

  @Test
  void panelsAndDefaultsFollowTheKind() {
    assertThat(Metric.panel(Samples.stackloss().target()).getFirst()).isEqualTo(Metric.MAE);
    assertThat(Metric.panel(two().target()))
        .containsExactly(Metric.ACCURACY, Metric.AUC, Metric.LOG_LOSS, Metric.BRIER);
    assertThat(Panel.of(two().target(), "auc").getFirst()).isEqualTo(Metric.AUC);
  }

  @Test
  void anUnknownMetricHasNearNames() {
    assertThatThrownBy(() -> Metric.named("acuracy", two().target()))
        .hasMessage(
            "no metric acuracy for two classes; did you mean accuracy?; there are accuracy, auc, log_loss,"
                + " brier");
  }

  @Test
  void theNameOfAMetricIsItsConstantInLowerCase() {
    assertThat(Arrays.stream(Metric.values()))
        .hasSizeGreaterThanOrEqualTo(12)
        .allMatch(m -> m.text().equals(m.name().toLowerCase(Locale.ROOT)) && !m.words().isEmpty());
  }

  private static Prediction amounts(double[] targets, double[] weights, double... numbers) {
    return new Prediction(targets, weights, 1, numbers, new double[0], new double[0]);
  }

  private static Dataset two() {
    var target =
        new Target("y", Target.Kind.TWO_CLASSES, new double[] {0, 0, 1, 1}, List.of("no", "yes"));
    return new Dataset("two", List.of(), target, null);
  }

  private static Prediction coin(String loss, double... probabilities) {
    Dataset data = two();
    double[] scores = Arrays.stream(probabilities).map(q -> Math.log(q / (1 - q))).toArray();
    return Prediction.of(
        Pairing.of(Loss.of(loss), data), data.target(), data.target().values(), null, scores);
  }

  private static Prediction softmaxOfTwo(double... probabilities) {
    Dataset data = two();
    double[] scores =
        Arrays.stream(probabilities)
            .flatMap(q -> Arrays.stream(new double[] {1, 1 + Math.log(q / (1 - q))}))
            .toArray();
    return Prediction.of(
        Pairing.of(Loss.of("sparse_softmax_cross_entropy"), data),
        data.target(),
        data.target().values(),
        null,
        scores);
  }

  private static Prediction rows() {
    var target =
        new Target(
            "y", Target.Kind.MANY_CLASSES, new double[] {0, 0, 1, 2}, List.of("a", "b", "c"));
    var data = new Dataset("three", List.of(), target, null);
    double[] scores = {1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0};
    return Prediction.of(
        Pairing.of(Loss.of("cross_entropy"), data), target, target.values(), null, scores);
  }
}
