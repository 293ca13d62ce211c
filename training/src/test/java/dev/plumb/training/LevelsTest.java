package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.training.calibration.Calibration.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Targets of ordered levels.
class LevelsTest {
  private static final int COUNT = 4;
  private static final Loss QUESTIONS = Loss.of("ordinal_cross_entropy");

  /// The amount of a real table, cut into levels of about as many rows each.
  static Dataset levels(String table) {
    Dataset data = RealData.of(table);
    double[] sorted = data.target().values().clone();
    Arrays.sort(sorted);
    var levels = new double[sorted.length];
    for (int k = 1; k < COUNT; k++) {
      double cut = sorted[k * sorted.length / COUNT];
      Arrays.setAll(levels, i -> levels[i] + (data.target().values()[i] >= cut ? 1 : 0));
    }
    List<String> labels = IntStream.range(0, COUNT).mapToObj(k -> "level" + k).toList();
    var target = new Target("level", Target.Kind.ORDINAL, levels, labels);
    return new Dataset(table, data.features(), target, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"diabetes", "rain", "engel"})
  void levelsHaveOneSlopeAndOrderedThresholds(String table) {
    Dataset data = levels(table);
    for (String loss : List.of("ordinal_cross_entropy", "ordinal_hinge")) {
      LinearModel model = Trainer.linear().loss(Loss.of(loss)).fit(data).model();
      assertThat(model.outputs()).isEqualTo(COUNT - 1);
      assertThat(model.isOfLevels()).isTrue();
      for (int k = 1; k < COUNT - 1; k++) {
        assertThat(model.slopes()[k]).isEqualTo(model.slopes()[0]);
        assertThat(model.intercepts()[k]).isLessThan(model.intercepts()[k - 1]);
      }
    }
  }

  /// One score for every level is one logistic regression on a copy of the rows for each question.
  @Test
  void theQuestionsAreALogisticRegressionOnCopiesOfTheRows() {
    Dataset data = levels("diabetes");
    int rows = data.rows();
    int questions = COUNT - 1;
    var features = new ArrayList<Feature>();
    for (Feature feature : data.features()) {
      float[] values = ((Feature.Numeric) feature).values();
      var copies = new float[questions * rows];
      for (int i = 0; i < copies.length; i++) {
        copies[i] = values[i % rows];
      }
      features.add(new Feature.Numeric(feature.name(), copies));
    }
    int[] question = IntStream.range(0, questions * rows).map(i -> i / rows).toArray();
    features.add(new Feature.Categorical("question", question, List.of("1", "2", "3")));
    var answers = new double[questions * rows];
    Arrays.setAll(answers, i -> data.target().values()[i % rows] > i / rows ? 1 : 0);
    var target = new Target("answer", Target.Kind.TWO_CLASSES, answers, List.of("no", "yes"));
    var copies = new Dataset("copies", features, target, null);
    LinearModel witness =
        Trainer.linear()
            .loss(Loss.of("sigmoid_cross_entropy"))
            .penalty(Penalty.NONE)
            .fit(copies)
            .model();
    LinearModel model = Trainer.linear().loss(QUESTIONS).penalty(Penalty.NONE).fit(data).model();
    double[] slopes = witness.slopes()[0];
    double largest = Arrays.stream(slopes).map(Math::abs).max().orElseThrow();
    assertThat(model.slopes()[0]).containsExactly(slopes, within(1e-5 * largest));
    for (int k = 0; k < questions; k++) {
      assertThat(model.intercepts()[k])
          .isCloseTo(witness.intercepts()[0] + witness.levels()[0][0][k], within(1e-4));
    }
  }

  @Test
  void aComparisonOfLevelsHoldsTheLossesOfLevelsAndOfClasses() {
    ComparisonResult result = Comparison.of(levels("diabetes")).metric("mean_level_error").run();
    List<String> losses = result.ranking().stream().map(ComparisonResult.Entry::loss).toList();
    assertThat(losses).contains("ordinal_cross_entropy", "ordinal_hinge", "cross_entropy");
    ComparisonResult.Entry classes = entry(result, "cross_entropy");
    for (ComparisonResult.Entry entry : result.ranking()) {
      boolean probable = entry.loss().endsWith("cross_entropy");
      assertThat(Double.isNaN(entry.metrics().get("log_loss").mean())).isNotEqualTo(probable);
      if (entry.loss().startsWith("ordinal")) {
        assertThat(error(entry)).isLessThan(error(classes));
      }
    }
  }

