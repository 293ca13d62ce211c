package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import java.util.Arrays;
import java.util.List;
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
    assertThat(Panel.of(two().target(), "auc", false).getFirst()).isEqualTo(Metric.AUC);
  }

  @Test
  void anUnknownMetricHasNearNames() {
    assertThatThrownBy(() -> Metric.named("acuracy", two().target()))
        .hasMessage(
            "no metric acuracy for two classes; did you mean accuracy?; there are accuracy, auc,"
                + " average_precision, log_loss, brier, calibration_error, balanced_accuracy, f1, cohen_kappa, ndcg,"
                + " pinball(0.9), expected_cost(0 1, 5 0), losses and formulas");
    assertThatThrownBy(() -> Metric.named("mae", two().target()))
        .hasMessageStartingWith("no metric mae for two classes; there are accuracy");
  }

  @Test
  void everyMetricWithANameIsFoundByIt() {
    assertThat(Metric.values()).hasSizeGreaterThanOrEqualTo(17);
    for (Metric metric : Metric.values()) {
      Target.Kind kind =
          Arrays.stream(Target.Kind.values()).filter(metric::judges).findFirst().orElseThrow();
      var target = new Target("y", kind, new double[] {1, 2}, List.of());
      assertThat(Metric.named(metric.text(), target)).isSameAs(metric);
      assertThat(metric.words()).isNotEmpty();
    }
  }

  // scikit-learn 1.2.1: average_precision_score, f1_score, cohen_kappa_score,
  // balanced_accuracy_score, ndcg_score, mean_absolute_percentage_error, mean_pinball_loss

  private static final double[] LABELS = {0, 1, 1, 0, 1, 0, 0, 1};
  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8, 0.8, 0.3, 0.35, 0.9};
  private static final double[] WEIGHTS = {1, 2, 0.5, 1, 3, 0, 1.5, 1};

  @Test
  void metricsOfTwoClassesAgreeWithScikitLearn() {
    var labels = Arrays.stream(SCORES).map(z -> z > 0.37 ? 1 : 0).toArray();
    var plain = new Prediction(LABELS, null, 2, SCORES, labels, SCORES);
    var weighted = new Prediction(LABELS, WEIGHTS, 2, SCORES, labels, SCORES);
    assertThat(Metric.AVERAGE_PRECISION.of(plain)).isCloseTo(0.7708333333333333, within(1e-12));
    assertThat(Metric.AVERAGE_PRECISION.of(weighted)).isCloseTo(0.8423687423687424, within(1e-12));
    assertThat(Metric.F1.of(plain)).isCloseTo(0.75, within(1e-12));
    assertThat(Metric.F1.of(weighted)).isCloseTo(0.888888888888889, within(1e-12));
    assertThat(Metric.COHEN_KAPPA.of(plain)).isCloseTo(0.5, within(1e-12));
    assertThat(Metric.COHEN_KAPPA.of(weighted)).isCloseTo(0.6590909090909092, within(1e-12));
    assertThat(Metric.BALANCED_ACCURACY.of(weighted)).isCloseTo(0.8186813186813187, within(1e-12));
    assertThat(Metric.NDCG.of(plain)).isCloseTo(0.9242916920009001, within(1e-12));
  }

  @Test
  void metricsOfAmountsAgreeWithScikitLearn() {
    var target = new Target("y", Target.Kind.POSITIVE, new double[] {1, 2, 4}, List.of());
    Prediction p = amounts(target.values(), null, 1.5, 1, 4.5);
    assertThat(Metric.MAPE.of(p)).isCloseTo(0.375, within(1e-12));
    assertThat(Metric.named("pinball(0.9)", target).of(p))
        .isCloseTo(0.3333333333333333, within(1e-12));
    assertThat(Metric.named("abs(p - y)^1.5", target).of(p))
        .isCloseTo((2 * Math.pow(0.5, 1.5) + 1) / 3, within(1e-12));
    assertThat(Metric.named("huber(delta = 0.5)", target).higherIsBetter()).isFalse();
  }

  @Test
  void metricsOfManyClassesAgreeWithScikitLearn() {
    double[] y = {0, 0, 1, 2, 2, 1};
    double[] labels = {0, 1, 1, 2, 0, 1};
    var p = new Prediction(y, null, 3, new double[0], labels, new double[0]);
    assertThat(Metric.F1.of(p)).isCloseTo(0.6555555555555556, within(1e-12));
    assertThat(Metric.COHEN_KAPPA.of(p)).isCloseTo(0.4999999999999999, within(1e-12));
  }

  @Test
  void expectedCostTakesTheCheapestClassOfAProbability() {
    Metric cost = Metric.named("expected_cost(0 1, 5 0)", two().target());
    Prediction p = coin("binary_cross_entropy", 0.1, 0.2, 0.1, 0.9);
    // Above 1/6 it is cheaper to say yes: wrong are the second, which costs 1, and the third, 5.
    assertThat(cost.of(p)).isEqualTo(1.5);
    assertThatThrownBy(() -> Metric.named("expected_cost(0 1)", two().target()))
        .hasMessage(
            "expected_cost(0 1): the target y has 2 classes, so 2 groups of 2 numbers are needed:"
                + " expected_cost(0 1, 5 0)");
  }

  @Test
  void theThresholdIsChosenOnWhatWasLearnt() {
    var labels = new double[8];
    var learnt = new Prediction(LABELS, null, 2, SCORES, labels, new double[0]);
    double threshold = Threshold.best(Metric.F1, learnt);
    double best = Metric.F1.confusion().get().applyAsDouble(Confusion.of(learnt.above(threshold)));
    for (double t = -0.05; t < 1; t += 0.01) {
      double other = Metric.F1.confusion().get().applyAsDouble(Confusion.of(learnt.above(t)));
      assertThat(best).isGreaterThanOrEqualTo(other);
    }
    Dataset few = RealData.classes("breast_cancer", "target");
    ComparisonResult f1 = Comparison.of(few).losses(List.of(Loss.of("hinge"))).metric("f1").run();
    assertThat(f1.ranking().getFirst().metrics().get("f1").mean()).isGreaterThan(0.95);
    assertThat(f1.notes().getFirst())
        .isEqualTo(
            "f1 has no slope to train by: cross-entropy with class weights stands in for it, or a soft"
                + " dice loss. The score that divides the classes is chosen apart, on the rows learnt"
                + " from.");
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
