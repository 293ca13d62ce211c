package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.calibration.Calibration.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A comparison under class weights, with probabilities that are calibrated.
class ComparedCareTest {
  private static final List<Loss> MARGINS =
      List.of(Loss.of("hinge"), Loss.of("squared_hinge"), Loss.of("logistic"));

  private static Dataset rain() {
    return RealData.classes("rain", "rain_tomorrow");
  }

  private static Comparison rain(String... losses) {
    return Comparison.of(rain()).losses(Arrays.stream(losses).map(Loss::of).toList());
  }

  private static double metric(ComparisonResult result, String loss, String metric) {
    return entry(result, loss).metrics().get(metric).mean();
  }

  private static Entry entry(ComparisonResult result, String loss) {
    return result.ranking().stream().filter(e -> e.loss().equals(loss)).findFirst().orElseThrow();
  }

  @Test
  void aMarginHasALogLossOnceItIsCalibrated() {
    ComparisonResult plain = Comparison.of(rain()).losses(MARGINS).metric("log_loss").run();
    assertThat(metric(plain, "hinge", "log_loss")).isNaN();
    assertThat(plain.calibration()).isEmpty();
    ComparisonResult calibrated =
        Comparison.of(rain()).losses(MARGINS).metric("log_loss").calibrated(Method.PLATT).run();
    assertThat(calibrated.calibration()).isEqualTo("platt");
    for (Loss loss : MARGINS) {
      assertThat(metric(calibrated, loss.text(), "log_loss")).isBetween(0.5, 0.6);
      assertThat(metric(calibrated, loss.text(), "brier")).isLessThan(0.21);
      assertThat(metric(calibrated, loss.text(), "calibration_error")).isLessThan(0.1);
    }
    assertThat(calibrated.notes())
        .contains(
            "Probabilities are calibrated by platt, on 5 folds of the rows that each fold learns from.");
  }

  @Test
  void whatClassWeightsBendACalibrationStraightens() {
    ComparisonResult plain = rain("logistic").run();
    ComparisonResult bent = rain("logistic").classWeights(1, 8).run();
    ComparisonResult straight = rain("logistic").classWeights(1, 8).calibrated(Method.PLATT).run();
    assertThat(metric(bent, "logistic", "log_loss"))
        .isGreaterThan(metric(plain, "logistic", "log_loss") + 0.2);
    assertThat(metric(straight, "logistic", "log_loss"))
        .isCloseTo(metric(plain, "logistic", "log_loss"), within(0.02));
    assertThat(metric(straight, "logistic", "accuracy"))
        .isGreaterThan(metric(bent, "logistic", "accuracy") + 0.1);
    assertThat(bent.classWeights()).isEqualTo("no=1,yes=8");
    assertThat(bent.ranking().getFirst().loss()).isEqualTo("logistic");
  }

  @Test
  void weightsMoveTheLabelsOfEveryLossTheSameWay() {
    ComparisonResult weighed = Comparison.of(rain()).losses(MARGINS).classWeights(1, 4).run();
    for (Loss loss : MARGINS) {
      assertThat(metric(weighed, loss.text(), "accuracy")).isBetween(0.42, 0.65);
    }
  }

  @Test
  void balancedClassesFindMoreOfTheRareOnes() {
    Dataset weather = RealData.classes("rain", "weather");
    List<Loss> one = List.of(Loss.of("softmax_cross_entropy"));
    ComparisonResult plain = Comparison.of(weather).losses(one).run();
    ComparisonResult balanced = Comparison.of(weather).losses(one).balanced().run();
    String loss = one.getFirst().text();
    assertThat(metric(balanced, loss, "balanced_accuracy"))
        .isGreaterThan(metric(plain, loss, "balanced_accuracy") + 0.1);
    assertThat(metric(balanced, loss, "accuracy")).isLessThan(metric(plain, loss, "accuracy"));
    assertThat(balanced.classWeights()).isEqualTo("balanced");
  }

