package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.optimise.Minimum;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  @Test
  void absoluteErrorOnStacklossReachesTheExactOptimum() {
    Dataset data = Samples.stackloss();
    double[][] x =
        data.features().stream()
            .map(f -> ((Feature.Numeric) f).values())
            .map(v -> IntStream.range(0, v.length).mapToDouble(i -> v[i]).toArray())
            .toArray(double[][]::new);
    double best = LeastAbsolute.of(x, data.target().values());
    assertThat(best).as("Dielman 1984 gives a sum of 42.08").isCloseTo(42.081 / 21, within(1e-4));
    Fit fit = fit(Handwritten.ABSOLUTE, data);
    assertThat(fit.last().loss()).isBetween(best * (1 - 1e-12), best * (1 + 1e-6));
  }

  @Test
  void squaredErrorSolvesTheNormalEquations() {
    Dataset data = Samples.stackloss();
    LinearModel model = fit(Handwritten.SQUARED, data).model();
    // R: lm(stack.loss ~ ., stackloss)
    assertThat(model.intercepts()[0]).isCloseTo(-39.9196744, within(1e-5));
    assertThat(model.slopes()[0])
        .containsExactly(new double[] {0.7156402, 1.2952861, -0.1521225}, within(1e-6));
  }

  @Test
  void logisticAgreesWithNewton() {
    Dataset data = Samples.classes(700, 3, 2, 5);
    var numbers = new Dataset("n", data.features().subList(1, 3), data.target(), null);
    LinearModel model = trainer(Handwritten.LOGISTIC).penalty(0).fit(numbers).model();
    double[] newton = Newton.logistic(numbers);
    assertThat(model.intercepts()[0]).isCloseTo(newton[0], within(1e-5));
    assertThat(model.slopes()[0]).containsExactly(Arrays.copyOfRange(newton, 1, 3), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void threadsChangeNoBit(int threads) {
    Dataset amounts = Samples.line(30_000, 5, 1);
    for (Loss loss : new Loss[] {Handwritten.SQUARED, Handwritten.ABSOLUTE, Handwritten.huber(1)}) {
      assertThat(bits(trainer(loss).threads(threads).fit(amounts)))
          .isEqualTo(bits(trainer(loss).threads(1).fit(amounts)));
    }
    Dataset classes = Samples.classes(20_000, 5, 3, 1);
    assertThat(bits(trainer(Handwritten.SOFTMAX).threads(threads).fit(classes)))
        .isEqualTo(bits(trainer(Handwritten.SOFTMAX).threads(1).fit(classes)));
  }

  @Test
  void weightsTimesAPowerOfTwoChangeNoBit() {
    Dataset data = Samples.line(3000, 4, 2);
    double[] small = {0.3, 1, 2.5, 0};
    double[] large = Arrays.stream(small).map(w -> w * 1024).toArray();
    assertThat(bits(fit(Handwritten.SQUARED, Samples.weighted(data, small))))
        .isEqualTo(bits(fit(Handwritten.SQUARED, Samples.weighted(data, large))));
  }

  @Test
  void aWeightOfZeroLeavesARowOutWhateverItHolds() {
    Dataset data = Samples.weighted(Samples.line(600, 2, 3), 1, 1, 0);
    Dataset spoilt = Samples.weighted(Samples.line(600, 2, 3), 1, 1, 0);
    for (int i = 2; i < 600; i += 3) {
      spoilt.target().values()[i] = 1e300;
      ((Feature.Numeric) spoilt.features().get(1)).values()[i] = -1e30f;
    }
    assertThat(bits(fit(Handwritten.SQUARED, spoilt)))
        .isEqualTo(bits(fit(Handwritten.SQUARED, data)));
  }

  @Test
  void aWeightOfTwoIsARowTwice() {
    Dataset twice = Samples.line(500, 2, 4);
    double[] w = new double[500];
    Arrays.fill(w, 2);
    double one = fit(Handwritten.SQUARED, twice).model().intercepts()[0];
    var weighted = new Dataset("w", twice.features(), twice.target(), w);
    assertThat(fit(Handwritten.SQUARED, weighted).model().intercepts()[0]).isEqualTo(one);
  }

  @Test
  void theFirstNaNStopsAndNamesItsPlaceAndKeepsTheLastGoodModel() {
    Dataset data = Samples.line(100, 2, 6);
    TrainingException stop =
        catchThrowableOfType(TrainingException.class, () -> fit(Handwritten.BROKEN, data));
    assertThat(stop.getMessage())
        .matches(
            "broken stopped at iteration \\d+: row \\d+: the loss of broken is -?(NaN|Infinity) at score .*"
                + " for target .*");
    assertThat(Arrays.stream(stop.lastGood().scores(data))).allMatch(z -> z > -1);
  }

  @Test
  void theLossOfTheLastStepIsTheLossOfTheModel() {
    Dataset data = Samples.line(5000, 3, 7);
    Fit fit = trainer(Handwritten.SQUARED).penalty(0.1).validation(data).fit(data);
    assertThat(fit.steps()).allMatch(s -> s.loss() == s.validationLoss());
    assertThat(fit.last().penalty()).isPositive();
  }

  @Test
  void missingLevelsAndNumbersContributeNothing() {
    Dataset data = Samples.line(900, 2, 8);
    LinearModel model = fit(Handwritten.SQUARED, data).model();
    var hole = new Feature.Numeric("x0", new float[] {Float.NaN});
    var number = new Feature.Numeric("x1", new float[] {10});
    var level = new Feature.Categorical("c", new int[] {0}, java.util.List.of("never seen"));
    var none = new Feature.Categorical("c", new int[] {-1}, java.util.List.of("a"));
    var target = new Target("y", Target.Kind.NUMBER, new double[1], java.util.List.of());
    double[] unseen =
        model.scores(new Dataset("p", java.util.List.of(hole, number, level), target, null));
    double[] missing =
        model.scores(new Dataset("p", java.util.List.of(hole, number, none), target, null));
    assertThat(unseen).isEqualTo(missing);
  }

  @Test
  void sgdComesCloseToTheOptimumAndRepeatsItself() {
    Dataset data = Samples.line(4000, 3, 9);
    var sgd = new Optimiser.Sgd(0.01, 0.9, false, 64, 30, Optimiser.Schedule.COSINE, 1);
    Fit first = trainer(Handwritten.SQUARED).optimiser(sgd).fit(data);
    double best = fit(Handwritten.SQUARED, data).last().loss();
    assertThat(first.last().loss()).isBetween(best, best * 1.001);
    assertThat(bits(trainer(Handwritten.SQUARED).optimiser(sgd).threads(1).fit(data)))
        .isEqualTo(bits(first));
  }

  @Test
  void aTargetOutsideTheDomainNamesItsRow() {
    assertThatThrownBy(() -> fit(Handwritten.SOFTMAX, Samples.line(10, 1, 1)))
        .isInstanceOf(PlumbException.class)
        .hasMessage(
            "softmax takes a row of scores and a target in class, which does not fit the target y (number)");
    assertThatThrownBy(() -> fit(Handwritten.LOGISTIC, Samples.line(10, 1, 1)))
        .hasMessageMatching(
            "line row 1, column y: .* is outside \\{-1, 1\\}, which logistic requires");
  }

  @Test
  void anInfiniteFeatureNamesItsRow() {
    Dataset data = Samples.line(10, 1, 1);
    ((Feature.Numeric) data.features().get(0)).values()[4] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> fit(Handwritten.SQUARED, data))
        .hasMessage("line row 5, column x0: Infinity is not a finite number");
  }

  @Test
  void aTrainerWithoutALossSaysHowToGiveOne() {
    assertThatThrownBy(() -> Trainer.linear().fit(Samples.line(10, 1, 1)))
        .hasMessageStartingWith("a trainer needs a loss");
  }

  @Test
  void theReasonOfTheEndIsSaid() {
    assertThat(fit(Handwritten.huber(1), Samples.line(300, 2, 1)).reason())
        .isIn(Arrays.stream(Minimum.Reason.values()).map(r -> r.text()).toArray());
  }

  @Test
  void aLossThatFallsWithoutEndIsRefused() {
    assertThatThrownBy(() -> fit(Loss.of("p - y"), Samples.line(50, 1, 1)))
        .isInstanceOf(PlumbException.class)
        .hasMessage("formula falls without end as the score grows, so it has no minimum");
  }

  private static Fit fit(Loss loss, Dataset data) {
    return trainer(loss).fit(data);
  }

  private static Trainer trainer(Loss loss) {
    return Trainer.linear().loss(loss).threads(2);
  }

  private static long[] bits(Fit fit) {
    LinearModel model = fit.model();
    var numbers = DoubleStream.builder().add(fit.last().loss());
    for (int k = 0; k < model.outputs(); k++) {
      numbers.add(model.intercepts()[k]);
      Arrays.stream(model.slopes()[k]).forEach(numbers);
      Arrays.stream(model.levels()[k]).flatMapToDouble(Arrays::stream).forEach(numbers);
    }
    return numbers.build().mapToLong(Double::doubleToLongBits).toArray();
  }
}
