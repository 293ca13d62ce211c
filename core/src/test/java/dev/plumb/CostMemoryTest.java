package dev.plumb;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the numbers of a batch may lie, what a call leaves behind, and how it is stopped.
class CostMemoryTest {
  private static final int SAMPLES = 5003;
  private static final Loss LOSS = Loss.of("huber");

  private final float[] p = numbers(1);
  private final float[] y = numbers(2);

  private static float[] numbers(long seed) {
    return Bits.floats(new SplittableRandom(seed).doubles(SAMPLES, -3, 3).toArray());
  }

  @Test
  void the_gradient_may_be_written_over_the_prediction() {
    float[] apart = new float[SAMPLES];
    double cost = LOSS.mean().gradient(Batch.of(p, y), apart);
    float[] over = p.clone();
    assertThat(LOSS.mean().gradient(Batch.of(over, y), over)).isEqualTo(cost);
    assertThat(over).isEqualTo(apart);
  }

  @Test
  void a_gradient_over_the_prediction_survives_kernels_that_are_split() {
    Loss loss = Loss.of("unique_softmax");
    float[] z = numbers(3);
    int classes = 3;
    int samples = 100;
    float[] scores = java.util.Arrays.copyOf(z, samples * classes);
    float[] targets = new float[samples * classes];
    for (int i = 0; i < samples; i++) {
      targets[i * classes + i % classes] = 1;
    }
    float[] apart = new float[scores.length];
    float[] hessian = new float[scores.length];
    double cost = loss.mean().hessian(Batch.rows(scores, classes, targets), apart, hessian);
    float[] over = scores.clone();
    assertThat(loss.mean().hessian(Batch.rows(over, classes, targets), over, hessian))
        .isEqualTo(cost);
    assertThat(over).isEqualTo(apart);
  }

  @Test
  void memory_on_the_heap_off_it_and_mapped_has_the_bits_of_arrays(@TempDir Path folder)
      throws IOException {
    float[] expected = new float[SAMPLES];
    double cost = LOSS.mean().gradient(Batch.of(p, y), expected);
    Path file = folder.resolve("numbers");
    try (Arena arena = Arena.ofConfined();
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      long bytes = (long) SAMPLES * Float.BYTES;
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      mapped.copyFrom(MemorySegment.ofArray(p));
      MemorySegment native_ = arena.allocate(bytes, Float.BYTES);
      native_.copyFrom(MemorySegment.ofArray(y));
      MemorySegment gradient = arena.allocate(bytes, Float.BYTES);
      Batch batch = Batch.of(JAVA_FLOAT, mapped, native_);
      assertThat(LOSS.mean().gradient(batch, JAVA_FLOAT, gradient)).isEqualTo(cost);
      assertThat(gradient.toArray(JAVA_FLOAT)).isEqualTo(expected);
      Batch heap = Batch.of(JAVA_FLOAT, MemorySegment.ofArray(p), MemorySegment.ofArray(y));
      assertThat(LOSS.mean().of(heap)).isEqualTo(cost);
    }
  }

  @Test
  void columns_of_several_kinds_at_once_have_the_bits_of_arrays_of_one_kind() {
    int samples = 40_003;
    var random = new SplittableRandom(4);
    float[] predictions = Bits.floats(random.doubles(samples, -3, 3).toArray());
    float[] targets = Bits.floats(random.doubles(samples, -3, 3).toArray());
    float[] weights = Bits.floats(random.doubles(samples, 0, 2).toArray());
    double[] expected = new double[samples];
    Batch doubles = Batch.of(Bits.doubles(predictions), Bits.doubles(targets));
    double cost = LOSS.mean().gradient(doubles.weights(Bits.doubles(weights)), expected);
    try (Arena arena = Arena.ofConfined()) {
      var memory = arena.allocateFrom(JAVA_FLOAT, targets);
      Batch mixed =
          Batch.of(1, samples, Bits.doubles(predictions), Batch.segment(JAVA_FLOAT, memory));
      double[] found = new double[samples];
      assertThat(LOSS.mean().gradient(mixed.weights(weights), found)).isEqualTo(cost);
      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void floats_with_derivatives_in_double_are_computed_in_double() {
    double[] single = Bits.doubles(p);
    double[] target = Bits.doubles(y);
    double[] expected = new double[SAMPLES];
    double cost = LOSS.mean().gradient(Batch.of(single, target), expected);
    double[] found = new double[SAMPLES];
    assertThat(LOSS.mean().gradient(Batch.of(p, y), found)).isEqualTo(cost);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void foreign_memory_is_read_in_the_byte_order_of_the_machine() {
    MemorySegment memory = MemorySegment.ofArray(new double[2]);
    var foreign =
        JAVA_DOUBLE.withOrder(
            ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                ? ByteOrder.LITTLE_ENDIAN
                : ByteOrder.BIG_ENDIAN);
    assertThatThrownBy(() -> Batch.of(foreign, memory, memory))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("byte order");
  }

  @Test
  void a_call_leaves_nothing_behind_for_the_collector() {
    Batch batch = Batch.of(p, y);
    float[] gradient = new float[SAMPLES];
    Cost cost = LOSS.mean().threads(1);
    for (int i = 0; i < 2000; i++) {
      cost.gradient(batch, gradient);
    }
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        cost.gradient(batch, gradient);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    // Asking allocates a little itself.
    assertThat(least).isLessThan(100);
  }

  @Test
  void an_interrupted_thread_stops_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> LOSS.mean().of(Batch.of(p, y)))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("0 of 1 parts");
    assertThat(Thread.interrupted()).isTrue();
  }
}
