package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The same bits, always: for any number of threads, any width of lanes, compiled or interpreted.
class BitsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/plumb/bits.sha256");

  @Test
  void the_catalogue_has_the_bits_that_it_had() throws IOException {
    assertThat(Bits.of(Bits.FEW))
        .as("the bits of some loss have changed; if that is meant, write this number to %s", GOLDEN)
        .isEqualTo(Files.readString(GOLDEN).strip());
  }

  @Test
  void threads_do_not_change_a_bit() {
    int samples = 1_000_003;
    var random = new SplittableRandom(7);
    float[] p = Bits.floats(random.doubles(samples, -3, 3).toArray());
    float[] y = Bits.floats(random.doubles(samples, -3, 3).toArray());
    float[] w = Bits.floats(random.doubles(samples).toArray());
    Batch batch = Batch.of(p, y).weights(w);
    float[] alone = new float[samples];
    double cost = Loss.of("huber").mean().threads(1).gradient(batch, alone);
    for (int threads : new int[] {2, 3, 7, 64}) {
      float[] gradient = new float[samples];
      assertThat(Loss.of("huber").mean().threads(threads).gradient(batch, gradient))
          .as("%d threads", threads)
          .isEqualTo(cost);
      assertThat(gradient).isEqualTo(alone);
    }
  }

  @Test
  void long_rows_on_threads_do_not_change_a_bit() {
    int samples = 99;
    int classes = 3001;
    var random = new SplittableRandom(8);
    float[] z = Bits.floats(random.doubles((long) samples * classes, -3, 3).toArray());
    float[] y = Bits.floats(random.ints(samples, 0, classes).asDoubleStream().toArray());
    Batch batch = Batch.rows(z, classes, y);
    Loss loss = Loss.of("sparse_softmax_cross_entropy");
    float[] alone = new float[z.length];
    double cost = loss.mean().threads(1).gradient(batch, alone);
    for (int threads : new int[] {2, 3, 7}) {
      float[] gradient = new float[z.length];
      assertThat(loss.mean().threads(threads).gradient(batch, gradient)).isEqualTo(cost);
      assertThat(gradient).isEqualTo(alone);
    }
  }

  @Test
  void a_batch_may_be_cut_at_any_block() {
    int samples = 5000;
    var random = new SplittableRandom(9);
    double[] p = random.doubles(samples, -3, 3).toArray();
    double[] y = random.doubles(samples, -3, 3).toArray();
    Loss loss = Loss.of("log_cosh");
    double[] whole = new double[samples];
    loss.values(Batch.of(p, y), whole);
    double[] parts = new double[samples];
    for (int cut : IntStream.of(1024, 2048, 4096).toArray()) {
      loss.evaluate(Batch.of(p, y), 0, cut, Each.values(parts));
      loss.evaluate(Batch.of(p, y), cut, samples, Each.values(parts));
      assertThat(parts).isEqualTo(whole);
    }
  }
}
