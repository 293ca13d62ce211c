package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.Optimiser.Schedule;
import dev.plumb.training.network.Activation;
import dev.plumb.training.network.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTrainerTest {
  private static final Loss SQUARED = Loss.of("squared_error");
  private static final Loss CLASSES = Loss.of("softmax_cross_entropy");

  private static Recipe recipe(int batch, int epochs) {
    return recipe(new Recipe.Adam(0), batch, epochs, Double.POSITIVE_INFINITY, 0);
  }

  private static Recipe recipe(
      Recipe.Method method, int batch, int epochs, double clip, long seed) {
    return new Recipe(method, 0.01, batch, epochs, Schedule.COSINE, 0, clip, seed);
  }

  private static NetworkTrainer trainer(Loss loss, int batch, int epochs) {
    return Trainer.network(16, 8).loss(loss).recipe(recipe(batch, epochs)).threads(1);
  }

  private static final class Kept implements NetworkState.Keeper {
    final List<NetworkState> states = new ArrayList<>();

    @Override
    public void keep(NetworkState state) {
      states.add(state);
    }
  }

  @Test
  void learns_what_no_line_can() {
    Dataset data = circle(1000);
    NetworkFit fit = trainer(Loss.of("sigmoid_cross_entropy"), 16, 30).fit(data);
    Model line = Trainer.linear().loss(Loss.of("sigmoid_cross_entropy")).fit(data).model();
    assertThat(Scorecard.of(line, data).get(Metric.ACCURACY)).isLessThan(0.7);
    assertThat(Scorecard.of(fit.model(), data).get(Metric.ACCURACY)).isGreaterThan(0.96);
  }

  /// Whether a point lies in a circle.
  private static Dataset circle(int rows) {
    var random = new dev.plumb.training.statistics.SplitMix(1);
    var x = new float[rows];
    var y = new float[rows];
    var inside = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = (float) (2 * random.nextDouble() - 1);
      y[i] = (float) (2 * random.nextDouble() - 1);
      inside[i] = x[i] * x[i] + y[i] * y[i] < 0.6 ? 1 : 0;
    }
    return new Dataset(
        "circle",
        List.of(new Feature.Numeric("x", x), new Feature.Numeric("y", y)),
        new Target("inside", Target.Kind.TWO_CLASSES, inside, List.of("no", "yes")),
        null);
  }

  @Test
  void digits_in_five_folds() {
    Dataset data = Samples.digits();
    Folds folds = Folds.deal(data.target(), 5, 0, 0);
    double right = 0;
    for (int fold = 0; fold < 5; fold++) {
      NetworkFit fit =
          NetworkTrainer.of(Architecture.of("network(128, dropout = 0.2)"))
              .loss(CLASSES)
              .recipe(
                  new Recipe(
                      new Recipe.Adam(0),
                      0.003,
                      32,
                      40,
                      Schedule.COSINE,
                      0,
                      Double.POSITIVE_INFINITY,
                      0))
              .fit(data.pick(folds.trained(fold)));
      Dataset heldOut = data.pick(folds.heldOut(fold));
      right += Scorecard.of(fit.model(), heldOut).get(Metric.ACCURACY) * heldOut.rows();
    }
    assertThat(right / data.rows()).isGreaterThanOrEqualTo(0.975);
  }

  @Test
  void scores_are_what_the_layers_say() {
    Dataset data = Samples.classes(200, 5, 3, 7);
    for (Activation activation : List.of(Activation.RELU, Activation.GELU, Activation.TANH)) {
      NetworkModel model =
          NetworkTrainer.of(new Architecture(List.of(7, 5), activation, 0))
              .loss(CLASSES)
              .recipe(recipe(32, 3))
              .fit(data)
              .model();
      double[] scores = model.scores(data);
      double[] told = told(model, data);
      for (int i = 0; i < scores.length; i++) {
        assertThat(scores[i]).as("%s %d", activation, i).isCloseTo(told[i], within(1e-5));
      }
    }
  }

  /// The layers row by row, in double.
  private static double[] told(Model model, Dataset data) {
    var source = new Source(model.encoding(), data);
    var told = new double[data.rows() * model.outputs()];
    for (int i = 0; i < data.rows(); i++) {
      double[] numbers = new double[model.encoding().numbers().size()];
      for (int j = 0; j < numbers.length; j++) {
        Encoding.Scaled scaled = model.encoding().numbers().get(j);
        numbers[j] = (source.number(j, i) - scaled.mean()) / scaled.deviation();
      }
      for (Layer layer : model.layers()) {
        double[] sums = layer.bias().clone();
        for (int k = 0; k < sums.length; k++) {
          for (int j = 0; j < numbers.length; j++) {
            sums[k] += numbers[j] * layer.weights()[j][k];
          }
          for (int c = 0; c < layer.levels().length; c++) {
            sums[k] += layer.levels()[c][source.code(c, i)][k];
          }
          sums[k] =
              switch (layer.activation()) {
                case NONE -> sums[k];
                case RELU -> Math.max(0, sums[k]);
                case TANH -> Math.tanh(sums[k]);
                case GELU ->
                    sums[k]
                        * (1 + dev.plumb.calculus.Doubles.unary("erf", sums[k] / Math.sqrt(2)))
                        / 2;
              };
        }
        numbers = sums;
      }
      System.arraycopy(numbers, 0, told, i * model.outputs(), model.outputs());
    }
    return told;
  }

  @Test
  void threads_change_no_bit() {
    Dataset data = Samples.classes(600, 20, 4, 2);
    double[][] scores = new double[3][];
    for (int threads = 1; threads <= 3; threads++) {
      scores[threads - 1] =
          Trainer.network(300, 200)
              .loss(CLASSES)
              .recipe(recipe(300, 2))
              .threads(threads)
              .fit(data)
              .model()
              .scores(data);
    }
    assertThat(scores[1]).isEqualTo(scores[0]);
    assertThat(scores[2]).isEqualTo(scores[0]);
  }

  @Test
  void seeds_change_bits() {
    Dataset data = Samples.line(100, 3, 1);
    double[] one = trainer(SQUARED, 16, 2).fit(data).model().scores(data);
    double[] other =
        trainer(SQUARED, 16, 2)
            .recipe(recipe(new Recipe.Adam(0), 16, 2, Double.POSITIVE_INFINITY, 1))
            .fit(data)
            .model()
            .scores(data);
    assertThat(trainer(SQUARED, 16, 2).fit(data).model().scores(data)).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p-10, 0x1p10, 0.001, 1000})
  void the_scale_of_weights_changes_no_bit(double factor) {
    Dataset data = Samples.weighted(Samples.line(200, 3, 1), 1, 2, 0.5, 0);
    Dataset scaled = Samples.weighted(Samples.line(200, 3, 1), factor, 2 * factor, factor / 2, 0);
    assertThat(trainer(SQUARED, 16, 3).fit(scaled).model().scores(data))
        .isEqualTo(trainer(SQUARED, 16, 3).fit(data).model().scores(data));
  }

  @Test
  void rows_without_weight_teach_nothing() {
    Dataset data = Samples.weighted(Samples.line(200, 3, 1), 1, 0);
    double[] wild = data.target().values().clone();
    for (int i = 1; i < wild.length; i += 2) {
      wild[i] = 1e30;
    }
    var target = new Target("y", Target.Kind.NUMBER, wild, List.of());
    var other = new Dataset("line", data.features(), target, data.weights());
    assertThat(trainer(SQUARED, 16, 3).fit(other).model().scores(data))
        .isEqualTo(trainer(SQUARED, 16, 3).fit(data).model().scores(data));
  }

  @Test
  void the_unit_of_the_target_does_not_matter() {
    Dataset data = Samples.line(300, 3, 1);
    double[] large = Arrays.stream(data.target().values()).map(y -> 0x1p20 * y).toArray();
    var scaled =
        new Dataset(
            "line", data.features(), new Target("y", Target.Kind.NUMBER, large, List.of()), null);
    double[] scores = trainer(SQUARED, 16, 5).fit(data).model().scores(data);
    double[] other = trainer(SQUARED, 16, 5).fit(scaled).model().scores(data);
    for (int i = 0; i < scores.length; i++) {
      assertThat(other[i] / 0x1p20).isCloseTo(scores[i], within(1e-6));
    }
  }

  @Test
  void going_on_from_any_epoch_gives_the_same_bits() {
    Dataset data = Samples.classes(150, 4, 3, 5);
    Split split = Split.of(data, 0.2, 0);
    for (Recipe.Method method : List.of(new Recipe.Adam(0.1), new Recipe.Sgd(0.9, true))) {
      var architecture = Architecture.of("network(12, 6, dropout = 0.3)");
      Recipe recipe = recipe(method, 16, 6, 1, 3);
      var kept = new Kept();
      NetworkFit whole = through(architecture, recipe, split, kept, null);
      assertThat(kept.states).hasSize(7);
      for (NetworkState state : kept.states) {
        NetworkFit rest = through(architecture, recipe, split, NetworkState.Keeper.NONE, state);
        assertThat(rest.model().scores(data)).isEqualTo(whole.model().scores(data));
        assertThat(rest.steps()).isEqualTo(whole.steps());
        assertThat(rest.best()).isEqualTo(whole.best());
      }
    }
  }

  private static NetworkFit through(
      Architecture architecture,
      Recipe recipe,
      Split split,
      NetworkState.Keeper keeper,
      NetworkState from) {
    NetworkTrainer trainer =
        NetworkTrainer.of(architecture)
            .loss(CLASSES)
            .recipe(recipe)
            .validation(split.heldOut())
            .keeper(keeper);
    if (from != null) {
      trainer.resume(from);
    }
    return trainer.fit(split.taught());
  }

  @Test
  void rows_held_out_choose_the_best_epoch_and_end_the_training() {
    Split split = Split.of(Samples.classes(120, 6, 3, 5), 0.3, 0);
    NetworkFit fit =
        trainer(CLASSES, 8, 200)
            .validation(split.heldOut())
            .stopping(new Stopping(Optional.empty(), 7))
            .fit(split.taught());
    assertThat(fit.reason()).isEqualTo("loss did not become better for 7 epochs");
    assertThat(fit.steps()).hasSize(fit.best() + 8);
    double least =
        fit.steps().stream().mapToDouble(TrainingStep::validationLoss).min().orElseThrow();
    assertThat(fit.told().validationLoss()).isEqualTo(least);
    assertThat(CLASSES.mean().of(batch(fit.model(), split.heldOut())))
        .isCloseTo(least, within(1e-9));
  }

  private static dev.plumb.Batch batch(Model model, Dataset data) {
    double[] scores = model.scores(data);
    return dev.plumb.Batch.rows(
        scores, model.outputs(), TargetForm.ONE_HOT.of(data.target().values(), model.outputs()));
  }

  @Test
  void one_named_metric_may_choose() {
    Split split = Split.of(Samples.classes(120, 6, 3, 5), 0.3, 0);
    NetworkFit fit =
        trainer(CLASSES, 8, 60)
            .validation(split.heldOut())
            .stopping(new Stopping(Optional.of(Metric.ACCURACY), 5))
            .fit(split.taught());
    assertThat(fit.reason()).isEqualTo("accuracy did not become better for 5 epochs");
  }

  @Test
  void the_cost_that_is_told_is_that_of_an_evaluation() {
    Dataset data = Samples.classes(200, 5, 3, 7);
    NetworkFit fit = trainer(CLASSES, 16, 4).fit(data);
    assertThat(fit.told().loss())
        .isCloseTo(CLASSES.mean().of(batch(fit.model(), data)), within(1e-12));
  }

  @Test
  void a_clipped_gradient_is_no_longer_than_told_and_steps_warm_up() {
    var steps = new ArrayList<NetworkStep>();
    Recipe recipe = new Recipe(new Recipe.Sgd(0, false), 0.5, 10, 4, Schedule.STEP, 1, 0.001, 0);
    Dataset data = Samples.line(100, 3, 1);
    var points = new ArrayList<double[]>();
    Trainer.network(5)
        .loss(SQUARED)
        .recipe(recipe)
        .listener(
            new NetworkStep.Listener() {
              @Override
              public void step(NetworkStep step) {
                steps.add(step);
              }
            })
        .keeper(state -> points.add(state.point()))
        .fit(data);
    assertThat(steps).hasSize(40);
    assertThat(steps.get(0).size()).isCloseTo(0.05, within(1e-12));
    assertThat(steps.get(9).size()).isCloseTo(0.5, within(1e-12));
    assertThat(steps.get(20).size()).isCloseTo(0.5, within(1e-12));
    assertThat(steps.get(30).size()).isCloseTo(0.05, within(1e-12));
    assertThat(steps.get(39).size()).isCloseTo(0.005, within(1e-12));
    assertThat(steps).allMatch(step -> step.slope() > 0.001);
    double moved = 0;
    for (int i = 0; i < points.get(2).length; i++) {
      moved += Math.pow(points.get(2)[i] - points.get(1)[i], 2);
    }
    assertThat(Math.sqrt(moved)).isLessThanOrEqualTo(10 * 0.5 * 0.001).isGreaterThan(1e-4);
  }

  @Test
  void a_penalty_keeps_weights_small() {
    Dataset data = Samples.line(200, 3, 1);
    NetworkFit free = trainer(SQUARED, 16, 10).fit(data);
    NetworkFit held = trainer(SQUARED, 16, 10).penalty(10).fit(data);
    assertThat(held.told().penalty()).isPositive();
    assertThat(free.told().penalty()).isZero();
    assertThat(squares(held.model())).isLessThan(squares(free.model()));
  }

  private static double squares(Model model) {
    return model.layers().stream()
        .flatMap(layer -> Arrays.stream(layer.weights()))
        .flatMapToDouble(Arrays::stream)
        .map(w -> w * w)
        .sum();
  }

  @Test
  void a_number_that_is_not_finite_stops_and_keeps_the_last_good_model() {
    Dataset data = Samples.line(100, 3, 1);
    Recipe wild =
        new Recipe(
            new Recipe.Sgd(0.9, false),
            1e30,
            10,
            5,
            Schedule.CONSTANT,
            0,
            Double.POSITIVE_INFINITY,
            0);
    assertThatThrownBy(() -> Trainer.network(4).loss(SQUARED).recipe(wild).fit(data))
        .isInstanceOfSatisfying(
            TrainingException.class,
            stop -> {
              assertThat(stop)
                  .hasMessageMatching(
                      "squared_error stopped in epoch 1: row \\d+: the (loss|gradient) of squared_error"
                          + " is .* at score .* for target .*");
              assertThat(stop.lastGood().scores(data)).doesNotContain(Double.NaN);
            });
  }

  @Test
  void what_cannot_be_is_refused() {
    assertThatThrownBy(() -> Trainer.network(4).fit(Samples.line(10, 1, 1)))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("a trainer needs a loss");
    assertThatThrownBy(() -> Trainer.network(4).penalty(-1)).hasMessageContaining("penalty");
    assertThatThrownBy(() -> recipe(0, 1)).hasMessageContaining("a batch is at least 1 row, not 0");
    assertThatThrownBy(() -> new Recipe.Sgd(1, false))
        .hasMessageContaining("a momentum is in [0, 1)");
    assertThatThrownBy(() -> Recipe.Method.named("adm"))
        .hasMessageContaining("no optimiser adm; did you mean adam?");
  }
}
