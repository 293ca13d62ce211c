package dev.plumb.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialsTest {
  private static final List<Exponentials> FORMS =
      List.of(new LaneExponentials(), new PlainExponentials());

  @Test
  void every_float_from_minus_88_to_0_is_within_its_error() {
    double worst = 0;
    int count = 0;
    int least = Float.floatToRawIntBits(-88f);
    for (int bits = Float.floatToRawIntBits(-1e-9f); bits <= least; bits += 41) {
      float x = Float.intBitsToFloat(bits);
      double exact = Math.exp(x);
      float got = PlainExponentials.exp(x);
      if (x < PlainExponentials.LEAST) {
        assertThat(got).isZero();
      } else {
        worst = Math.max(worst, Math.abs(got - exact) / Math.ulp((float) exact));
      }
      count++;
    }
    assertThat(count).isGreaterThan(7_000_000);
    assertThat(worst).isBetween(0.5, 1.1);
  }

  @Test
  void special_numbers_keep_their_meaning() {
    for (Exponentials form : FORMS) {
      float[] row = new float[64];
      Arrays.fill(row, Float.NaN);
      row[1] = Float.NEGATIVE_INFINITY;
      row[2] = 3;
      row[3] = -200;
      assertThat(form.max(row, 0, 64)).isEqualTo(3);
      assertThat(form.sum(row, 0, 64, 3, new float[32])).isNaN();
      assertThat(form.sum(row, 1, 4, 3, new float[32])).isEqualTo(1);
      form.scale(row, 0, 64, 3, 0.5f);
      assertThat(row).startsWith(Float.NaN, 0, 0.5f, 0, Float.NaN);
      assertThat(form.max(row, 0, 0)).isEqualTo(Float.NEGATIVE_INFINITY);
    }
  }

  @Test
  void lanes_and_plain_have_the_same_bits_at_every_length() {
    var random = new Random(3);
    for (int length = 0; length < 200; length++) {
      float[] row = new float[length + 7];
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (30 * random.nextGaussian());
      }
      float max = FORMS.getFirst().max(row, 5, 5 + length);
      assertThat(FORMS.getLast().max(row, 5, 5 + length)).isEqualTo(max);
      float above = length == 0 ? 0 : max;
      double[] sums = new double[2];
      float[][] scaled = new float[2][];
      for (int k = 0; k < 2; k++) {
        sums[k] = FORMS.get(k).sum(row, 5, 5 + length, above, new float[32]);
        scaled[k] = row.clone();
        FORMS.get(k).scale(scaled[k], 5, 5 + length, above, 0.7f);
      }
      assertThat(sums[0]).isEqualTo(sums[1]);
      assertThat(scaled[0]).containsExactly(scaled[1]);
      assertThat(scaled[0]).startsWith(Arrays.copyOf(row, 5));
    }
  }
}
