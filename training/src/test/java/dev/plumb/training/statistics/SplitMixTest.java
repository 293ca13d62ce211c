package dev.plumb.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {
  @Test
  void theNumbersAreThoseOfTheReferenceImplementation() {
    // Vigna, splitmix64.c, seed 1234567, as given at
    // rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    var random = new SplitMix(1234567);
    assertThat(IntStream.range(0, 5).mapToObj(i -> Long.toUnsignedString(random.nextLong())))
        .containsExactly(
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821");
  }

  @Test
  void everyNumberBelowABoundIsAboutAsLikely() {
    var random = new SplitMix(1);
    var counts = new int[7];
    IntStream.range(0, 70_000).forEach(i -> counts[random.nextInt(7)]++);
    assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 500);
  }

  @Test
  void aShuffleKeepsEveryElementAndFollowsTheSeed() {
    int[] first = IntStream.range(0, 100).toArray();
    int[] second = first.clone();
    new SplitMix(3).shuffle(first);
    new SplitMix(3).shuffle(second);
    assertThat(first).isEqualTo(second).isNotEqualTo(IntStream.range(0, 100).toArray());
    assertThat(Arrays.stream(first).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
  }
}
