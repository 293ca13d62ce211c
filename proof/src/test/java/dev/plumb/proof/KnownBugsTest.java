package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Failures of other systems, as cases that must hold here. The number is the in the
/// tracker of the system that had it.
class KnownBugsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// Value, gradient and hessian of one sample of a pointwise loss.
  private static double[] at(String loss, double... sample) {
    Object[] columns = new Object[sample.length];
    for (int i = 0; i < sample.length; i++) {
      columns[i] = new double[] {sample[i]};
    }
    double[] value = new double[1];
    double[] gradient = new double[1];
    double[] hessian = new double[1];
    Loss.of(loss).evaluate(Batch.of(1, 1, columns), 0, 1, Each.hessian(value, gradient, hessian));
    return new double[] {value[0], gradient[0], hessian[0]};
  }

  /// The gradient of one row of scores; the value comes first.
  private static double[] row(String loss, double[] scores, double... target) {
    double[] value = new double[1];
    double[] gradient = new double[scores.length];
    Loss.of(loss)
        .evaluate(Batch.rows(scores, scores.length, target), 0, 1, Each.gradient(value, gradient));
    double[] all = new double[scores.length + 1];
    all[0] = value[0];
    System.arraycopy(gradient, 0, all, 1, scores.length);
    return all;
  }

  @Test
  void pytorch2298CrossEntropyAtZeroHasSlopeOneHalfAndCurvatureOneQuarter() {
    assertThat(at("sigmoid_cross_entropy", 0, 0)).containsExactly(Math.log(2), 0.5, 0.25);
  }

  @Test
  void pytorchPullRequest2221CrossEntropyAtMinus100IsTinyNotInfinite() {
    assertThat(at("sigmoid_cross_entropy", -100, 0)[0])
        .isCloseTo(3.720075976020836e-44, within(1e-58));
  }

  @Test
  void pytorch103316TheGradientOfAGrossMistakeIsMinusOne() {
    assertThat(at("sigmoid_cross_entropy", -50, 1)[1]).isEqualTo(-1);
    double[] z = new double[8];
    double[] y = new double[8];
    java.util.Arrays.fill(z, -50);
    java.util.Arrays.fill(y, 1);
    double[] gradient = new double[8];
    Loss.of("sigmoid_cross_entropy").mean().gradient(Batch.of(z, y), gradient);
    assertThat(gradient).containsOnly(-0.125);
  }

  @Test
  void pytorchPullRequest13863PositiveWeightsDoNotOverflow() {
    assertThat(at("weighted_sigmoid_cross_entropy(pos_weight = 1)", -120, 1)[0]).isEqualTo(120);
  }

  @Test
  void pytorch102894CrossEntropyAtInfinityWithTheRightLabelIsZero() {
    assertThat(at("sigmoid_cross_entropy", INFINITY, 1)).containsExactly(0, 0, 0);
    assertThat(at("sigmoid_cross_entropy", -INFINITY, 1)[0]).isEqualTo(INFINITY);
  }

  @Test
  void optax896MaskedClassesDoNotMakeSoftTargetsNaN() {
    double[] soft = row("softmax_cross_entropy", new double[] {-INFINITY, 0, 0}, 0, 0.5, 0.5);
    assertThat(soft[0]).isCloseTo(Math.log(2), within(1e-15));
    assertThat(soft).doesNotContain(Double.NaN);
    assertThat(row("sparse_softmax_cross_entropy", new double[] {-INFINITY, 0, 0}, 1))
        .doesNotContain(Double.NaN);
  }

  @Test
  void pytorch70348AnIgnoredBatchCostsNothing() {
    Loss loss = Loss.of("sparse_softmax_cross_entropy").ignoring(-100);
    assertThat(loss.mean().of(Batch.rows(new double[6], 3, new double[] {-100, -100}))).isZero();
  }

  @Test
  void pytorch50528AClassWeightCancelsInTheMeanOfOneSample() {
    Batch batch = Batch.rows(new double[2], 2, new double[] {1});
    Loss weighted = Loss.of("sparse_softmax_cross_entropy").classWeights(1, 5);
    assertThat(weighted.mean().of(batch)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(weighted.sum().of(batch)).isCloseTo(5 * Math.log(2), within(1e-14));
    assertThat(weighted.meanPerRow().of(batch)).isCloseTo(5 * Math.log(2), within(1e-14));
  }

  @Test
  void keras19740TheMeanOfWeightedErrorsSaysWhatItDividesBy() {
    Batch batch = Batch.of(new double[] {1, 1}, new double[2]).weights(new double[] {0, 1});
    assertThat(Loss.of("mae").mean().of(batch)).isEqualTo(1);
    assertThat(Loss.of("mae").meanPerRow().of(batch)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100",
    "0, -100",
    "0.5, 100",
    "0.5, -100",
    "1, 100",
    "1, -100",
    "2, 100",
    "2, -100"
  })
  void kornia918FocalGradientsAreFiniteForEveryExponent(double gamma, double z) {
    assertThat(at("focal(gamma = " + gamma + ")", z, 1)).doesNotContain(Double.NaN, INFINITY);
    assertThat(at("focal(gamma = " + gamma + ")", z, 0)).doesNotContain(Double.NaN, INFINITY);
  }

  @Test
  void scikitLearn24315AProbabilityOfOneInFloatIsNoNaN() {
    double[] value = new double[2];
    double[] gradient = new double[2];
    Loss.of("binary_cross_entropy")
        .evaluate(
            Batch.of(new float[] {1, 0}, new float[] {1, 0}), 0, 2, Each.gradient(value, gradient));
    assertThat(value[0] + value[1]).isCloseTo(0, within(0.0));
    assertThat(gradient).doesNotContain(Double.NaN);
  }

  @Test
  void xgboost11210SquaredLogErrorBelowMinusOneIsADomainErrorBeforeTraining() {
    assertThat(Loss.of("msle").violation(Batch.of(new double[] {0}, new double[] {-2})))
        .hasValueSatisfying(v -> assertThat(v.requirement()).isEqualTo("(-1, inf)"));
    assertThat(Loss.of("msle").onScores().value(-1e300, 3)).isNotNaN();
  }

  @Test
  void xgboost9378TheConstantOfAbsoluteErrorIsTheMedian() {
    double[] y = {100, 300, 1000};
    assertThat(Loss.of("absolute_error").optimalConstant(y, null, 1)[0])
        .isCloseTo(300, within(1e-6));
    double c = Loss.of("pseudo_huber").optimalConstant(y, null, 1)[0];
    double[] slope = new double[3];
    Loss.of("pseudo_huber").sum().gradient(Batch.of(new double[] {c, c, c}, y), slope);
    assertThat(slope[0] + slope[1] + slope[2]).isCloseTo(0, within(1e-9));
  }

  @Test
  void pytorch16413LengthsNeverBroadcast() {
    assertThatThrownBy(() -> Loss.of("mse").mean().of(Batch.of(new double[3], new double[1])))
        .hasMessageContaining("squared_error");
  }

  @Test
  void djl520TheGradientOfSoftTargetsIsSoftmaxLessTarget() {
    double[] z = {-8, 10, 3};
    double[] y = {0.2, 0.3, 0.5};
    double sum = Math.exp(-18) + 1 + Math.exp(-7);
    double[] got = row("softmax_cross_entropy", z, y);
    assertThat(got[1]).isCloseTo(Math.exp(-18) / sum - 0.2, within(1e-15));
    assertThat(got[2]).isCloseTo(1 / sum - 0.3, within(1e-15));
    assertThat(got[3]).isCloseTo(Math.exp(-7) / sum - 0.5, within(1e-15));
  }

  @Test
  void dl4j3992AMaskedRowWithANaNLabelContributesNothing() {
    Batch batch =
        Batch.of(new double[] {1, 2}, new double[] {Double.NaN, 1}).weights(new double[] {0, 1});
    assertThat(Loss.of("mse").mean().of(batch)).isEqualTo(1);
  }

  @Test
  void djlCrossEntropyHasItsSign() {
    assertThat(at("bce", 0.1, 1)[0]).isCloseTo(2.302585092994046, within(1e-15));
  }

  @Test
  void smileHuberIsContinuousAtDelta() {
    assertThat(at("huber", Math.nextDown(1.0), 0)[0])
        .isCloseTo(at("huber", Math.nextUp(1.0), 0)[0], within(1e-15));
    assertThat(at("huber", 1, 0)[0]).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"20, 40", "18, 36"})
  void smileLogisticKeepsItsDigits(double score, double twice) {
    assertThat(at("logistic", 2 * score, -1)[0]).isCloseTo(twice, within(1e-14));
  }

  @Test
  void tribuoLogMulticlassIsALossNotALikelihood() {
    assertThat(row("multinomial", new double[] {0, 2}, 0)[0])
        .isCloseTo(2.1269280110429727, within(1e-15));
    assertThat(row("multinomial", new double[] {0, 800}, 0)[0]).isEqualTo(800);
  }

  @Test
  void tribuoAbsoluteLossOfAPerfectFitIsZero() {
    assertThat(at("absolute_error", 3, 3)).containsExactly(0, 0, 0);
  }

  @Test
  void tribuoHingeHasSlopeOneWhateverTheMargin() {
    assertThat(at("hinge", 0.5, 1)[1]).isEqualTo(-1);
    assertThat(at("hinge", -7, 1)[1]).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-20, -50})
  void dl4jGradientsOfGrossMistakesDoNotVanish(double z) {
    assertThat(at("sigmoid_cross_entropy", z, 1)[1]).isCloseTo(-1, within(1e-8));
  }

  @Test
  void jsatLogisticSlopeHasItsSignWhereTheErrorIsLargest() {
    assertThat(at("logistic", -30, 1)[1]).isCloseTo(-1, within(1e-12));
  }

  @Test
  void xgboostSoftmaxOfVeryNegativeScoresIsNoZeroOverZero() {
    assertThat(row("softmax_cross_entropy", new double[] {-200, -201}, 1, 0))
        .doesNotContain(Double.NaN);
    assertThat(row("sparse_softmax_cross_entropy", new double[] {-1e4, -1e4}, 0)[0])
        .isCloseTo(Math.log(2), within(1e-15));
  }

  @Test
  void kerasTverskyChargesAlphaForFalsePositives() {
    double[] value = new double[1];
    Batch batch = Batch.rows(new double[] {1, 1, 0}, 3, new double[] {1, 0, 1});
    Loss.of("tversky(alpha = 1, beta = 0, smoothing = 1e-300)").values(batch, value);
    assertThat(value[0]).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void kerasCategoricalHingeDoesNotCountTheTargetsOwnSlot() {
    assertThat(row("crammer_singer", new double[] {-5, -7, -8}, 0)[0]).isZero();
  }

  @Test
  void pytorchMultiMarginDoesNotHideNaN() {
    assertThat(row("multi_margin", new double[] {Double.NaN, 0, 0}, 1)[0]).isNaN();
    assertThat(at("absolute_error", Double.NaN, 0)).containsOnly(Double.NaN, 0);
    assertThat(at("hinge", Double.NaN, 1)[1]).isNaN();
  }

  @Test
  void pytorchSoftMarginDoesNotOverflow() {
    assertThat(at("soft_margin", -710, 1)).containsExactly(710, -1, at("soft_margin", -710, 1)[2]);
  }

  @Test
  void h2oModifiedHuberIsZeroAtMarginOne() {
    assertThat(at("modified_huber", 1, 1)[0]).isZero();
  }

  @Test
  void tensorflowPairwiseSquaredErrorDividesByItsPairs() {
    double[] value = new double[1];
    Loss.of("pairwise_squared_error")
        .values(Batch.rows(new double[] {1, 2, 4}, 3, new double[] {0, 0, 0}), value);
    assertThat(value[0]).isCloseTo((1 + 9 + 4) / 3.0, within(1e-15));
  }

  @Test
  void optaxCosineDistanceOfAZeroVectorIsOne() {
    assertThat(row("cosine_distance", new double[] {0, 0}, 1, 2)).containsExactly(1, 0, 0);
  }

  @Test
  void optaxLabelMinusOneDoesNotWrapToTheLastClass() {
    assertThatThrownBy(() -> row("sparse_softmax_cross_entropy", new double[] {0, 0}, -1))
        .hasMessageContaining("class -1.0");
  }

  @Test
  void lightgbm2655GainsOfHighRelevancesDoNotOverflow() {
    assertThat(row("lambda_gain", new double[] {0, 0}, 19, 0)[0])
        .isCloseTo((Math.pow(2, 19) - 1) * Math.log(2), within(1e-6));
  }

  @Test
  void megatron2206CrossEntropyOverAQuarterOfAMillionClassesIsExact() {
    int classes = 262_144;
    double[] z = new double[classes];
    z[classes - 1] = 3;
    double[] got = row("sparse_softmax_cross_entropy", z, classes - 1);
    assertThat(got[0]).isCloseTo(Math.log(classes - 1 + Math.exp(3)) - 3, within(1e-10));
  }

  @Test
  void liger968TheGradientOfAMaskedRowIsTheMaskTimesItsGradient() {
    double[] z = {1, 2, 3, 1, 2, 3};
    double[] y = {0, 0};
    double[] gradient = new double[6];
    Loss.of("sparse_softmax_cross_entropy")
        .sum()
        .gradient(Batch.rows(z, 3, y).weights(new double[] {0, 1}), gradient);
    double[] alone = row("sparse_softmax_cross_entropy", new double[] {1, 2, 3}, 0);
    assertThat(gradient).containsExactly(0, 0, 0, alone[1], alone[2], alone[3]);
  }

  @Test
  void vowpalWabbitPoissonSlopeIsThatOfItsValue() {
    double slope = (at("poisson", 0.5 + 1e-6, 2)[0] - at("poisson", 0.5 - 1e-6, 2)[0]) / 2e-6;
    assertThat(at("poisson", 0.5, 2)[1]).isCloseTo(slope, within(1e-9));
  }
}
