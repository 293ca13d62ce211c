package dev.plumb.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.training.statistics.SplitMix;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassesTest {
  private static final int ROWS = 7;
  private static final int[] ORDER = {6, 2, 4, 0, 1, 5, 3};

  /// Three numbers and two categories of 2 and 3 levels.
  private static Rows rows() {
    var random = new SplitMix(3);
    var numbers = new float[ROWS * 3];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (4 * random.nextDouble() - 2);
    }
    var levels = new int[ROWS * 2];
    for (int i = 0; i < ROWS; i++) {
      levels[2 * i] = random.nextInt(3) - 1;
      levels[2 * i + 1] = i == 4 ? -1 : 2 + random.nextInt(3);
    }
    return new Rows(numbers, 3, levels, 2);
  }

  private static Passes passes(Architecture architecture, Weights weights) {
    return new Passes(architecture, weights, rows(), ROWS, Multiplier.fixedOrder(Parts.ALONE));
  }

  /// Some sum of all scores.
  private static double sum(Passes passes, double[] point, double[] factors) {
    passes.at(point);
    var scores = new double[factors.length];
    passes.forward(rows(), ORDER, 0, ROWS, null, scores);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += factors[i] * scores[i];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"GELU", "TANH", "RELU"})
  void slopes_are_those_of_differences(Activation activation) {
    var architecture = new Architecture(List.of(6, 5), activation, 0);
    Weights weights = Weights.of(architecture, 3, 2, 5, 2);
    Passes passes = passes(architecture, weights);
    double[] point = weights.drawn(activation, 1);
    var random = new SplitMix(9);
    double[] factors = random(random, ROWS * 2);
    sum(passes, point, factors);
    var slopes = new double[weights.size()];
    passes.backward(factors, slopes);
    double step = 1.0 / 256;
    int kinked = 0;
    for (int i = 0; i < point.length; i++) {
      double[] more = point.clone();
      double[] less = point.clone();
      more[i] += step;
      less[i] -= step;
      double difference = (sum(passes, more, factors) - sum(passes, less, factors)) / (2 * step);
      if (Math.abs(slopes[i] - difference) > 5e-3 * (1 + Math.abs(difference))) {
        kinked++;
      }
    }
    assertThat(kinked).isLessThanOrEqualTo(activation == Activation.RELU ? 8 : 0);
    assertThat(java.util.Arrays.stream(slopes).boxed()).anyMatch(s -> Math.abs(s) > 0.1);
  }

  private static double[] random(SplitMix random, int count) {
    return IntStream.range(0, count).mapToDouble(i -> 2 * random.nextDouble() - 1).toArray();
  }

  @Test
  void scores_are_sums_of_weights() {
    Architecture architecture = Architecture.of(1);
    Weights weights = Weights.of(architecture, 3, 2, 5, 1);
    double[] point = new double[weights.size()];
    point[0] = 0.5; // the first number
    point[3 + 4] = 2; // the last level of the second category
    point[8] = 10; // the bias of the hidden unit
    point[9] = 3; // from the hidden unit to the score
    point[10] = -1; // the bias of the score
    Passes passes = passes(architecture, weights);
    passes.at(point);
    var scores = new double[ROWS];
    passes.forward(rows(), ORDER, 0, ROWS, null, scores);
    Rows rows = rows();
    for (int i = 0; i < ROWS; i++) {
      int row = ORDER[i];
      boolean last = rows.levels()[2 * row + 1] == 4;
      double unit = 0.5 * rows.numbers()[3 * row] + (last ? 2 : 0) + 10;
      assertThat(scores[i]).isEqualTo(3 * unit - 1, within(1e-5));
    }
  }

  @Test
  void a_dropped_unit_gives_nothing_and_the_others_more() {
    var architecture = new Architecture(List.of(200), Activation.RELU, 0.25);
    Weights weights = Weights.of(architecture, 3, 2, 5, 1);
    double[] point = new double[weights.size()];
    for (Weights.Place layer : weights.layers()) {
      for (int i = layer.bias(); i < layer.bias() + layer.outputs() && layer.inputs() == 8; i++) {
        point[i] = 1;
      }
    }
    Weights.Place last = weights.layers().getLast();
    for (int i = last.at(); i < last.bias(); i++) {
      point[i] = 1;
    }
    Passes passes = passes(architecture, weights);
    passes.at(point);
    var scores = new double[ROWS];
    passes.forward(rows(), ORDER, 0, ROWS, new SplitMix(1)::nextDouble, scores);
    for (double score : scores) {
      assertThat(score / (4.0 / 3)).isCloseTo(Math.rint(score / (4.0 / 3)), within(1e-3));
      assertThat(score).isBetween(160.0, 240.0).isNotEqualTo(200);
    }
    passes.forward(rows(), ORDER, 0, ROWS, null, scores);
    assertThat(scores).containsOnly(200);
  }

  @Test
  void parts_change_no_bit() {
    Architecture architecture = Architecture.of(512, 256);
    Weights weights = Weights.of(architecture, 3, 2, 5, 2);
    var numbers = new Rows(new float[400 * 3], 3, new int[400 * 2], 2);
    for (int i = 0; i < numbers.numbers().length; i++) {
      numbers.numbers()[i] = i % 17 - 8;
    }
    int[] order = IntStream.range(0, 400).toArray();
    double[][] found = new double[2][];
    int[] parts = {0};
    for (int way = 0; way < 2; way++) {
      Parts shared =
          way == 0
              ? Parts.ALONE
              : (count, part) -> {
                parts[0] = Math.max(parts[0], count);
                IntStream.range(0, count).parallel().forEach(part);
              };
      var passes = new Passes(architecture, weights, numbers, 400, Multiplier.fixedOrder(shared));
      passes.at(weights.drawn(Activation.RELU, 5));
      var scores = new double[800];
      passes.forward(numbers, order, 0, 400, null, scores);
      found[way] = new double[weights.size()];
      passes.backward(scores, found[way]);
    }
    assertThat(parts[0]).isGreaterThan(4);
    assertThat(found[1]).isEqualTo(found[0]);
  }

  @Test
  void first_weights_have_the_variance_of_he_and_glorot() {
    var architecture = new Architecture(List.of(300), Activation.RELU, 0);
    Weights weights = Weights.of(architecture, 100, 0, 0, 50);
    double[] relu = weights.drawn(Activation.RELU, 1);
    double[] tanh = weights.drawn(Activation.TANH, 1);
    Weights.Place first = weights.layers().getFirst();
    assertThat(variance(relu, first)).isCloseTo(2.0 / 100, within(4e-4));
    assertThat(variance(tanh, first)).isCloseTo(2.0 / 400, within(1e-4));
    assertThat(variance(relu, weights.layers().getLast())).isCloseTo(2.0 / 350, within(2e-4));
    assertThat(relu[first.bias()]).isZero();
  }

  private static double variance(double[] point, Weights.Place layer) {
    double squares = 0;
    for (int i = layer.at(); i < layer.bias(); i++) {
      squares += point[i] * point[i];
    }
    return squares / (layer.bias() - layer.at());
  }
}
