package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss;
import dev.plumb.training.calibration.Calibration.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratedTest {
  @ParameterizedTest
  @EnumSource(Method.class)
  void aHingeGetsProbabilities(Method method) {
    Dataset data = RealData.of("breast_cancer");
    Calibrated calibrated =
        Trainer.linear().loss(Loss.of("hinge")).penalty(0.01).calibrated(data, method, 5);
    assertThat(calibrated.before()).isEmpty();
    assertThat(calibrated.after().brier()).isLessThan(0.06);
    assertThat(Arrays.stream(calibrated.predict(data))).allMatch(p -> p >= 0 && p <= 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"PLATT", "ISOTONIC"})
  void whatClassWeightsBentIsStraightened(Method method) {
    Dataset data = RealData.classes("rain", "rain_tomorrow");
    Trainer trainer = Trainer.linear().loss(Loss.of("sigmoid_cross_entropy")).classWeights(1, 8);
    Calibrated calibrated = trainer.calibrated(data, method, 5);
    Reliability before = calibrated.before().orElseThrow();
    assertThat(before.calibrationError()).isGreaterThan(0.15);
    assertThat(calibrated.after().calibrationError()).isLessThan(0.05);
    assertThat(calibrated.after().brier()).isLessThan(before.brier());
    double mean = Arrays.stream(calibrated.predict(data)).average().orElseThrow();
    double share = Arrays.stream(data.target().values()).average().orElseThrow();
    assertThat(Math.abs(mean - share)).isLessThan(0.02);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void theUnitOfTheWeightsLeavesNoTrace(Method method) {
    Dataset data = RealData.of("breast_cancer");
    Trainer trainer = Trainer.linear().loss(Loss.of("squared_hinge")).penalty(0.01);
    double[] small = trainer.calibrated(Samples.weighted(data, 1, 0.5, 2), method, 3).predict(data);
    double[] large =
        trainer.calibrated(Samples.weighted(data, 1024, 512, 2048), method, 3).predict(data);
    assertThat(large).isEqualTo(small);
  }

  @Test
  void weightsOfClassesMoveScoresAndNotWhatAScoreMeans() {
    Dataset data = RealData.classes("rain", "rain_tomorrow");
    Trainer hinge = Trainer.linear().loss(Loss.of("squared_hinge"));
    assertThat(hinge.fit(data).model().boundary()).isZero();
    assertThat(hinge.classWeights(1, 8).fit(data).model().boundary()).isZero();
  }

  @Test
  void aTemperatureServesManyClasses() {
    Dataset data = RealData.of("digits");
    Trainer trainer =
        Trainer.linear()
            .loss(Loss.of("crammer_singer"))
            .optimiser(new Optimiser.Lbfgs(60, 1e-3))
            .penalty(0.001);
    Calibrated calibrated = trainer.calibrated(data, Method.TEMPERATURE, 3);
    assertThat(calibrated.after().logLoss()).isLessThan(0.5);
    assertThat(calibrated.predict(data)).hasSize(10 * data.rows());
    assertThatThrownBy(() -> trainer.calibrated(data, Method.PLATT, 3))
        .hasMessage(
            "platt and isotonic calibrate one score, and crammer_singer has 10: temperature takes"
                + " them");
    assertThatThrownBy(() ->
            Trainer.linear()
                .loss(Loss.of("huber"))
                .calibrated(RealData.of("engel"), Method.PLATT, 3))
        .hasMessage("probabilities are those of classes, and foodexp is positive");
  }
}
