package dev.plumb.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import dev.plumb.training.Model;
import dev.plumb.training.Scorecard;
import dev.plumb.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedModelTest {
  @TempDir private Path folder;

  private static Model linear(String loss, Dataset data, int threads) {
    return Trainer.linear().loss(Loss.of(loss)).threads(threads).fit(data).model();
  }

  private SavedModel saved(Model model, Dataset data) {
    Path file = folder.resolve("model.onnx");
    SavedModel.write(file, model, Card.of(data, model));
    return SavedModel.read(file);
  }

  @Test
  void the_file_predicts_what_the_model_in_memory_does() {
    Dataset data = Examples.withHoles(Examples.of("rain.csv", "weather"));
    Model model = linear("softmax_cross_entropy", data, 2);
    double[] memory = model.predict(data);
    float[] file = saved(model, data).predict(data.features(), data.rows()).values();
    assertThat(file).hasSize(memory.length);
    for (int i = 0; i < file.length; i++) {
      assertThat((double) file[i]).isCloseTo(memory[i], within(1e-7));
    }
  }

  @Test
  void labels_are_those_that_metrics_count() {
    for (String loss : List.of("sigmoid_cross_entropy", "hinge", "exponential_loss")) {
      Dataset data = Examples.of("rain.csv", "rain_tomorrow");
      Model model = linear(loss, data, 2);
      String[] labels = saved(model, data).predict(data.features(), data.rows()).labels();
      double right = 0;
      for (int i = 0; i < labels.length; i++) {
        right += data.target().labels().indexOf(labels[i]) == data.target().values()[i] ? 1 : 0;
      }
      double accuracy =
          Scorecard.of(model, data).entrySet().stream()
              .filter(m -> m.getKey().text().equals("accuracy"))
              .findFirst()
              .orElseThrow()
              .getValue();
      assertThat(right / labels.length).as(loss).isEqualTo(accuracy, within(1e-12));
    }
  }

  @Test
  void the_same_training_gives_the_same_bytes_on_one_and_two_threads() {
    Dataset data = Examples.of("rain.csv", "weather");
    Model one = linear("softmax_cross_entropy", data, 1);
    Model two = linear("softmax_cross_entropy", data, 2);
    assertThat(SavedModel.bytes(one, Card.of(data, one)))
        .isEqualTo(SavedModel.bytes(two, Card.of(data, two)));
  }

  @Test
  void the_card_tells_where_it_comes_from() {
    Dataset data = Examples.of("stackloss.csv", "stack_loss");
    Model model = linear("huber(delta = 2)", data, 1);
    Card card = saved(model, data).card();
    assertThat(card.fact("loss")).isEqualTo("huber(delta = 2)");
    assertThat(card.fact("data")).isEqualTo("stackloss.csv");
    assertThat(card.fact("data.rows")).isEqualTo("21");
    assertThat(card.fact("data.sha256")).hasSize(64);
    assertThat(card.fact("loss.sha256")).hasSize(64);
    assertThat(card.loss().value(10, 0)).isEqualTo(model.loss().value(10, 0));
  }

  @Test
  void the_hash_of_the_data_sees_one_changed_number_and_not_the_name_of_the_file() {
    Dataset data = Examples.of("stackloss.csv", "stack_loss");
    var renamed = new Dataset("other", data.features(), data.target(), data.weights());
    assertThat(Digest.of(renamed)).isEqualTo(Digest.of(data));
    float[] values = ((Feature.Numeric) data.features().getFirst()).values();
    values[20]++;
    assertThat(Digest.of(renamed))
        .isNotEqualTo(Digest.of(Examples.of("stackloss.csv", "stack_loss")));
  }

  @Test
  void unseen_levels_are_counted_and_count_as_missing() {
    Dataset data = Examples.of("rain.csv", "temp_max");
    Model model = linear("squared_error", data, 2);
    SavedModel saved = saved(model, data);
    assertThat(saved.unseen(data.features())).isEmpty();
    List<Feature> strange = Examples.withUnseen(data.features());
    assertThat(saved.unseen(strange).get("weather"))
        .isEqualTo(new SavedModel.Unseen(3, List.of("never seen")));
    var missing =
        strange.stream()
            .<Feature>map(f ->
                f instanceof Feature.Categorical(var name, var codes, var levels)
                    ? new Feature.Categorical(name, without(codes, levels.size() - 1), levels)
                    : f)
            .toList();
    assertThat(saved.predict(strange, data.rows()).values())
        .isEqualTo(saved.predict(missing, data.rows()).values());
  }

  private static int[] without(int[] codes, int code) {
    return java.util.Arrays.stream(codes).map(c -> c == code ? -1 : c).toArray();
  }

  @Test
  void a_column_that_is_missing_or_of_another_kind_is_named() {
    Dataset data = Examples.of("rain.csv", "temp_max");
    SavedModel saved = saved(linear("squared_error", data, 1), data);
    List<Feature> none = data.features().stream().filter(f -> !f.name().equals("wind")).toList();
    assertThatThrownBy(() -> saved.predict(none, data.rows()))
        .isInstanceOf(PlumbException.class)
        .hasMessage("the model reads a column wind of numbers, and the data has none");
    List<Feature> other =
        data.features().stream()
            .<Feature>map(f ->
                f.name().equals("wind")
                    ? new Feature.Categorical("wind", new int[data.rows()], List.of("calm"))
                    : f)
            .toList();
    assertThatThrownBy(() -> saved.predict(other, data.rows()))
        .hasMessage("the model reads column wind as numbers, and the data has text there");
  }

  @Test
  void a_file_that_is_no_model_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("x.onnx"), "certainly not");
    assertThatThrownBy(() -> SavedModel.read(file))
        .hasMessageContaining("x.onnx is no ONNX file, or was cut off");
    assertThatThrownBy(() -> SavedModel.read(folder.resolve("y.onnx")))
        .hasMessageContaining("there is no model");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> SavedModel.read(file)).hasMessageContaining("no model of Plumb");
  }

  @Test
  void a_file_cut_off_anywhere_is_refused() {
    Dataset data = Examples.of("stackloss.csv", "stack_loss");
    Model model = linear("huber", data, 1);
    byte[] whole = SavedModel.bytes(model, Card.of(data, model));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SavedModel.of(part, "part")).isInstanceOf(PlumbException.class);
    }
  }

  @Test
  void nothing_is_left_beside_the_file_not_even_of_a_killed_process() throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.writeString(WholeFile.beside(file), "half of it");
    WholeFile.write(file, new byte[] {1, 2, 3});
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(folder).isDirectoryContaining("glob:**model.onnx");
    try (var files = Files.list(folder)) {
      assertThat(files.toList()).containsExactly(file);
    }
  }

  @Test
  void a_place_that_cannot_be_written_is_told_before_the_work() {
    assertThatThrownBy(() -> WholeFile.check(folder))
        .hasMessageContaining("it is a folder; name a file in it");
    assertThatThrownBy(() -> WholeFile.check(folder.resolve("none/model.onnx")))
        .hasMessageContaining("there is no folder");
  }
}
