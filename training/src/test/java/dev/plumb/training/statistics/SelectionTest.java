package dev.plumb.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
  static Stream<IntToDoubleFunction> orders() {
    var random = new SplitMix(1);
    return Stream.of(
        i -> i,
        i -> -i,
        i -> Math.abs(i - 50),
        i -> i % 3,
        i -> 7,
        i -> random.nextDouble(),
        i -> i == 3 ? Double.POSITIVE_INFINITY : i == 4 ? Double.NEGATIVE_INFINITY : 1.0 / i);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void theNumberOfARankIsThatOfTheSortedNumbers(IntToDoubleFunction order) {
    double[] values = IntStream.range(0, 101).mapToDouble(order).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int rank = 0; rank < values.length; rank++) {
      double[] parted = values.clone();
      assertThat(Selection.nth(parted, rank)).isEqualTo(sorted[rank]);
      double at = sorted[rank];
      assertThat(Arrays.stream(parted, 0, rank)).allMatch(x -> x <= at);
      assertThat(Arrays.stream(parted, rank, parted.length)).allMatch(x -> x >= at);
    }
  }
}
