package dev.plumb.tables;

import static dev.plumb.tables.Scratch.complains;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.training.Target;
import dev.plumb.training.Target.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The target: what it is found to be, what it can be made to be, what it cannot be.
class TargetTest {
  private static final Options Y = Options.target("y");

  @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void start() {
    scratch = new Scratch(folder);
  }

  private void gives(Options options, String expected, Object... cells) {
    Target target = scratch.reading(Scratch.column("y", cells), options).dataset().target();
    List<String> values =
        IntStream.range(0, target.values().length)
            .mapToObj(k -> Labels.text(target.values()[k]))
            .toList();
    String labels = target.labels().isEmpty() ? "" : " of " + target.labels();
    assertThat(target.kind().text() + " " + values + labels).isEqualTo(expected);
  }

  private void rejects(Options options, String message, Object... cells) {
    complains(() -> scratch.reading(Scratch.column("y", cells), options), message);
  }

  @Test
  void numbers() {
    gives(Y, "number [-1, 2.5, 0]", -1, 2.5, 0);
    gives(Y, "positive [1, 2.5, 3]", 1, 2.5, 3);
  }

  @Test
  void two_classes() {
    gives(Y, "two classes [1, 0, 1] of [no, yes]", "yes", "no", "yes");
    gives(Y, "two classes [1, 0, 1] of [false, true]", "true", "false", "True");
    gives(Y, "two classes [0, 1, 1] of [0, 1]", "0", "1.0", "1");
    gives(Y, "two classes [0, 1, 1] of [-1, 1]", -1, 1, 1);
  }

  @Test
  void several_classes() {
    gives(Y, "many classes [2, 0, 1, 0] of [ant, bee, cat]", "cat", "ant", "bee", "ant");
  }

  @Test
  void labels_in_an_order() {
    gives(Y, "ordinal [0, 2, 1, 1] of [low, medium, high]", "low", "high", "medium", "medium");
    gives(
        Y.withOrder(List.of("egg", "larva", "pupa", "imago")),
        "ordinal [2, 0, 1, 0] of [egg, larva, imago]",
        "imago",
        "egg",
        "larva",
        "egg");
    gives(Y.withKind(Kind.ORDINAL), "ordinal [2, 0, 1] of [1, 2, 10]", 10, 1, 2);
    gives(Y.withOrder(List.of("3", "2", "2", "1", "0")), "ordinal [0, 1, 2] of [3, 2, 1]", 3, 2, 1);
  }

  @Test
  void a_kind_that_is_asked_for() {
    gives(Y.withKind(Kind.NUMBER), "number [0, 1, 1]", 0, 1, 1);
    gives(Y.withKind(Kind.NUMBER), "number [0, 1, 1]", "false", "true", "true");
    gives(Y.withKind(Kind.COUNT), "count [0, 250, 3]", 0, 250, 3);
    gives(Y.withKind(Kind.POSITIVE), "positive [1, 1, 3]", 1, 1, 3);
    gives(Y.withKind(Kind.MANY_CLASSES), "many classes [2, 0, 1] of [-0.5, 3, 7]", 7, -0.5, 3);
    gives(Y.withKind(Kind.TWO_CLASSES), "two classes [1, 0, 1] of [1.5, 2.5]", 2.5, 1.5, 2.5);
    gives(Y.withKind(Kind.MANY_CLASSES), "many classes [1, 0, 1] of [no, yes]", "yes", "no", "yes");
  }

  @Test
  void a_number_that_is_no_count() {
    rejects(
        Y.withKind(Kind.COUNT),
        "houses.csv row 3, column y: 2.5 is no count (0, 1, 2, …); correct it, or choose --kind number",
        1,
        "",
        2.5,
        3);
    rejects(
        Y.withKind(Kind.COUNT),
        "houses.csv row 2, column y: -1 is no count (0, 1, 2, …); correct it, or choose --kind number",
        1,
        -1);
  }

