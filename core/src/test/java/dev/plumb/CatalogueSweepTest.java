package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Example;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Domain;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What holds of every loss of the catalogue.
class CatalogueSweepTest {
  private static final int LOSSES = 217;
  private static final int EXAMPLES = 220;
  private static final List<Definition> ALL = Catalogue.builtin().all();

  private static Stream<DynamicTest> every(Consumer<Loss> test) {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(LOSSES);
    return ALL.stream()
        .map(d -> DynamicTest.dynamicTest(d.name(), () -> test.accept(Loss.of(d.name()))));
  }

  @Test
  void examples_are_many() {
    assertThat(ALL.stream().mapToInt(d -> d.examples().size()).sum())
        .isGreaterThanOrEqualTo(EXAMPLES);
  }

  @TestFactory
  Stream<DynamicTest> says_what_it_is_and_where_it_comes_from() {
    return every(loss -> {
      Definition definition = loss.definition();
      assertThat(definition.documentation()).endsWith(".").hasSizeGreaterThan(20);
      assertThat(definition.sources()).isNotEmpty();
      assertThat(definition.estimates()).isPresent();
      assertThat(definition.examples()).isNotEmpty();
      assertThat(definition.family()).isNotEmpty();
    });
  }

  @TestFactory
  Stream<DynamicTest> has_the_values_of_its_examples() {
    return every(loss -> loss.definition().examples().forEach(e -> holds(loss, e)));
  }

  private static void holds(Loss plain, Example example) {
    Loss loss = plain;
    for (var parameter : example.parameters().entrySet()) {
      loss = loss.with(parameter.getKey(), parameter.getValue());
    }
    int classes = example.inputs().stream().mapToInt(input -> input.length).max().orElseThrow();
    double[] value = new double[1];
    loss.values(Batch.of(classes, 1, example.inputs().toArray()), value);
    assertThat(Math.abs(value[0] - example.value()))
        .as("%s, found %s", example.value(), value[0])
        .isLessThanOrEqualTo(1e-14 * Math.max(1e-20, Math.abs(example.value())));
  }

  @TestFactory
  Stream<DynamicTest> gives_back_its_text() {
    return every(loss -> {
      Loss changed = loss;
      for (Parameter parameter : loss.definition().parameters()) {
        changed = changed.with(parameter.name(), another(parameter));
      }
      assertThat(Loss.of(changed.text()).parameters()).isEqualTo(changed.parameters());
      assertThat(Loss.of(changed.text()).text()).isEqualTo(changed.text());
    });
  }

  /// Another value of a parameter, in its domain.
  private static double another(Parameter parameter) {
    return IntStream.of(2, 3, 5, 10)
        .mapToDouble(i -> parameter.value() + 1.0 / i)
        .filter(parameter.domain()::contains)
        .findFirst()
        .orElse(parameter.value());
  }

  @TestFactory
  Stream<DynamicTest> refuses_parameters_outside_their_domain() {
    return every(loss -> {
      for (Parameter parameter : loss.definition().parameters()) {
        Domain.Interval hull = parameter.domain().hull();
        if (hull.low() != Double.NEGATIVE_INFINITY) {
          assertThatThrownBy(() -> loss.with(parameter.name(), hull.low() - 1))
              .isInstanceOf(PlumbException.class)
              .hasMessageContaining("is outside " + parameter.domain().text());
        }
      }
      assertThatThrownBy(() -> loss.with("nonsense", 1)).isInstanceOf(PlumbException.class);
    });
  }

  // Batches

  @TestFactory
  Stream<DynamicTest> gives_each_sample_of_a_batch_the_bits_it_has_alone() {
    return every(loss -> {
      int classes = loss.definition().hasRows() ? 10 : 1;
      Object[] columns = columns(loss.definition(), classes, 7);
      Outputs all = Outputs.of(loss, classes, 7, columns);
      for (int sample = 0; sample < 7; sample++) {
        int s = sample;
        Object[] alone =
            IntStream.range(0, columns.length)
                .mapToObj(i -> part((double[]) columns[i], s, 7))
                .toArray();
        assertThat(Outputs.of(loss, classes, 1, alone)).isEqualTo(all.at(sample, 7));
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> reads_floats_as_the_doubles_they_are() {
    return every(loss -> {
      int classes = loss.definition().hasRows() ? 3 : 1;
      Object[] columns = columns(loss.definition(), classes, 4);
      Object[] floats = Arrays.stream(columns).map(c -> floats((double[]) c)).toArray();
      Object[] doubles = Arrays.stream(floats).map(c -> doubles((float[]) c)).toArray();
      assertThat(Outputs.of(loss, classes, 4, floats))
          .isEqualTo(Outputs.of(loss, classes, 4, doubles));
    });
  }

  @TestFactory
  Stream<DynamicTest> never_swallows_NaN() {
    return every(loss -> {
      int classes = loss.definition().hasRows() ? 3 : 1;
      for (int i = 0; i < loss.definition().predictions().size(); i++) {
        Object[] columns = columns(loss.definition(), classes, 1);
        Arrays.fill((double[]) columns[i], Double.NaN);
        assertThat(Outputs.of(loss, classes, 1, columns).values().getFirst())
            .as("value where %s is NaN", loss.definition().predictions().get(i).name())
            .isNaN();
      }
    });
  }

  /// Numbers that every loss can take, different for each input, sample and element.
  private static Object[] columns(Definition definition, int classes, int samples) {
    List<Input> inputs =
        Stream.concat(definition.predictions().stream(), definition.targets().stream()).toList();
    return IntStream.range(0, inputs.size())
        .mapToObj(i -> column(inputs.get(i), i, classes, samples))
        .toArray();
  }

  private static double[] column(Input input, int place, int classes, int samples) {
    double[] column = new double[samples * (input.row() ? classes : 1)];
    Arrays.setAll(column, k -> number(input, place, k, input.row() ? classes : 1));
    return column;
  }

  private static double number(Input input, int place, int k, int width) {
    double share = 0.5 + 0.37 * Math.sin(1 + 3 * place + k);
    return switch (input.domain()) {
      case Domain.ClassNumber _ -> k % 3;
      case Domain.Values(var values) -> values.get(k % values.size());
      case Domain.Simplex _ -> 2.0 * (1 + k % width) / (width * (width + 1));
      case Domain.Interval interval -> inside(interval, share);
    };
  }

  private static double inside(Domain.Interval interval, double share) {
    if (interval.unbounded()) {
      return 4 * share - 2;
    }
    return interval.low() == Double.NEGATIVE_INFINITY
        ? interval.high() - share
        : interval.low()
            + share * (Double.isInfinite(interval.high()) ? 2 : interval.high() - interval.low());
  }

  private static double[] part(double[] column, int sample, int samples) {
    int width = column.length / samples;
    return Arrays.copyOfRange(column, sample * width, (sample + 1) * width);
  }

  private static float[] floats(double[] column) {
    float[] floats = new float[column.length];
    for (int i = 0; i < column.length; i++) {
      floats[i] = (float) column[i];
    }
    return floats;
  }

  private static double[] doubles(float[] column) {
    double[] doubles = new double[column.length];
    Arrays.setAll(doubles, i -> column[i]);
    return doubles;
  }
}
