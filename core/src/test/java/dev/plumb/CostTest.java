package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostTest {
  private static final double[] P = {1, 2, 5};
  private static final double[] Y = {1, 4, 1};

  @Test
  void reductionsDivideOnceByTheirOwnRule() {
    Batch batch = Batch.of(P, Y).weights(new double[] {1, 2, 0.5});
    Loss loss = Loss.of("squared_error");
    assertThat(loss.sum().of(batch)).isEqualTo(16);
    assertThat(loss.mean().of(batch)).isEqualTo(16 / 3.5);
    assertThat(loss.meanPerRow().of(batch)).isEqualTo(16 / 3.0);
    assertThat(loss.rootMean().of(batch)).isEqualTo(Math.sqrt(16 / 3.5));
  }

  @Test
  void aWeightOfZeroContributesNothingAlsoForNaN() {
    Batch batch =
        Batch.of(new double[] {Double.NaN, 3}, new double[] {1, 1}).weights(new double[] {0, 1});
    double[] gradient = new double[2];
    assertThat(Loss.of("squared_error").mean().gradient(batch, gradient)).isEqualTo(4);
    assertThat(gradient).containsExactly(0, 4);
  }

  @Test
  void anAllMaskedBatchCostsNothing() {
    Batch batch = Batch.of(P, Y).weights(new double[3]);
    for (Reduction reduction : Reduction.values()) {
      double[] gradient = {9, 9, 9};
      assertThat(Loss.of("huber").cost(reduction).gradient(batch, gradient)).isZero();
      assertThat(gradient).containsOnly(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void gradientsOfCostsAreTheirSlopes(Reduction reduction) {
    Cost cost = Loss.of("pseudo_huber").cost(reduction);
    double[] weights = {1, 2, 0.5};
    double[] gradient = new double[3];
    cost.gradient(Batch.of(P, Y).weights(weights), gradient);
    for (int i = 0; i < 3; i++) {
      double[] up = P.clone();
      double[] down = P.clone();
      up[i] += 1e-6;
      down[i] -= 1e-6;
      double slope =
          (cost.of(Batch.of(up, Y).weights(weights)) - cost.of(Batch.of(down, Y).weights(weights)))
              / 2e-6;
      assertThat(gradient[i]).isCloseTo(slope, within(1e-8));
    }
  }

  @Test
  void theSumHasTheSameBitsWhateverTheThreads() throws Exception {
    int n = 100_003;
    var random = new SplittableRandom(3);
    double[] p = random.doubles(n, -3, 3).toArray();
    double[] y = random.doubles(n, -3, 3).toArray();
    Cost cost = Loss.of("log_cosh").mean();
    double parallel = cost.of(Batch.of(p, y));
    for (int threads : new int[] {1, 2, 7}) {
      try (var pool = new java.util.concurrent.ForkJoinPool(threads)) {
        assertThat(pool.submit(() -> cost.of(Batch.of(p, y))).get()).isEqualTo(parallel);
      }
    }
  }

  @Test
  void floatsAreReadAsTheyAre() {
    float[] p = {0.1f, 2};
    float[] y = {1, 4};
    double[] each = new double[2];
    Loss.of("squared_error").values(Batch.of(p, y), each);
    assertThat(each[0]).isEqualTo(((double) 0.1f - 1) * ((double) 0.1f - 1));
  }

  @Test
  void nothingBroadcasts() {
    Loss huber = Loss.of("huber");
    assertThatThrownBy(() -> huber.mean().of(Batch.of(new double[1000], new double[999])))
        .hasMessageContaining("huber: 1000 predictions")
        .hasMessageContaining("999");
    assertThatThrownBy(() -> huber.mean().of(Batch.of(1, 1, new double[1])))
        .hasMessageContaining("takes 2 columns");
    assertThatThrownBy(() -> Batch.of(P, Y).weights(new double[2]))
        .hasMessageContaining("2 weights");
    assertThatThrownBy(() -> huber.mean().gradient(Batch.of(P, Y), new double[2]))
        .hasMessageContaining("2 places");
    assertThatThrownBy(() ->
            Loss.of("sparse_softmax_cross_entropy")
                .mean()
                .of(Batch.rows(new double[6], 3, new double[] {0, 3})))
        .hasMessageContaining("sample 1 has class 3.0, but the classes are 0 to 2");
    assertThatThrownBy(() -> huber.rootMean().hessian(Batch.of(P, Y), new double[3], new double[3]))
        .hasMessageContaining("not diagonal");
  }
}
