package dev.plumb.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.training.calibration.Calibration.Method;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationTest {
  private static final double[] SCORES = {-2, -1.5, -1, -0.5, -0.2, 0.1, 0.4, 0.9, 1.3, 2.2};
  private static final double[] LABELS = {0, 0, 1, 0, 0, 1, 0, 1, 1, 1};
  private static final double[] WEIGHTS = {1, 2, 1, 0.5, 1, 3, 1, 1, 2, 1};

  @Test
  void plattsSigmoidIsThatOfScikitLearn() {
    // scikit-learn 1.2.1: sklearn.calibration._SigmoidCalibration, signs turned
    var platt = (Platt) Calibration.learn(Method.PLATT, SCORES, LABELS, null, 1);
    assertThat(platt.slope()).isCloseTo(0.8081634884456141, within(1e-5));
    assertThat(platt.offset()).isCloseTo(0.03217660100587144, within(1e-5));
    var weighted = (Platt) Calibration.learn(Method.PLATT, SCORES, LABELS, WEIGHTS, 1);
    assertThat(weighted.slope()).isCloseTo(1.0425509753791606, within(1e-4));
    assertThat(weighted.offset()).isCloseTo(0.4709419497095236, within(1e-4));
  }

  @Test
  void isotonicStepsAreThoseOfScikitLearn() {
    // scikit-learn 1.2.1: IsotonicRegression(out_of_bounds="clip")
    double[] asked = {-3, -1, -0.2, 0, 0.4, 0.65, 1, 3};
    double[] plain = asked.clone();
    Calibration.learn(Method.ISOTONIC, SCORES, LABELS, null, 1).respond(plain);
    assertThat(plain)
        .containsExactly(
            new double[] {0, 1 / 3.0, 1 / 3.0, 4 / 9.0, 0.5, 0.75, 1, 1}, within(1e-12));
    Calibration.learn(Method.ISOTONIC, SCORES, LABELS, WEIGHTS, 1).respond(asked);
    assertThat(asked)
        .containsExactly(
            new double[] {0, 0.4, 0.4, 0.6333333333333333, 0.75, 0.875, 1, 1}, within(1e-12));
  }

  @Test
  void aTemperatureTakesBackWhatScoresWereMultipliedBy() {
    var random = new SplitMix(4);
    int rows = 30_000;
    var scores = new double[3 * rows];
    var labels = new double[rows];
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      var z = new double[3];
      for (int k = 0; k < 3; k++) {
        z[k] = 4 * random.nextDouble() - 2;
        scores[3 * i + k] = 2.5 * z[k];
        sum += Math.exp(z[k]);
      }
      double at = random.nextDouble() * sum;
      labels[i] = at < Math.exp(z[0]) ? 0 : at < Math.exp(z[0]) + Math.exp(z[1]) ? 1 : 2;
    }
    var found = (Temperature) Calibration.learn(Method.TEMPERATURE, scores, labels, null, 3);
    assertThat(1 / found.inverse()).isCloseTo(2.5, within(0.1));
    double[] row = {1, 3, 2};
    found.respond(row);
    assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-15));
    assertThat(row[1]).isGreaterThan(row[2]);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void probabilitiesNeverFallWithTheScoreAndLieBetween0And1(Method method) {
    Calibration calibration = Calibration.learn(method, SCORES, LABELS, WEIGHTS, 1);
    double[] grid = new double[401];
    Arrays.setAll(grid, i -> (i - 200) * 5.0);
    calibration.respond(grid);
    assertThat(grid).isSorted();
    assertThat(grid[0]).isNotNegative();
    assertThat(grid[400]).isLessThanOrEqualTo(1);
    assertThat(calibration.text()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void separableScoresHaveAnAnswer(Method method) {
    double[] labels = Arrays.stream(SCORES).map(z -> z > 0 ? 1 : 0).toArray();
    double[] grid = {-1, 0, 1};
    Calibration.learn(method, SCORES, labels, null, 1).respond(grid);
    assertThat(grid[0]).isLessThan(0.3);
    assertThat(grid[2]).isGreaterThan(0.7);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aWeightOfZeroLeavesARowOut(Method method) {
    double[] spoilt = SCORES.clone();
    double[] weights = WEIGHTS.clone();
    weights[4] = 0;
    double[] one = {0.3};
    double[] other = {0.3};
    Calibration.learn(method, spoilt.clone(), LABELS, weights, 1).respond(one);
    double[] labels = LABELS.clone();
    labels[4] = 1;
    Calibration.learn(method, spoilt, labels, weights, 1).respond(other);
    assertThat(other).isEqualTo(one);
  }

  @Test
  void knots_of_isotonic_steps_give_the_same_probabilities() {
    var random = new java.util.Random(3);
    double[] scores = random.doubles(400, -3, 3).toArray();
    double[] labels =
        java.util.Arrays.stream(scores).map(z -> z + random.nextGaussian() > 0 ? 1 : 0).toArray();
    var steps = (Isotonic) Calibration.learn(Calibration.Method.ISOTONIC, scores, labels, null, 1);
    Isotonic knots = steps.knots();
    assertThat(knots.scores().length).isLessThan(steps.scores().length / 2);
    double[] all = random.doubles(1000, -4, 4).toArray();
    double[] few = all.clone();
    steps.respond(all);
    knots.respond(few);
    for (int i = 0; i < all.length; i++) {
      assertThat(few[i]).isCloseTo(all[i], org.assertj.core.api.Assertions.within(1e-15));
    }
  }
}
