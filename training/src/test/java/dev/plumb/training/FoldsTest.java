package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {
  @ParameterizedTest
  @CsvSource({"21, 5", "2, 2", "100, 7", "10, 10", "1001, 3"})
  void everyRowIsHeldOutOnceAndFoldsDifferByOneRow(int rows, int count) {
    Folds folds = Folds.deal(amounts(rows), count, 7, 0);
    int[] all =
        IntStream.range(0, count).flatMap(f -> Arrays.stream(folds.heldOut(f))).sorted().toArray();
    assertThat(all).isEqualTo(IntStream.range(0, rows).toArray());
    for (int f = 0; f < count; f++) {
      assertThat(folds.heldOut(f).length).isBetween(rows / count, (rows + count - 1) / count);
      assertThat(folds.trained(f).length + folds.heldOut(f).length).isEqualTo(rows);
      assertThat(folds.trained(f)).isSorted().doesNotContain(folds.heldOut(f));
    }
  }

  @Test
  void everyFoldHoldsItsShareOfEachClass() {
    double[] labels = IntStream.range(0, 103).mapToDouble(i -> i % 10 == 0 ? 1 : 0).toArray();
    var target = new Target("y", Target.Kind.TWO_CLASSES, labels, List.of("no", "yes"));
    Folds folds = Folds.deal(target, 5, 0, 0);
    for (int f = 0; f < 5; f++) {
      assertThat(Arrays.stream(folds.heldOut(f)).filter(row -> labels[row] == 1).count())
          .isBetween(2L, 3L);
    }
  }

  @Test
  void theSeedAndTheRepeatDecide() {
    assertThat(Folds.deal(amounts(50), 5, 1, 0).of())
        .isEqualTo(Folds.deal(amounts(50), 5, 1, 0).of());
    assertThat(Folds.deal(amounts(50), 5, 1, 0).of())
        .isNotEqualTo(Folds.deal(amounts(50), 5, 1, 1).of())
        .isNotEqualTo(Folds.deal(amounts(50), 5, 2, 0).of());
  }

  @Test
  void theFoldsOfASeedNeverChange() {
    assertThat(Folds.deal(amounts(12), 3, 0, 0).of())
        .isEqualTo(new int[] {1, 0, 0, 0, 2, 2, 1, 2, 0, 2, 1, 1});
  }

  @Test
  void fewerRowsThanFoldsIsAnError() {
    assertThatThrownBy(() -> Folds.deal(amounts(4), 5, 0, 0))
        .hasMessage("4 rows cannot be dealt into 5 folds: give at most 4 folds");
    assertThatThrownBy(() -> Folds.deal(amounts(4), 1, 0, 0))
        .hasMessage(
            "cross-validation needs at least 2 folds, not 1: one to train on, one held out");
  }

  private static Target amounts(int rows) {
    return new Target("y", Target.Kind.NUMBER, new double[rows], List.of());
  }
}