  @Test
  void a_number_that_is_not_positive() {
    rejects(
        Y.withKind(Kind.POSITIVE),
        "houses.csv row 2, column y: 0 is not above 0; correct it, or choose --kind number",
        1,
        0);
  }

  @Test
  void labels_where_numbers_are_required() {
    rejects(
        Y.withKind(Kind.NUMBER),
        "houses.csv: target y holds labels (no, yes), not numbers, which kind number requires; choose another kind",
        "yes",
        "no",
        "yes");
    rejects(
        Y.withKind(Kind.POSITIVE),
        "houses.csv: target y holds labels (false, true), not numbers, which kind positive requires; choose another kind",
        "true",
        "false");
  }

  @Test
  void more_than_two_where_two_are_required() {
    rejects(
        Y.withKind(Kind.TWO_CLASSES),
        "houses.csv: target y has 3 different values (ant, bee, cat), not two; choose another kind",
        "ant",
        "bee",
        "cat",
        "ant");
  }

  @Test
  void labels_of_no_known_order() {
    rejects(
        Y.withKind(Kind.ORDINAL),
        "houses.csv: target y has labels of no known order (ant, bee, cat); give it, lowest first: --order low,middle,high",
        "ant",
        "bee",
        "cat",
        "ant");
    rejects(
        Y.withOrder(List.of("ant", "beee")),
        "houses.csv: target y has the label bee, which the order does not name; did you mean beee?",
        "ant",
        "bee",
        "ant");
  }

  @Test
  void a_target_that_is_not_there() {
    complains(
        () -> scratch.reading("price,rooms\n1,2\n", "prise"),
        "houses.csv has no column prise; did you mean price?");
    complains(
        () -> scratch.reading("price,rooms\n1,2\n", "y"),
        "houses.csv has no column y; it has price, rooms");
  }

  @Test
  void a_constant() {
    rejects(Y, "houses.csv: target y is 5 in all 3 rows; there is nothing to learn", 5, 5, "", 5);
  }

  @Test
  void one_row() {
    rejects(Y, "houses.csv: target y is 5 in its only row; there is nothing to learn", 5);
  }

  @Test
  void an_order_of_what_has_none() {
    rejects(
        Y.withKind(Kind.COUNT).withOrder(List.of("1", "2")),
        "an order of labels makes target y ordinal; leave out the order or --kind count",
        1,
        2);
  }

  @Test
  void one_class_only() {
    rejects(
        Y,
        "houses.csv: target y has one class only, yes, in all 3 rows; there is nothing to tell apart",
        "yes",
        "yes",
        "yes",
        "");
    rejects(
        Y,
        "houses.csv: target y has one class only, true, in all 2 rows; there is nothing to tell apart",
        "true",
        "true");
  }

  @Test
  void missing_in_every_row() {
    rejects(
        Y, "houses.csv: target y is missing in every row; name a column that has values", "", "NA");
    complains(
        () -> Table.open("select 1 as x, null::double as y").dataset(Y),
        "the query: target y is missing in every row; name a column that has values");
    complains(
        () -> Table.open("select 1 as x, null::boolean as y").dataset(Y),
        "the query: target y is missing in every row; name a column that has values");
  }

  @Test
  void infinity() {
    rejects(
        Y,
        "houses.csv row 2, column y: Infinity is no target; leave it empty if it is missing",
        1,
        "inf",
        2);
  }

  @Test
  void an_identifier() {
    rejects(
        Y,
        "houses.csv: target y is text with 3 different values in 3 rows, too many for classes; name a column of fewer labels",
        "k1",
        "k2",
        "k3");
  }

  @Test
  void too_many_different_numbers_for_classes() {
    rejects(
        Y.withKind(Kind.MANY_CLASSES),
        "houses.csv: target y has 1200 different values, more than 1000 classes; choose --kind number",
        IntStream.range(0, 1200).boxed().toArray());
  }

  @Test
  void dates() {
    rejects(
        Y,
        "houses.csv: target y holds dates; a target holds numbers, booleans or labels: convert it by a query",
        "2012-01-01",
        "2012-01-02");
  }
}