  private static double error(ComparisonResult.Entry entry) {
    return entry.metrics().get("mean_level_error").mean();
  }

  private static ComparisonResult.Entry entry(ComparisonResult result, String loss) {
    return result.ranking().stream().filter(e -> e.loss().equals(loss)).findFirst().orElseThrow();
  }

  @Test
  void howLikelyEachLevelIsReachedSumsUp() {
    Dataset data = levels("rain");
    LinearModel model = Trainer.linear().loss(QUESTIONS).fit(data).model();
    double[] scores = model.scores(data);
    double[] reached = model.predict(data);
    Prediction said =
        Prediction.of(model.pairing(), data.target(), data.target().values(), null, scores);
    for (int row = 0; row < data.rows(); row++) {
      double sum = 0;
      for (int k = COUNT - 1; k > 0; k--) {
        sum += said.probabilities()[row * COUNT + k];
        assertThat(sum).isCloseTo(reached[row * (COUNT - 1) + k - 1], within(1e-12));
      }
      assertThat(sum + said.probabilities()[row * COUNT]).isCloseTo(1, within(1e-12));
      assertThat(said.labels()[row])
          .isEqualTo(
              Arrays.stream(reached, row * (COUNT - 1), (row + 1) * (COUNT - 1))
                  .filter(p -> p > 0.5)
                  .count());
    }
  }

  @Test
  void aPenaltyPullsTheSlopeAndNoThreshold() {
    Dataset data = levels("diabetes");
    LinearModel model = Trainer.linear().loss(QUESTIONS).penalty(Penalty.l1(10)).fit(data).model();
    assertThat(model.slopes()[0]).containsOnly(0.0, -0.0);
    double[] constant = Training.bestConstant(model.pairing(), data.target().values(), null);
    assertThat(model.intercepts()).containsExactly(constant, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rain", "diabetes", "stackloss"})
  void solversAgree(String table) {
    Dataset data = levels(table);
    Trainer trainer = Trainer.linear().loss(QUESTIONS).penalty(1e-3);
    double least = objective(trainer.optimiser(new Optimiser.Lbfgs(2000, 1e-14)).fit(data));
    double steps = objective(trainer.optimiser(new Optimiser.Proximal()).fit(data));
    assertThat(steps).isCloseTo(least, within(1e-8 * least));
    assertThatThrownBy(() -> trainer.optimiser(new Optimiser.Newton()).fit(data))
        .hasMessageStartingWith("the solver newton cannot train ordinal_cross_entropy");
  }

  private static double objective(Fit fit) {
    return fit.last().loss() + fit.last().penalty();
  }

  @Test
  void whatHasNoLevelsIsRefused() {
    Dataset data = levels("diabetes");
    Target target = data.target();
    var unordered = new Target("level", Target.Kind.MANY_CLASSES, target.values(), target.labels());
    assertThatThrownBy(() ->
            Trainer.linear()
                .loss(QUESTIONS)
                .fit(new Dataset("plain", data.features(), unordered, null)))
        .hasMessageEndingWith("which does not fit the target level (many classes)");
    assertThatThrownBy(() -> Trainer.network(4).loss(QUESTIONS).fit(data))
        .hasMessageStartingWith("ordinal_cross_entropy has levels in an order");
    assertThatThrownBy(
            () -> Trainer.linear().loss(QUESTIONS).calibrated(data, Method.TEMPERATURE, 3))
        .hasMessageContaining("which no calibration takes");
    Dataset few = data.pick(IntStream.range(0, 60).toArray());
    assertThat(Comparison.of(few).model("network(3)").folds(2).repeats(1).run().notes())
        .anyMatch(note -> note.endsWith("; ordinal_hinge is left out."));
    Comparison balanced = Comparison.of(data).balanced().folds(2);
    assertThat(balanced.run().ranking()).noneMatch(entry -> entry.loss().startsWith("ordinal"));
    Comparison calibrated = Comparison.of(data).calibrated(Method.TEMPERATURE).folds(2);
    assertThat(calibrated.run().ranking()).noneMatch(entry -> entry.loss().startsWith("ordinal"));
  }
}
