package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.formula.Printer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModifiersTest {
  private static final double[] SCORES = {1, 2, -1, 0.5, 0.25, 3, -2, 0, 1};
  private static final double[] LABELS = {0, 2, 1};
  private static final double[] WEIGHTS = {0.5, 2, 3};
  private static final Loss CROSS_ENTROPY = Loss.of("sparse_softmax_cross_entropy");

  // The numbers of PyTorch

  @Test
  void weighted_smoothed_cross_entropy_is_that_of_pytorch() {
    double e = 0.1;
    double likelihoods = 0;
    double even = 0;
    double weight = 0;
    for (int i = 0; i < 3; i++) {
      double[] logs = logSoftmax(i);
      int y = (int) LABELS[i];
      likelihoods += WEIGHTS[y] * -logs[y];
      even += WEIGHTS[0] * -logs[0] + WEIGHTS[1] * -logs[1] + WEIGHTS[2] * -logs[2];
      weight += WEIGHTS[y];
    }
    double expected = (1 - e) * likelihoods / weight + e / 3 * even / weight;
    Loss loss = CROSS_ENTROPY.classWeights(WEIGHTS).labelSmoothing(e);
    assertThat(loss.mean().of(batch())).isCloseTo(expected, within(1e-15));
    assertThat(
            Loss.of("sparse_softmax_cross_entropy(label_smoothing = 0.1)")
                .classWeights(WEIGHTS)
                .mean()
                .of(batch()))
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void a_mean_under_class_weights_divides_by_the_weights_of_the_targets() {
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      expected -= WEIGHTS[(int) LABELS[i]] * logSoftmax(i)[(int) LABELS[i]];
    }
    Loss loss = CROSS_ENTROPY.classWeights(WEIGHTS);
    assertThat(loss.mean().of(batch())).isCloseTo(expected / 5.5, within(1e-15));
    assertThat(loss.meanPerRow().of(batch())).isCloseTo(expected / 3, within(1e-15));
    assertThat(loss.sum().of(batch())).isCloseTo(expected, within(1e-15));
  }

  @Test
  void class_weights_equal_the_weights_of_each_samples_class() {
    double[] each = Arrays.stream(LABELS).map(y -> WEIGHTS[(int) y]).toArray();
    for (Reduction reduction : Reduction.values()) {
      double[] one = new double[9];
      double[] other = new double[9];
      assertThat(CROSS_ENTROPY.classWeights(WEIGHTS).cost(reduction).gradient(batch(), one))
          .isCloseTo(
              CROSS_ENTROPY.cost(reduction).gradient(batch().weights(each), other), within(1e-15));
      assertThat(one).containsExactly(other, within(1e-15));
    }
  }

  // What is ignored

  @Test
  void an_ignored_row_contributes_nothing_even_with_nan() {
    double[] scores = SCORES.clone();
    Arrays.fill(scores, 3, 6, Double.NaN);
    double[] gradient = new double[9];
    double[] hessian = new double[9];
    var batch = Batch.rows(scores, 3, new double[] {0, -100, 1});
    Loss loss = CROSS_ENTROPY.ignoring(-100);
    double expected = -(logSoftmax(0)[0] + logSoftmax(2)[1]) / 2;
    assertThat(loss.mean().hessian(batch, gradient, hessian)).isCloseTo(expected, within(1e-15));
    assertThat(Arrays.copyOfRange(gradient, 3, 6)).containsOnly(0);
    assertThat(Arrays.copyOfRange(hessian, 3, 6)).containsOnly(0);
    assertThat(loss.violation(batch)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sparse_softmax_cross_entropy", "sparse_cross_entropy", "multi_margin"})
  void an_all_ignored_batch_costs_0_with_count_0(String name) {
    double[] gradient = new double[6];
    double[] counts = new double[2];
    var batch = Batch.rows(new double[] {1, Double.NaN, 3, 4, 5, 6}, 3, new double[] {-1, -1});
    Loss loss = Loss.of(name).ignoring(-1);
    for (Reduction reduction : Reduction.values()) {
      Arrays.fill(gradient, 7);
      assertThat(loss.cost(reduction).gradient(batch, gradient)).isZero();
      assertThat(gradient).containsOnly(0);
    }
    loss.weights(batch, 0, 2, counts);
    assertThat(counts).containsOnly(0);
  }

  @Test
  void a_class_of_the_domain_can_be_padding() {
    var batch = Batch.rows(SCORES, 3, LABELS);
    double expected = -(logSoftmax(1)[2] + logSoftmax(2)[1]) / 2;
    assertThat(CROSS_ENTROPY.ignoring(0).mean().of(batch)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void a_class_number_that_is_neither_legal_nor_ignored_is_refused() {
    rejects(
        () -> CROSS_ENTROPY.ignoring(-100).mean().of(Batch.rows(SCORES, 3, new double[] {0, 5, 1})),
        "sample 1 has class 5.0");
  }

  @Test
  void a_class_of_weight_0_contributes_nothing_even_with_nan() {
    var batch = Batch.of(new double[] {Double.NaN, 2}, new double[] {-1, 1});
    assertThat(Loss.of("hinge").classWeights(0, 2).mean().of(batch)).isZero();
    assertThat(Loss.of("logistic").classWeights(0, 2).mean().of(batch))
        .isCloseTo(Math.log1p(Math.exp(-2)), within(1e-15));
  }

  @Test
  void a_regression_can_ignore_a_number() {
    var batch = Batch.of(new double[] {1, Double.NaN, 4}, new double[] {0, -999, 2});
    assertThat(Loss.of("squared_error").ignoring(-999).mean().of(batch)).isEqualTo(2.5);
    assertThat(Loss.of("squared_error").ignoring(-999).rootMean().of(batch))
        .isEqualTo(Math.sqrt(2.5));
  }

  // Smoothing

  @Test
  void binary_smoothing_moves_the_target_towards_a_half() {
    Loss smooth = Loss.of("sigmoid_cross_entropy").labelSmoothing(0.2);
    assertThat(smooth.value(1.5, 1))
        .isCloseTo(Loss.of("sigmoid_cross_entropy").value(1.5, 0.9), within(1e-15));
  }

  @Test
  void smoothing_of_a_class_is_smoothing_of_its_row() {
    double[] rows = {1, 0, 0, 0, 0, 1, 0, 1, 0};
    double[] one = new double[9];
    double[] other = new double[9];
    assertThat(CROSS_ENTROPY.labelSmoothing(0.3).mean().gradient(batch(), one))
        .isCloseTo(
            Loss.of("softmax_cross_entropy")
                .labelSmoothing(0.3)
                .mean()
                .gradient(Batch.rows(SCORES, 3, rows), other),
            within(1e-15));
    assertThat(one).containsExactly(other, within(1e-15));
  }

  @Test
  void a_loss_that_picks_is_smoothed_to_its_mean() {
    Loss loss = Loss.of("loss mine(z[] | y in class) = logsumexp(z) - z[y]");
    assertThat(loss.labelSmoothing(0.3).mean().of(batch()))
        .isCloseTo(CROSS_ENTROPY.labelSmoothing(0.3).mean().of(batch()), within(1e-15));
  }

  @Test
  void a_loss_with_smoothing_of_its_own_keeps_it() {
    assertThat(CROSS_ENTROPY.labelSmoothing(0.1).text())
        .isEqualTo("sparse_softmax_cross_entropy(label_smoothing = 0.1)");
  }

  @Test
  void class_weights_keep_the_digits_of_hard_labels() {
    double tiny = 2 * Math.exp(-50);
    for (Loss loss : new Loss[] {CROSS_ENTROPY, Loss.of("softmax_cross_entropy")}) {
      double[] gradient = new double[2];
      double[] target = loss == CROSS_ENTROPY ? new double[] {1} : new double[] {0, 1};
      var batch = Batch.rows(new double[] {0, 50}, 2, target);
      assertThat(loss.classWeights(0.5, 2).sum().gradient(batch, gradient))
          .isCloseTo(tiny, within(1e-14 * tiny));
      assertThat(gradient[0]).isCloseTo(tiny, within(1e-14 * tiny));
      assertThat(gradient[1]).isCloseTo(-tiny, within(1e-14 * tiny));
    }
  }

  // Order, text, formula

  @Test
  void the_order_of_modifiers_does_not_matter() {
    Loss one = CROSS_ENTROPY.ignoring(-100).classWeights(WEIGHTS).labelSmoothing(0.1);
    Loss other = CROSS_ENTROPY.labelSmoothing(0.1).classWeights(WEIGHTS).ignoring(-100);
    assertThat(one.text()).isEqualTo(other.text());
    assertThat(one.mean().of(batch())).isEqualTo(other.mean().of(batch()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparse_softmax_cross_entropy(label_smoothing = 0.1) with class_weights(0.5, 2, 3), ignoring(-100)",
        "softmax_cross_entropy with class_weights(1, 2), label_smoothing(0.05)",
        "huber(delta = 2) with ignoring(-999)",
        "sigmoid_cross_entropy with class_weights(1, 20)"
      })
  void text_reads_back_as_the_same_loss(String text) {
    Loss loss = Loss.of(text);
    assertThat(loss.text()).isEqualTo(text);
    assertThat(Loss.of(loss.text()).definition()).isEqualTo(loss.definition());
  }

  @Test
  void the_modified_formula_is_a_formula_like_any_other() {
    Loss loss = Loss.of("logistic").classWeights(1, 3);
    assertThat(Printer.text(loss.definition().formula()))
        .isEqualTo("(if y == 1 then w_1 else w_0) * log(1 + exp(-y * s))");
    assertThat(loss.parameters()).containsEntry("w_0", 1.0).containsEntry("w_1", 3.0);
    assertThat(loss.with("w_1", 5).text()).isEqualTo("logistic with class_weights(1, 5)");
    assertThat(Printer.text(Loss.of("squared_error").ignoring(-1).definition().formula()))
        .startsWith("if y == -1 then 0 else ");
  }

  @Test
  void class_weights_move_the_optimal_constant() {
    double[] targets = {1, 0, 0, 0};
    assertThat(
            Loss.of("sigmoid_cross_entropy")
                .classWeights(1, 3)
                .optimalConstant(targets, null, 1)[0])
        .isCloseTo(0, within(1e-9));
    double[] marked = {1, 0, -1, -1};
    assertThat(Loss.of("sigmoid_cross_entropy").ignoring(-1).optimalConstant(marked, null, 1)[0])
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void modifiers_hold_on_scores() {
    Loss scored = Loss.of("binary_cross_entropy").classWeights(1, 3).onScores();
    assertThat(scored.value(0.7, 1)).isCloseTo(3 * Math.log1p(Math.exp(-0.7)), within(1e-15));
  }

  // What does not fit

  @Test
  void says_why_a_modifier_does_not_fit() {
    rejects(
        () -> Loss.of("squared_error").classWeights(1, 2), "squared_error has no class weights");
    rejects(
        () -> Loss.of("squared_error").labelSmoothing(0.1), "squared_error has no label smoothing");
    rejects(() -> Loss.of("hinge").labelSmoothing(0.1), "its target y is in {-1, 1}");
    rejects(
        () -> Loss.of("multi_margin").labelSmoothing(0.1), "multi_margin has no label smoothing");
    rejects(() -> Loss.of("hinge").classWeights(1, 2, 3), "hinge: 3 class weights, but");
    rejects(() -> Loss.of("dice").classWeights(1, 2), "its target y[] is in [0, 1]");
    rejects(() -> Loss.of("softmax_cross_entropy").ignoring(1), "its target y[] is a row");
    rejects(
        () -> CROSS_ENTROPY.classWeights(1, 2).mean().of(batch()),
        "2 class weights, but rows of 3");
    rejects(() -> CROSS_ENTROPY.classWeights(1), "2 to 64 numbers, not 1");
    rejects(() -> CROSS_ENTROPY.classWeights(1, -2), "a class weight is -2");
    rejects(() -> CROSS_ENTROPY.ignoring(1).ignoring(2), "has a label to ignore already");
    rejects(() -> CROSS_ENTROPY.ignoring(Double.NaN), "NaN");
    rejects(() -> Loss.of("triplet_margin").ignoring(1), "no target y");
    rejects(() -> CROSS_ENTROPY.labelSmoothing(1.5), "not in [0, 1]");
  }

  @Test
  void points_at_a_modifier_that_cannot_be_read() {
    for (String text :
        new String[] {
          "huber with ignoring(1), smoothly(2)",
          "huber with ignoring(one)",
          "huber with ignoring(1) label_smoothing(0.1)"
        }) {
      assertThatThrownBy(() -> Loss.of(text)).hasMessageContaining("line 1, column");
    }
  }

  private static Batch batch() {
    return Batch.rows(SCORES, 3, LABELS);
  }

  private static double[] logSoftmax(int row) {
    double[] scores = Arrays.copyOfRange(SCORES, 3 * row, 3 * row + 3);
    double total = Math.log(Arrays.stream(scores).map(Math::exp).sum());
    return Arrays.stream(scores).map(z -> z - total).toArray();
  }

  private static void rejects(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(PlumbException.class).hasMessageContaining(message);
  }
}
