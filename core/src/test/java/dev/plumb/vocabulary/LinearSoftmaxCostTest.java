package dev.plumb.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.Reduction;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class LinearSoftmaxCostTest {

  @Test
  void cost_and_derivatives_are_those_of_the_dense_computation_in_double() {
    // One class, less than a block, blocks and a rest, more groups than blocks; one chunk and two.
    int cases = 0;
    for (int classes : List.of(1, 2, 100, 512, 1300, 9000)) {
      for (int samples : List.of(1, 7, 1030)) {
        for (Reduction reduction : Reduction.values()) {
          assertDense(Words.random(samples, classes, 17, cases++), reduction);
        }
      }
    }
    assertThat(cases).isEqualTo(72);
  }

  private static void assertDense(Words words, Reduction reduction) {
    var dense = Dense.of(words, reduction);
    LinearGradient gradient = words.room();
    var cost = new LinearSoftmaxCost(reduction);
    double got = cost.gradient(words.scores(), words.batch(), gradient);
    assertThat(got).isCloseTo(dense.cost(), within(1e-6 * Math.max(1, dense.cost())));
    assertThat(cost.of(words.scores(), words.batch())).isEqualTo(got);
    assertNear(gradient.features(), dense.features());
    assertNear(gradient.weights(), dense.weights());
    assertNear(gradient.bias(), dense.bias());
  }

  private static void assertNear(float[] got, double[] dense) {
    double size = Arrays.stream(dense).map(Math::abs).max().orElse(0);
    for (int i = 0; i < dense.length; i++) {
      assertThat((double) got[i]).isCloseTo(dense[i], within(1e-6 * size + 1e-12));
    }
  }

  @Test
  void the_cost_is_that_of_the_loss_of_the_catalogue() {
    Words words = Words.random(300, 700, 9, 1);
    float[] targets = new float[300];
    for (int i = 0; i < 300; i++) {
      targets[i] = words.targets()[i];
    }
    Batch batch = Batch.rows(words.dense(), 700, targets).weights(words.weighing());
    assertThat(LinearSoftmaxCost.mean().of(words.scores(), words.batch()))
        .isCloseTo(Loss.of("sparse_softmax_cross_entropy").mean().of(batch), within(1e-6));
  }

  @Test
  void any_number_of_threads_gives_the_same_bits() throws Exception {
    Words words = Words.random(1500, 3000, 21, 5);
    String one = null;
    for (int threads : List.of(1, 2, 3, 7)) {
      try (var pool = new ForkJoinPool(threads)) {
        String bits = pool.submit(() -> words.digest()).get();
        one = one == null ? bits : one;
        assertThat(bits).as("%d threads", threads).isEqualTo(one);
      }
    }
  }

  @Test
  void a_sample_of_weight_0_contributes_nothing_whatever_it_holds() {
    Words words = Words.random(40, 600, 8, 2);
    Words spoiled = Words.random(40, 600, 8, 2);
    float[] weights = words.weighing().clone();
    weights[3] = weights[39] = 0;
    Arrays.fill(spoiled.features(), 3 * 8, 4 * 8, Float.NaN);
    spoiled.targets()[3] = -100;
    LinearGradient clean = words.room();
    LinearGradient dirty = words.room();
    var cost = LinearSoftmaxCost.mean();
    assertThat(cost.gradient(spoiled.scores(), spoiled.batch().weights(weights), dirty))
        .isEqualTo(cost.gradient(words.scores(), words.batch().weights(weights), clean));
    assertThat(dirty.weights()).containsExactly(clean.weights());
    assertThat(dirty.features()).containsExactly(clean.features());
    assertThat(Arrays.copyOfRange(dirty.features(), 24, 32)).containsOnly(0);
  }

  @Test
  void nothing_is_asked_of_arrays_that_are_not_wanted() {
    Words words = Words.random(40, 600, 8, 2);
    LinearGradient all = words.room();
    var cost = LinearSoftmaxCost.mean();
    double c = cost.gradient(words.scores(), words.batch(), all);
    var features = new LinearGradient(new float[40 * 8], null, null);
    var weights = new LinearGradient(null, new float[600 * 8], null);
    assertThat(cost.gradient(words.scores(), words.batch(), features)).isEqualTo(c);
    assertThat(cost.gradient(words.scores(), words.batch(), weights)).isEqualTo(c);
    assertThat(features.features()).containsExactly(all.features());
    assertThat(weights.weights()).containsExactly(all.weights());
  }

  @Test
  void digits_of_a_model_that_is_nearly_sure_are_kept() {
    LinearScores scores = LinearScores.of(new float[] {1, 0, -1}, 1);
    FeatureBatch batch = FeatureBatch.of(new float[] {40}, new int[] {0});
    var gradient = LinearGradient.of(new float[1], new float[3]);
    double cost = LinearSoftmaxCost.mean().gradient(scores, batch, gradient);
    double far = Math.exp(-40);
    assertThat(cost).isCloseTo(far, within(1e-6 * far));
    assertThat((double) gradient.features()[0]).isCloseTo(-far, within(1e-6 * far));
  }

  @Test
  void a_nan_is_not_swallowed() {
    LinearScores scores = LinearScores.of(new float[] {1, Float.NaN, -1}, 1);
    FeatureBatch batch = FeatureBatch.of(new float[] {1}, new int[] {0});
    var gradient = LinearGradient.of(new float[1], new float[3]);
    assertThat(LinearSoftmaxCost.mean().gradient(scores, batch, gradient)).isNaN();
    assertThat(gradient.features()[0]).isNaN();
  }

  @Test
  void an_empty_batch_costs_0_and_has_no_slope() {
    LinearScores scores = LinearScores.of(new float[] {1, 2}, 1);
    var gradient = LinearGradient.of(new float[0], new float[] {7, 7});
    FeatureBatch batch = FeatureBatch.of(new float[0], new int[0]);
    assertThat(LinearSoftmaxCost.mean().gradient(scores, batch, gradient)).isZero();
    assertThat(gradient.weights()).containsOnly(0);
  }

  @Test
  void what_does_not_fit_is_refused_with_its_place() {
    var cost = LinearSoftmaxCost.mean();
    LinearScores scores = LinearScores.of(new float[6], 2);
    FeatureBatch batch = FeatureBatch.of(new float[4], new int[] {0, 3});
    refuses("sample 1: target 3 is no class; there are 3, from 0", () -> cost.of(scores, batch));
    FeatureBatch wide = FeatureBatch.of(new float[6], new int[] {0, 1});
    refuses("2 weights a class, but 3 features a sample", () -> cost.of(scores, wide));
    refuses(
        "6 weights, but room for 5 derivatives",
        () -> cost.gradient(scores, batch, LinearGradient.of(null, new float[5])));
    refuses("3 classes, but 2 biases", () -> scores.bias(new float[2]));
    refuses(
        "5 features are no whole number for each of 2 samples",
        () -> FeatureBatch.of(new float[5], new int[2]));
    refuses("2 samples, but 1 weights", () -> batch.weights(new float[1]));
    refuses("5 weights are no whole number of rows of 2", () -> LinearScores.of(new float[5], 2));
  }

  private static void refuses(
      String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(PlumbException.class).hasMessage(message);
  }
}
