package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The unit of the sample weights leaves no trace; class weights are sample weights.
class WeightsTest {
  @ParameterizedTest
  @CsvSource({
    "diabetes, squared_error, auto",
    "diabetes, absolute_error, auto",
    "diabetes, huber(delta = 50), lbfgs",
    "diabetes, quantile(quantile = 0.9), lbfgs",
    "stackloss, poisson, newton",
    "rain, gamma, proximal",
    "rain, epsilon_insensitive, auto",
    "engel, log_cosh, sgd",
    "engel, huber(delta = 50), adam",
    "breast_cancer, logistic, auto",
    "breast_cancer, hinge, auto",
    "breast_cancer, squared_hinge, lbfgs",
    "digits, sparse_softmax_cross_entropy, auto"
  })
  void theUnitOfWeightsDoesNotChangeTheModel(String table, String loss, String solver) {
    Dataset data = weighted(RealData.of(table));
    Trainer trainer = Trainer.linear().loss(Loss.of(loss)).optimiser(Optimiser.named(solver, 0));
    double[] model = numbers(trainer.fit(data));
    assertThat(numbers(trainer.fit(times(data, 0x1p-10)))).isEqualTo(model);
    assertThat(numbers(trainer.fit(times(data, 0x1p10)))).isEqualTo(model);
    double largest = Arrays.stream(model).map(Math::abs).max().orElseThrow();
    for (double unit : new double[] {0.001, 1000}) {
      double[] other = numbers(trainer.fit(times(data, unit)));
      assertThat(other).containsExactly(model, within(1e-10 * largest));
    }
  }

  @Test
  void theUnitOfWeightsDoesNotChangeAComparison() {
    Dataset data = weighted(RealData.of("stackloss"));
    ComparisonResult result = Comparison.of(data).repeats(1).run();
    ComparisonResult other = Comparison.of(times(data, 1000)).repeats(1).run();
    assertThat(other.ranking().getFirst().metrics())
        .isEqualTo(result.ranking().getFirst().metrics());
  }

  @Test
  void classWeightsAreSampleWeightsOfEachClass() {
    // Features are standardised by sample weights and not by class weights, so without a penalty.
    Dataset two = classes();
    double[] each = Arrays.stream(two.target().values()).map(y -> y == 0 ? 3 : 0.5).toArray();
    var apart = new Dataset("w", two.features(), two.target(), each);
    Trainer plain = Trainer.linear().loss(Loss.of("logistic")).penalty(0);
    assertThat(numbers(plain.classWeights(3, 0.5).fit(two)))
        .containsExactly(
            numbers(Trainer.linear().loss(Loss.of("logistic")).penalty(0).fit(apart)),
            within(1e-9));
  }

  @Test
  void balancedClassesPredictBothAlikeWhereNothingElseIsKnown() {
    int[] rows = IntStream.range(0, 1000).map(i -> i % 10 == 0 ? 1 : 0).toArray();
    double[] y = Arrays.stream(rows).asDoubleStream().toArray();
    var noise = new float[1000];
    var random = new SplitMix(1);
    IntStream.range(0, 1000).forEach(i -> noise[i] = (float) random.nextDouble());
    var data =
        new Dataset(
            "few",
            java.util.List.of(new Feature.Numeric("x", noise)),
            new Target("y", Target.Kind.TWO_CLASSES, y, java.util.List.of("no", "yes")),
            null);
    Fit fit = Trainer.linear().loss(Loss.of("sigmoid_cross_entropy")).balanced().fit(data);
    double mean = Arrays.stream(fit.model().predict(data)).average().orElseThrow();
    assertThat(mean).isCloseTo(0.5, within(0.03));
    assertThat(fit.steps().getFirst().loss()).isCloseTo(Math.log(2), within(1e-12));
    assertThatThrownBy(
            () -> Trainer.linear().loss(Loss.of("huber")).balanced().fit(RealData.of("engel")))
        .hasMessage("foodexp is positive, and only classes can be balanced");
  }

  private static Dataset classes() {
    Dataset all = Samples.classes(2000, 3, 2, 4);
    return new Dataset("n", all.features().subList(1, 3), all.target(), null);
  }

  private static Dataset weighted(Dataset data) {
    var random = new SplitMix(5);
    double[] weights = new double[data.rows()];
    Arrays.setAll(weights, i -> i % 9 == 4 ? 0 : 0.1 + 3 * random.nextDouble());
    return new Dataset(data.name(), data.features(), data.target(), weights);
  }

  private static Dataset times(Dataset data, double unit) {
    double[] weights = Arrays.stream(data.weights()).map(w -> w * unit).toArray();
    return new Dataset(data.name(), data.features(), data.target(), weights);
  }

  private static double[] numbers(Fit fit) {
    LinearModel model = fit.model();
    var numbers = DoubleStream.builder();
    for (int k = 0; k < model.outputs(); k++) {
      numbers.add(model.intercepts()[k]);
      Arrays.stream(model.slopes()[k]).forEach(numbers);
      Arrays.stream(model.levels()[k]).flatMapToDouble(Arrays::stream).forEach(numbers);
    }
    return numbers.build().toArray();
  }
}
