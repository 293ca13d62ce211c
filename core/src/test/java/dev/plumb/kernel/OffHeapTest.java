package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.exact.Precision;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sums over columns off the heap, once their own kernel on lanes is ready: with a tail that the
/// plain twin computes, and over several spans.
class OffHeapTest {
  private static final Duration LONGEST_WARMING = Duration.ofMinutes(2);
  private static final Loss LOSS = Loss.of("huber");
  private static final Runner RUNNER =
      Runner.of(Program.of(LOSS.calculus().orElseThrow(), 1), Precision.FLOAT, true, false);

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 1021, 4097, 40_003})
  void off_heap_columns_have_the_bits_of_arrays(int samples) throws InterruptedException {
    float[] p = numbers(samples, 1);
    float[] y = numbers(samples, 2);
    float[] gradient = new float[samples];
    double expected = RUNNER.sum(data(samples, p, y, gradient), 0.5, 1);
    waitForLanes();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate((long) samples * Float.BYTES);
      Data data = data(samples, segment(arena, p), segment(arena, y), segment(memory));
      double sum = RUNNER.sum(data, 0.5, 1);
      assertThat(sum).isEqualTo(expected);
      assertThat(memory.toArray(ValueLayout.JAVA_FLOAT)).isEqualTo(gradient);
    }
  }

  private static void waitForLanes() throws InterruptedException {
    long began = System.nanoTime();
    while (RUNNER.twins().offHeap(1000) == null) {
      assertThat(System.nanoTime() - began).isLessThan(LONGEST_WARMING.toNanos());
      Thread.sleep(10);
    }
  }

  private static Data data(int samples, Object p, Object y, Object gradient) {
    double[] parameters = LOSS.parameters().values().stream().mapToDouble(v -> v).toArray();
    Data data = new Data().begin(samples, 1, parameters);
    data.input(p, false);
    data.input(y, false);
    data.output(gradient, false);
    return data;
  }

  private static Segment segment(Arena arena, float[] numbers) {
    return segment(arena.allocateFrom(ValueLayout.JAVA_FLOAT, numbers));
  }

  private static Segment segment(MemorySegment memory) {
    return new Segment(memory, Precision.FLOAT);
  }

  private static float[] numbers(int count, long seed) {
    float[] numbers = new float[count];
    double[] doubles = new SplittableRandom(seed).doubles(count, -3, 3).toArray();
    Arrays.setAll(doubles, i -> numbers[i] = (float) doubles[i]);
    return numbers;
  }
}
