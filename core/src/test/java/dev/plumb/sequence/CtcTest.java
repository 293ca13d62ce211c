package dev.plumb.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Each;
import dev.plumb.PlumbException;
import dev.plumb.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CtcTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  // Against every path, written out

  @TestFactory
  Stream<DynamicTest> is_minus_the_logarithm_of_the_sum_over_every_path() {
    var cases = new ArrayList<DynamicTest>();
    for (int classes = 1; classes <= 4; classes++) {
      for (int frames = 1; frames <= 5; frames++) {
        for (int blank : new int[] {0, classes - 1}) {
          for (int[] labels : labels(classes, blank, 3)) {
            double[][] scores = scores(new Random(cases.size()), frames, classes, 3);
            cases.add(
                DynamicTest.dynamicTest(
                    "T=%d C=%d blank=%d %s"
                        .formatted(frames, classes, blank, Arrays.toString(labels)),
                    () -> agreesWithEveryPath(scores, blank, labels)));
          }
        }
      }
    }
    assertThat(cases).hasSizeGreaterThan(300);
    return cases.stream();
  }

  private static void agreesWithEveryPath(double[][] scores, int blank, int[] labels) {
    double[] paths = new double[1 + scores.length * scores[0].length];
    double[][] probabilities = Arrays.stream(scores).map(CtcTest::softmax).toArray(double[][]::new);
    walk(probabilities, blank, labels, new int[scores.length], 0, 1, paths);
    double expected = paths[0] == 0 ? INFINITY : -Math.log(paths[0]);
    double[] gradient = new double[paths.length - 1];
    double value = new Ctc(blank).sum().gradient(Sequences.one(scores, labels), gradient);
    if (expected == INFINITY) {
      assertThat(value).isEqualTo(INFINITY);
      assertThat(gradient).containsOnly(0);
      return;
    }
    assertThat(value).isCloseTo(expected, within(1e-13 * Math.max(1, expected)));
    for (int i = 0; i < gradient.length; i++) {
      double p = probabilities[i / scores[0].length][i % scores[0].length];
      assertThat(gradient[i]).isCloseTo(p - paths[1 + i] / paths[0], within(1e-13));
    }
  }

  /// Adds the probability of each path that spells the labels to `paths[0]`, and to the place of
  /// each class that it passes.
  private static void walk(
      double[][] p, int blank, int[] labels, int[] path, int t, double product, double[] paths) {
    if (t == p.length) {
      if (Arrays.equals(spelled(path, blank), labels)) {
        paths[0] += product;
        for (int i = 0; i < t; i++) {
          paths[1 + i * p[0].length + path[i]] += product;
        }
      }
      return;
    }
    for (int k = 0; k < p[0].length; k++) {
      path[t] = k;
      walk(p, blank, labels, path, t + 1, product * p[t][k], paths);
    }
  }

  private static int[] spelled(int[] path, int blank) {
    return IntStream.range(0, path.length)
        .filter(t -> path[t] != blank && (t == 0 || path[t] != path[t - 1]))
        .map(t -> path[t])
        .toArray();
  }

  private static List<int[]> labels(int classes, int blank, int longest) {
    var all = new ArrayList<int[]>(List.of(new int[0]));
    for (int from = 0, length = 1; length <= longest; length++) {
      int to = all.size();
      for (; from < to; from++) {
        for (int k = 0; k < classes; k++) {
          if (k != blank) {
            int[] longer = Arrays.copyOf(all.get(from), length);
            longer[length - 1] = k;
            all.add(longer);
          }
        }
      }
    }
    return all;
  }

  // The gradient

  @Test
  void gradient_agrees_with_differences_of_the_value() {
    var random = new Random(7);
    for (int round = 0; round < 20; round++) {
      double[][] scores = scores(random, 12, 6, 2);
      int[] labels = {1, 1, 3, 5, 2};
      double[] gradient = gradient(scores, labels);
      for (int i = 0; i < gradient.length; i++) {
        double slope = (moved(scores, i, 1e-4, labels) - moved(scores, i, -1e-4, labels)) / 2e-4;
        assertThat(gradient[i]).isCloseTo(slope, within(1e-7));
      }
    }
  }

  private static double moved(double[][] scores, int place, double by, int... labels) {
    double[][] moved = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
    moved[place / scores[0].length][place % scores[0].length] += by;
    return value(moved, labels);
  }

  @Test
  void gradient_of_each_frame_sums_to_0() {
    double[] gradient = gradient(scores(new Random(3), 50, 9, 10), 1, 2, 2, 8, 1, 4);
    for (int t = 0; t < 50; t++) {
      assertThat(Arrays.stream(gradient, t * 9, t * 9 + 9).sum()).isCloseTo(0, within(1e-14));
    }
  }

  @Test
  void gradient_of_a_sure_frame_keeps_its_digits() {
    double[] gradient = gradient(new double[][] {{0, 50}}, 1);
    assertThat(gradient[0]).isCloseTo(Math.exp(-50), within(1e-14 * Math.exp(-50)));
    assertThat(gradient[1]).isCloseTo(-Math.exp(-50), within(1e-14 * Math.exp(-50)));
    assertThat(value(new double[][] {{0, 50}}, 1))
        .isCloseTo(Math.exp(-50), within(1e-14 * Math.exp(-50)));
  }

  // Extremes

  @Test
  void scores_of_ten_thousand_stay_finite() {
    var random = new Random(5);
    for (int round = 0; round < 50; round++) {
      double[][] scores = scores(random, 30, 5, 1e4);
      double[] gradient = gradient(scores, 1, 1, 2, 4);
      assertThat(value(scores, 1, 1, 2, 4)).isFinite().isPositive();
      assertThat(Arrays.stream(gradient)).allMatch(g -> Math.abs(g) <= 1 + 1e-12);
    }
  }

  @Test
  void a_thousand_frames_do_not_underflow() {
    assertThat(value(new double[1000][10], 1, 2, 3)).isFinite().isGreaterThan(2000);
  }

  @Test
  void more_labels_and_repeats_than_frames_are_infinite_with_gradient_0() {
    assertThat(value(new double[2][3], 1, 1)).isEqualTo(INFINITY);
    assertThat(value(new double[3][3], 1, 1)).isFinite();
    assertThat(gradient(new double[2][3], 1, 1)).containsOnly(0);
  }

  @Test
  void a_score_of_minus_infinity_forbids_its_class() {
    double never = Double.NEGATIVE_INFINITY;
    double[][] scores = {{0, never, 0}, {0, 0, 0}};
    assertThat(value(scores, 1)).isCloseTo(Math.log(6), within(1e-15));
    double[][] forbidden = {{0, never, 0}, {0, never, 0}};
    assertThat(value(forbidden, 1)).isEqualTo(INFINITY);
    assertThat(gradient(forbidden, 1)).containsOnly(0);
  }

  @Test
  void a_score_of_infinity_takes_its_frame() {
    assertThat(value(new double[][] {{0, INFINITY}}, 1)).isZero();
    assertThat(gradient(new double[][] {{0, INFINITY}}, 1)).containsOnly(0);
  }

  @Test
  void nan_makes_value_and_gradient_nan() {
    assertThat(value(new double[][] {{0, Double.NaN}, {0, 0}}, 1)).isNaN();
    assertThat(gradient(new double[][] {{0, Double.NaN}, {0, 0}}, 1)).containsOnly(Double.NaN);
  }

  @Test
  void no_labels_ask_for_blanks() {
    assertThat(value(new double[4][2])).isCloseTo(4 * Math.log(2), within(1e-15));
  }

  @Test
  void no_frames_spell_no_labels_alone() {
    var empty = Sequences.of(3, new double[0], new int[] {0, 0}, new int[] {1}, new int[] {0, 1});
    double[] values = new double[2];
    new Ctc().values(empty, values);
    assertThat(values).containsExactly(0, INFINITY);
  }

  // Many samples

  @Test
  void samples_of_any_length_reduce_like_those_of_any_loss() {
    Sequences both = both().weights(3, 1);
    double first = value(SHORT, 1);
    double second = value(LONG, 2, 2);
    var ctc = new Ctc();
    assertThat(ctc.sum().of(both)).isCloseTo(3 * first + second, within(1e-14));
    assertThat(ctc.mean().of(both)).isCloseTo((3 * first + second) / 4, within(1e-14));
    assertThat(ctc.cost(Reduction.MEAN_PER_ROW).of(both))
        .isCloseTo((3 * first + second) / 2, within(1e-14));
    double[] gradient = new double[18];
    ctc.mean().gradient(both, gradient);
    double[] expected = gradient(LONG, 2, 2);
    for (int i = 0; i < expected.length; i++) {
      assertThat(gradient[6 + i]).isCloseTo(expected[i] / 4, within(1e-16));
    }
  }

  @Test
  void a_weight_of_0_contributes_nothing_even_with_nan() {
    double[] scores = new double[12];
    Arrays.fill(scores, 0, 6, Double.NaN);
    var sequences =
        Sequences.of(3, scores, new int[] {2, 2}, new int[] {7, 1}, new int[] {1, 1}).weights(0, 2);
    double[] gradient = new double[12];
    Arrays.fill(gradient, 5);
    assertThat(new Ctc().mean().gradient(sequences, gradient))
        .isEqualTo(value(new double[2][3], 1));
    assertThat(Arrays.copyOf(gradient, 6)).containsOnly(0);
    assertThat(new Ctc().mean().of(sequences.weights(0, 0))).isZero();
  }

  @Test
  void float_scores_are_the_same_numbers() {
    float[] scores = {0.5f, -1.25f, 3, 0, 0.75f, -2};
    double[] doubles = IntStream.range(0, 6).mapToDouble(i -> scores[i]).toArray();
    int[] one = {1};
    int[] two = {2};
    assertThat(new Ctc().sum().of(Sequences.of(3, scores, two, one, one)))
        .isEqualTo(new Ctc().sum().of(Sequences.of(3, doubles, two, one, one)));
  }

  // What does not fit

  @Test
  void says_which_label_is_wrong() {
    rejects(
        () -> value(new double[2][3], 3), "ctc: sample 0 has label 3, but the labels are 0 to 2");
    rejects(() -> value(new double[2][3], 0), "without the blank 0");
    rejects(
        () -> new Ctc(3).sum().of(Sequences.one(new double[2][3], 1)),
        "ctc: blank = 3, but the classes are 0 to 2");
    rejects(() -> new Ctc(-1), "no class number");
    rejects(() -> new Ctc().with("blanc", 1), "ctc has no parameter blanc; it has blank");
  }

  @Test
  void says_which_lengths_do_not_add_up() {
    int[] one = {1};
    rejects(() -> Sequences.of(3, new double[5], one, one, one), "5 scores, but 1 frames of 3");
    rejects(() -> Sequences.of(3, new double[3], one, new int[2], one), "2 labels");
    rejects(() -> both().weights(1), "2 samples, but 1 weights");
    rejects(() -> new Ctc().values(both(), new double[1]), "1 places for the values of 2 samples");
    var hessian = new Each(null, new double[1][18], new double[1][18]);
    rejects(() -> new Ctc().evaluate(both(), 0, 2, hessian), "no hessian");
  }

  // By name

  @Test
  void is_found_by_name_alias_and_call() {
    assertThat(SequenceLoss.all()).hasSize(1);
    for (SequenceLoss loss : SequenceLoss.all()) {
      assertThat(SequenceLoss.find(loss.text())).contains(loss);
      assertThat(SequenceLoss.find(loss.page().signature().replaceAll("\\(.*", ""))).contains(loss);
    }
    assertThat(SequenceLoss.find("Connectionist temporal classification")).contains(new Ctc());
    assertThat(SequenceLoss.find("ctc(blank = 6)")).contains(new Ctc(6));
    assertThat(new Ctc(6).text()).isEqualTo("ctc(blank = 6)");
    assertThat(SequenceLoss.find("huber")).isEmpty();
    assertThat(SequenceLoss.find("log(1 + (p - y)^2)")).isEmpty();
  }

  private static final double[][] SHORT = {{1, 2, 3}, {0.5, -1, 2}};
  private static final double[][] LONG = {{0, 1, 2}, {-1, 2, 0}, {3, 2, 1}, {0, 0.5, 0}};

  private static Sequences both() {
    double[] scores =
        Stream.of(SHORT, LONG).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
    return Sequences.of(3, scores, new int[] {2, 4}, new int[] {1, 2, 2}, new int[] {1, 2});
  }

  private static double value(double[][] scores, int... labels) {
    return new Ctc().sum().of(Sequences.one(scores, labels));
  }

  private static double[] gradient(double[][] scores, int... labels) {
    double[] gradient = new double[scores.length * scores[0].length];
    new Ctc().sum().gradient(Sequences.one(scores, labels), gradient);
    return gradient;
  }

  private static double[][] scores(Random random, int frames, int classes, double size) {
    return Stream.generate(() -> random.doubles(classes, -size, size).toArray())
        .limit(frames)
        .toArray(double[][]::new);
  }

  private static double[] softmax(double[] scores) {
    double total = Arrays.stream(scores).map(Math::exp).sum();
    return Arrays.stream(scores).map(z -> Math.exp(z) / total).toArray();
  }

  private static void rejects(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(PlumbException.class).hasMessageContaining(message);
  }
}