  /// The check of a winner is what training with the same options on the other rows would say.
  @ParameterizedTest
  @EnumSource(Method.class)
  void theSameOptionsTrainTheSameModel(Method method) {
    Dataset data = rain();
    double[] days = IntStream.range(0, data.rows()).asDoubleStream().toArray();
    ComparisonResult result =
        rain("squared_hinge")
            .time(days)
            .holdOut(0.2)
            .balanced()
            .optimiser(new Optimiser.Automatic())
            .calibrated(method)
            .run();
    int apart = result.check().orElseThrow().rows();
    Dataset taught = data.pick(IntStream.range(0, data.rows() - apart).toArray());
    Dataset rest = data.pick(IntStream.range(data.rows() - apart, data.rows()).toArray());
    Calibrated calibrated =
        Trainer.linear().loss(Loss.of("squared_hinge")).balanced().calibrated(taught, method, 5);
    Map<Metric, Double> trained = Scorecard.of(calibrated, rest);
    Map<String, Double> checked = result.check().orElseThrow().metrics();
    assertThat(checked.get("auc")).isCloseTo(trained.get(Metric.AUC), within(1e-12));
    // The calibrations rest on other folds of the same rows.
    assertThat(checked.get("log_loss")).isCloseTo(trained.get(Metric.LOG_LOSS), within(0.03));
    assertThat(checked.get("brier")).isCloseTo(trained.get(Metric.BRIER), within(0.01));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void rowsHeldOutTeachNoCalibrationAndNoWeight(Method method) {
    Dataset data = rain();
    Dataset spoilt = rain();
    double[] days = IntStream.range(0, data.rows()).asDoubleStream().toArray();
    int last = data.rows() - TimeFolds.of(days, 5).heldOut(4).length;
    for (int row = last; row < data.rows(); row++) {
      spoilt.target().values()[row] = 1 - data.target().values()[row];
    }
    var right = new Fits();
    var wrong = new Fits();
    Comparison.of(data)
        .losses(MARGINS)
        .time(days)
        .balanced()
        .calibrated(method)
        .keeper(right)
        .run();
    Comparison.of(spoilt)
        .losses(MARGINS)
        .time(days)
        .balanced()
        .calibrated(method)
        .keeper(wrong)
        .run();
    assertThat(right.inFolds()).isEqualTo(wrong.inFolds()).hasSize(5 * 6 * MARGINS.size());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aCalibrationKnowsItsRowsAlone(Method method) {
    Dataset data = rain();
    int[] taught = IntStream.range(0, 1000).toArray();
    double[] before = probabilities(method, data, taught);
    for (int row = 1000; row < data.rows(); row++) {
      data.target().values()[row] = 1 - data.target().values()[row];
    }
    assertThat(probabilities(method, data, taught)).isEqualTo(before).isSorted();
    data.target().values()[0] = 1 - data.target().values()[0];
    assertThat(probabilities(method, data, taught)).isNotEqualTo(before);
  }

  private static double[] probabilities(Method method, Dataset data, int[] taught) {
    var calibrating =
        new Calibrating(
            method, "some", data, taught, Comparison.of(data), Arrangement.NONE, Workers.NONE);
    double[] scores = IntStream.range(-20, 20).mapToDouble(i -> i / 10.0).toArray();
    calibrating.of(Pairing.of(Loss.of("squared_hinge"), data), Choice.NONE).respond(scores);
    return scores;
  }

  /// What every training of a comparison was called; under balance the name holds the weights.
  private static final class Fits implements KeptFit.Keeper {
    private final List<String> names = new ArrayList<>();

    @Override
    public Optional<KeptFit> kept(String training) {
      return Optional.empty();
    }

    @Override
    public synchronized void keep(String training, KeptFit fit) {
      names.add(training + Arrays.toString(fit.point()));
    }

    Set<String> inFolds() {
      var some = new TreeSet<>(names);
      some.removeIf(name -> name.startsWith(Contest.ALL));
      return some;
    }
  }

  @Test
  void aPenaltyIsChosenByWhatCalibrationSays() {
    ComparisonResult tuned =
        rain("hinge").metric("log_loss").calibrated(Method.PLATT).tuned().folds(3).run();
    assertThat(metric(tuned, "hinge", "log_loss")).isBetween(0.5, 0.57);
  }

  @Test
  void threadsChangeNothing() {
    Comparison comparison =
        Comparison.of(rain()).losses(MARGINS).balanced().calibrated(Method.ISOTONIC).folds(3);
    ComparisonResult one = comparison.threads(1).run();
    ComparisonResult several = comparison.threads(3).run();
    for (int k = 0; k < MARGINS.size(); k++) {
      assertThat(several.ranking().get(k).loss()).isEqualTo(one.ranking().get(k).loss());
      assertThat(several.ranking().get(k).metrics()).isEqualTo(one.ranking().get(k).metrics());
    }
  }

  @Test
  void aClassThatAFoldDoesNotHoldWeighsNothingThere() {
    Dataset weather = RealData.classes("rain", "weather");
    double[] byKind = weather.target().values().clone();
    ComparisonResult result =
        Comparison.of(weather)
            .losses(List.of(Loss.of("softmax_cross_entropy")))
            .groups(byKind)
            .balanced()
            .run();
    assertThat(result.ranking()).hasSize(1);
    assertThat(Balance.of(new double[] {0, 2, 2, 2}, null, 3)).containsExactly(2, 0, 2.0 / 3);
  }

  @Test
  void whatCannotBeWeighedOrCalibratedIsLeftOutOrRefused() {
    ComparisonResult two = Comparison.of(rain()).calibrated(Method.PLATT).run();
    assertThat(two.notes())
        .contains(
            "platt and isotonic calibrate one score, and crammer_singer has 2: temperature takes them;"
                + " crammer_singer is left out.");
    assertThatThrownBy(() -> rain("crammer_singer").calibrated(Method.PLATT).run())
        .hasMessageContaining("temperature takes them");
    assertThatThrownBy(() -> rain("squared_error").balanced().run())
        .hasMessageStartingWith("squared_error has no class weights");
    assertThatThrownBy(() -> rain("hinge").classWeights(1, 2, 3).run())
        .hasMessage("3 class weights for rain_tomorrow, which has 2 classes");
    Dataset engel = RealData.of("engel");
    assertThatThrownBy(() -> Comparison.of(engel).balanced().run())
        .hasMessage("foodexp is positive, and only classes can be balanced");
    assertThatThrownBy(() -> Comparison.of(engel).classWeights(1, 2).run())
        .hasMessage("class weights weigh classes, and foodexp is positive");
    assertThatThrownBy(() -> Comparison.of(engel).calibrated(Method.PLATT).run())
        .hasMessage("probabilities are those of classes, and foodexp is positive");
    assertThatThrownBy(() -> rain("hinge").model("network(3)").calibrated(Method.PLATT).run())
        .hasMessageContaining("networks are trained without calibration");
  }
}
