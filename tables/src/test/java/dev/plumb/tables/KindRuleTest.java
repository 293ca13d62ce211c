package dev.plumb.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What sort of thing a target is.
class KindRuleTest {
  private static void finds(String kind, String name, double... values) {
    var found = KindRule.ofNumbers(name, Spread.of(values));
    assertThat(found.kind().text()).as(name + " " + Arrays.toString(values)).isEqualTo(kind);
  }

  private static void notes(String note, String name, double... values) {
    assertThat(KindRule.ofNumbers(name, Spread.of(values)).note().orElse("")).isEqualTo(note);
  }

  @Test
  void two_whole_numbers_are_two_classes() {
    finds("two classes", "y", 0, 1, 1, 0);
    finds("two classes", "y", -1, 1, 1, 1);
    finds("two classes", "y", 1, 2, 2, 1);
    finds("two classes", "n_claims", 0, 1, 1, 0);
    finds("positive", "y", 1.5, 2, 2);
  }

  @Test
  void whole_numbers_without_a_gap_are_classes_when_their_name_says_so() {
    finds("many classes", "target", 0, 1, 2, 3, 2);
    finds("many classes", "class", 1, 2, 3);
    finds("many classes", "cover_type", 1, 2, 3, 4, 5, 6, 7);
    finds("many classes", "irisSpecies", 0, 1, 2);
    finds("count", "target", 0, 1, 2, 4);
    finds("positive", "target", 2, 3, 4);
    finds("count", "y", 0, 1, 2, 3);
    finds("positive", "prototype", 1, 2, 3);
  }

  @Test
  void small_whole_numbers_from_zero_are_counts() {
    finds("count", "claims", 0, 0, 3, 1, 7);
    finds("count", "visits", 0, 150, 2, 1, 3, 0, 0, 0);
    finds("number", "passengers", 0, 150, 230);
    finds("count", "passenger_count", 100, 150, 230);
    finds("number", "count", -1, 150, 230);
    finds("positive", "count", 1, 2.5, 3);
    finds("positive", "discount", 10, 20, 30);
  }

  @Test
  void other_numbers() {
    finds("positive", "stack_loss", 42, 37, 28, 7, 8, 15);
    finds("number", "delay", -1116, 0, 3, 1688);
    finds("number", "y", 0, 0.5, 2);
  }

  @Test
  void a_second_way_to_read_it_is_noted() {
    notes("", "y", 0, 1);
    notes("", "y", -1, 1);
    notes("", "y", 1.5, 2.5, 3);
    notes("", "delay", -3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    notes(
        "target y holds 2 different whole numbers from 1 to 2, read as two classes; --kind number reads amounts",
        "y",
        1,
        2);
    notes(
        "target digit holds 3 different whole numbers from 0 to 2, read as many classes; --kind count reads counts",
        "digit",
        0,
        1,
        2);
    notes(
        "target stars holds 5 different whole numbers from 1 to 5, read as positive; --kind ordinal reads ordered classes",
        "stars",
        1,
        2,
        3,
        4,
        5);
  }

  @Test
  void labels() {
    assertThat(
            Stream.of(
                    List.of("no", "yes"),
                    List.of("high", "low"),
                    List.of("high", "low", "medium"),
                    List.of("Very_Poor", "fair", "very-good"),
                    List.of("cold", "blue", "hot"))
                .map(labels -> KindRule.ofLabels(labels, List.of()).text()))
        .containsExactly("two classes", "two classes", "ordinal", "ordinal", "many classes");
    assertThat(KindRule.ofLabels(List.of("a", "b"), List.of("b", "a")).text()).isEqualTo("ordinal");
  }

  @Test
  void every_scale_is_found_in_its_own_order() {
    assertThat(Scales.known()).hasSizeGreaterThanOrEqualTo(30);
    for (List<String> scale : Scales.known()) {
      assertThat(scale).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
      assertThat(Scales.order(scale.stream().sorted().toList())).contains(scale);
    }
  }

  @Test
  void a_scale_needs_three_different_labels() {
    assertThat(Scales.order(List.of("low", "high"))).isEmpty();
    assertThat(Scales.order(List.of("Low", "low", "high"))).isEmpty();
  }
}
