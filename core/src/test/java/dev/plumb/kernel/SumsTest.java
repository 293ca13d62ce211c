package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 1021, 1024})
  void aBlockIsTheSumOfItsLanesJoinedByHalving(int count) {
    double[] values = new SplittableRandom(count).doubles(1024).toArray();
    double[] lanes = new double[32];
    for (int i = 0; i < count; i++) {
      lanes[i % 32] += values[i];
    }
    for (int half = 16; half > 0; half /= 2) {
      for (int k = 0; k < half; k++) {
        lanes[k] += lanes[k + half];
      }
    }
    assertThat(Sums.block(values, count)).isEqualTo(lanes[0]);
  }

  @Test
  void wholeSubtreesJoinToTheSameBits() {
    double[] blocks = new SplittableRandom(1).doubles(37, -1, 1).toArray();
    double whole = Sums.tree(blocks, 0, 37);
    assertThat(Sums.tree(blocks, 0, 32) + Sums.tree(blocks, 32, 37)).isEqualTo(whole);
    assertThat(Sums.tree(blocks, 0, 0)).isZero();
    assertThat(Sums.tree(blocks, 5, 6)).isEqualTo(blocks[5]);
  }
}
