package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Classes of fewer rows than folds are told.
class ScarceTest {
  private static List<String> notes(Target target, int folds) {
    return Scarce.notes(target, IntStream.range(0, target.values().length).toArray(), folds);
  }

  @Test
  void one_class_is_counted() {
    var target =
        new Target(
            "y", Target.Kind.TWO_CLASSES, new double[] {0, 0, 0, 1, 0, 1}, List.of("a", "b"));
    assertThat(notes(target, 3))
        .containsExactly("Class b has 2 rows, fewer than the 3 folds: not every fold asks for it.");
    assertThat(notes(target, 2)).isEmpty();
    assertThat(Scarce.notes(target, new int[] {0, 1, 3}, 2))
        .containsExactly("Class b has 1 row, fewer than the 2 folds: not every fold asks for it.");
  }

  @Test
  void some_of_several_classes_are_named() {
    var target =
        new Target(
            "y",
            Target.Kind.MANY_CLASSES,
            new double[] {0, 1, 2, 3, 4, 4},
            List.of("a", "b", "c", "d", "e", "never"));
    assertThat(notes(target, 2))
        .containsExactly(
            "Classes a, b, c and 1 other have fewer rows than the 2 folds: not every fold asks for them.");
  }

  @Test
  void two_classes_are_both_named() {
    var target =
        new Target(
            "y", Target.Kind.MANY_CLASSES, new double[] {0, 1, 2, 2}, List.of("a", "b", "c"));
    assertThat(notes(target, 2))
        .containsExactly(
            "Classes a and b have fewer rows than the 2 folds: not every fold asks for them.");
  }

  @Test
  void numbers_are_no_classes() {
    assertThat(notes(new Target("y", Target.Kind.COUNT, new double[] {0, 1}, List.of()), 5))
        .isEmpty();
  }
}
