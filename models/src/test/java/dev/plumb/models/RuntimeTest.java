package dev.plumb.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.training.Calibrated;
import dev.plumb.training.Dataset;
import dev.plumb.training.Model;
import dev.plumb.training.NetworkTrainer;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Recipe;
import dev.plumb.training.Trainer;
import dev.plumb.training.calibration.Calibration;
import dev.plumb.training.network.Architecture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// onnxruntime serves what Plumb predicts: every loss of the catalogue that can be trained, on
/// every data set.
class RuntimeTest {
  private static final double TOLERANCE = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "stackloss.csv, stack_loss, true, 40",
    "diabetes.csv, target, false, 40",
    "rain.csv, rain_tomorrow, true, 25",
    "rain.csv, weather, true, 5",
  })
  void a_linear_model_of_every_loss(String file, String target, boolean holes, int least) {
    Dataset data = Examples.few(Examples.of(file, target), 300);
    linear(Catalogue.builtin().all(), holes ? Examples.withHoles(data) : data, least);
  }

  @ParameterizedTest
  @CsvSource({
    "engel.csv, foodexp, 15",
    "rain.csv, temp_max, 10",
    "breast_cancer.csv, target, 10",
    "digits.csv, target, 5",
  })
  void a_linear_model_of_every_common_loss(String file, String target, int least) {
    linear(different(), Examples.few(Examples.of(file, target), 300), least);
  }

  private static void linear(List<Definition> losses, Dataset data, int least) {
    int trained = 0;
    for (Definition definition : losses) {
      Optional<Model> model = trained(Loss.of(definition.name()), data);
      if (model.isPresent()) {
        agree(model.get(), data);
        trained++;
      }
    }
    assertThat(trained).as("losses on " + data.name()).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({
    "stackloss.csv, stack_loss, 'network(8)', 15",
    "rain.csv, temp_max, 'network(8, 4, activation = gelu)', 6",
    "rain.csv, rain_tomorrow, 'network(8, activation = tanh)', 6",
    "rain.csv, weather, 'network(8, dropout = 0.2)', 5",
    "digits.csv, target, 'network(16, 8)', 5",
  })
  void a_network_under_every_loss(String file, String target, String network, int least) {
    Dataset data = Examples.withHoles(Examples.few(Examples.of(file, target), 150));
    int trained = 0;
    for (Definition definition : Catalogue.builtin().all()) {
      Optional<Model> model = network(Architecture.of(network), Loss.of(definition.name()), data);
      if (model.isPresent()) {
        agree(model.get(), data);
        trained++;
      }
    }
    assertThat(trained).as("losses on " + data.name()).isGreaterThanOrEqualTo(least);
  }

  /// The common losses, and those with a response of their own.
  private static List<Definition> different() {
    return Catalogue.builtin().all().stream()
        .filter(d -> d.common() || d.response().isPresent())
        .toList();
  }

  private static Optional<Model> network(Architecture network, Loss loss, Dataset data) {
    Recipe recipe =
        new Recipe(
            new Recipe.Adam(0),
            0.01,
            32,
            2,
            Optimiser.Schedule.CONSTANT,
            0,
            Double.POSITIVE_INFINITY,
            0);
    try {
      return Optional.of(
          NetworkTrainer.of(network).loss(loss).recipe(recipe).threads(1).fit(data).model());
    } catch (PlumbException unsuitable) {
      return Optional.empty();
    }
  }

  @Test
  void quantiles_that_never_cross_and_a_mean_with_its_variance() {
    Dataset data = Examples.of("engel.csv", "foodexp");
    Trainer quantiles = Trainer.linear().quantiles(0.1, 0.5, 0.9);
    for (Trainer trainer : List.of(quantiles, Trainer.linear().meanAndVariance())) {
      agree(trainer.threads(1).fit(data).model(), data);
    }
  }

  @Test
  void ordered_levels() {
    Dataset wind = Examples.levels(Examples.withHoles(Examples.of("rain.csv", "wind")), 4);
    for (String loss : List.of("ordinal_cross_entropy", "ordinal_hinge", "cross_entropy")) {
      Model model = Trainer.linear().loss(Loss.of(loss)).threads(1).fit(wind).model();
      assertThat(model.isOfLevels()).isEqualTo(loss.startsWith("ordinal"));
      agree(model, wind);
      byte[] file = SavedModel.bytes(model, Card.of(wind, model));
      Predictions said = SavedModel.of(file, "the file").predict(wind.features(), wind.rows());
      assertThat(Arrays.stream(said.labels()).distinct().count()).isGreaterThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rain_tomorrow, squared_hinge, PLATT",
    "rain_tomorrow, squared_hinge, ISOTONIC",
    "rain_tomorrow, sigmoid_cross_entropy, TEMPERATURE",
    "weather, softmax_cross_entropy, TEMPERATURE",
  })
  void calibrated_probabilities(String target, String loss, Calibration.Method method) {
    Dataset data = Examples.withHoles(Examples.of("rain.csv", target));
    Calibrated calibrated = Trainer.linear().loss(Loss.of(loss)).calibrated(data, method, 3);
    byte[] file = SavedModel.bytes(calibrated, Card.of(data, calibrated));
    Predictions ours = SavedModel.of(file, "the file").predict(data.features(), data.rows());
    Predictions theirs = Witness.predict(file, data.features(), data.rows());
    near(ours.values(), theirs.values(), "probabilities");
    double[] told = calibrated.predict(data);
    for (int i = 0; i < told.length; i++) {
      assertThat((double) ours.values()[i]).isCloseTo(told[i], within(TOLERANCE));
    }
    List<String> labels = data.target().labels();
    for (int i = 0; i < data.rows() && ours.outputs() == 1; i++) {
      if (Math.abs(told[i] - 0.5) > TOLERANCE) {
        assertThat(ours.labels()[i]).isEqualTo(labels.get(told[i] > 0.5 ? 1 : 0));
        assertThat(theirs.labels()[i]).isEqualTo(ours.labels()[i]);
      }
    }
  }

  private static Optional<Model> trained(Loss loss, Dataset data) {
    try {
      return Optional.of(
          Trainer.linear()
              .loss(loss)
              .optimiser(new Optimiser.Lbfgs(2, 1e-9))
              .threads(1)
              .fit(data)
              .model());
    } catch (PlumbException unsuitable) {
      return Optional.empty();
    }
  }

  static void agree(Model model, Dataset data) {
    byte[] file = SavedModel.bytes(model, Card.of(data, model));
    var features = Examples.withUnseen(data.features());
    Predictions theirs = Witness.predict(file, features, data.rows());
    Predictions ours = SavedModel.of(file, "the file").predict(features, data.rows());
    String what = model.loss().text() + " on " + data.name();
    near(ours.scores(), theirs.scores(), "scores of " + what);
    near(ours.values(), theirs.values(), "predictions of " + what);
    labels(ours, theirs, model, what);
  }

  /// Within the tolerance of the largest number, or of the number itself where that is larger.
  private static void near(float[] ours, float[] theirs, String what) {
    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.length; i++) {
      double room = TOLERANCE * Math.max(1, Math.abs(theirs[i]));
      if (Float.floatToIntBits(ours[i]) != Float.floatToIntBits(theirs[i])) {
        assertThat((double) Math.abs(ours[i] - theirs[i]))
            .as("%s, number %d: %s and %s", what, i, ours[i], theirs[i])
            .isLessThanOrEqualTo(room);
      }
    }
  }

  /// The labels are the same but where two scores are as good as equal.
  private static void labels(Predictions ours, Predictions theirs, Model model, String what) {
    if (ours.labels() == null) {
      assertThat(theirs.labels()).isNull();
      return;
    }
    int outputs = ours.outputs();
    for (int i = 0; i < ours.labels().length; i++) {
      float[] row = Arrays.copyOfRange(ours.scores(), i * outputs, (i + 1) * outputs);
      float[] sorted = row.clone();
      Arrays.sort(sorted);
      double lead = model.isOfLevels() ? nearest(row) : lead(sorted, model);
      if (lead > 10 * TOLERANCE * Math.max(1, Math.abs(sorted[outputs - 1]))) {
        assertThat(ours.labels()[i]).as("label %d of %s", i, what).isEqualTo(theirs.labels()[i]);
      }
    }
  }

  private static double lead(float[] sorted, Model model) {
    int outputs = sorted.length;
    return outputs == 1
        ? Math.abs(sorted[0] - model.boundary())
        : sorted[outputs - 1] - sorted[outputs - 2];
  }

  private static double nearest(float[] scores) {
    double nearest = Double.POSITIVE_INFINITY;
    for (float score : scores) {
      nearest = Math.min(nearest, Math.abs(score));
    }
    return nearest;
  }
}
