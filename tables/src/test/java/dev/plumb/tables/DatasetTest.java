package dev.plumb.tables;

import static dev.plumb.tables.Scratch.complains;
import static dev.plumb.tables.Scratch.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From columns to features.
class DatasetTest {
  @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void start() {
    scratch = new Scratch(folder);
  }

  /// The features of a column, and the notes about them, beside a column of numbers.
  private void gives(String features, String note, String name, Object... cells) {
    Reading reading = scratch.reading(withTarget(Scratch.column(name, cells)), "y");
    List<String> found = words(reading.dataset().features());
    assertThat(String.join("; ", found.subList(1, found.size()))).isEqualTo(features);
    assertThat(String.join("; ", reading.notes())).isEqualTo(note);
  }

  /// Adds a target `y` of 0.5, 1.5, …
  private static String withTarget(String csv) {
    String[] lines = csv.strip().split("\n");
    return lines[0]
        + ",y\n"
        + String.join(
            "\n",
            IntStream.range(1, lines.length).mapToObj(k -> lines[k] + "," + (k - 0.5)).toList());
  }

  private void rejects(String csv, Options options, String message) {
    complains(() -> scratch.reading(csv, options), message);
  }

  @Test
  void numbers_and_missing_ones() {
    gives("wind [4.7, NaN, -2.0]", "", "wind", 4.7, "", -2);
  }

  @Test
  void booleans_are_0_and_1() {
    gives("wet [1.0, 0.0, NaN]", "", "wet", "true", "false", "");
  }

  @Test
  void text_is_codes_of_sorted_labels() {
    gives("sky [2, 0, -1, 1, 2] of [Fog, rain, sun]", "", "sky", "sun", "Fog", "", "rain", "sun");
  }

  @Test
  void dates_are_parts() {
    gives(
        "day.year [2012.0, 2013.0, NaN]; day.month [1, 0, -1] of [January, February]; day.weekday [1, 0, -1] of [Tuesday, Wednesday]",
        "",
        "day",
        "2012-02-29",
        "2013-01-01",
        "");
  }

  @Test
  void times_add_the_hour() {
    gives(
        "at.hour [1, 0, 1] of [09, 23]",
        "column at.year is left out: 2012 in every row; column at.month is left out: it is January in every row; column at.weekday is left out: it is Sunday in every row",
        "at",
        "2012-01-01 23:15:00",
        "2012-01-01 09:00:00",
        "2012-01-01 23:59:59");
  }

  @Test
  void a_constant_teaches_nothing() {
    gives("", "column x is left out: 3.5 in every row", "x", 3.5, "", 3.5);
    gives("", "column x is left out: it is rain in every row", "x", "rain", "rain", "");
  }

  @Test
  void a_missing_column_teaches_nothing() {
    gives("", "column x is left out: it is missing in every row", "x", "", "NA", "");
  }

  @Test
  void an_identifier_teaches_nothing() {
    gives(
        "",
        "column id is left out: text with 3 different values in 3 rows, an identifier",
        "id",
        "k1",
        "k2",
        "k3");
    Object[] nearly = IntStream.range(0, 40).mapToObj(k -> "k" + k / 4 * 2 + k % 3).toArray();
    gives(
        "",
        "column id is left out: text with 30 different values in 40 rows, an identifier",
        "id",
        nearly);
  }

  @Test
  void too_many_labels_teach_nothing() {
    Object[] many = IntStream.range(0, 4000).mapToObj(k -> "k" + k % 1001).toArray();
    gives(
        "",
        "column city is left out: text with 1,001 different values in 4,000 rows, too many",
        "city",
        many);
  }

  @Test
  void lists_are_left_out() {
    try (Table table = Table.open("select i as y, i + 1 as x, [i] as l from range(5) t(i)")) {
      Reading reading =
          table.dataset(Options.target("y").withKind(dev.plumb.training.Target.Kind.NUMBER));
      assertThat(words(reading.dataset().features()))
          .containsExactly("x [1.0, 2.0, 3.0, 4.0, 5.0]");
      assertThat(reading.notes())
          .containsExactly("column l is left out: it holds lists, structures or bytes");
    }
  }

  @Test
  void infinity_is_an_error() {
    rejects(
        "y,x\n1.5,2\n2,3\n3,inf\n",
        Options.target("y"),
        "houses.csv row 3, column x: infinity, or a number beyond ±3.4e38, is no feature; leave it empty if it is missing, or exclude the column");
    rejects(
        "y,x\n1.5,2\n2,-1e300\n3,4\n",
        Options.target("y"),
        "houses.csv row 2, column x: infinity, or a number beyond ±3.4e38, is no feature; leave it empty if it is missing, or exclude the column");
  }

  @Test
  void labels_that_differ_in_case_alone_are_told() {
    String rows = "1,Yes\n2,no\n3,yes\n4,NO\n5,maybe\n";
    Reading reading = scratch.reading("x,y\n" + rows + rows, Options.target("y"));
    assertThat(reading.dataset().target().labels()).hasSize(5);
    assertThat(reading.notes())
        .contains(
            "target y has labels that differ in case alone, and are classes of their own: NO, no; Yes, yes");
    assertThat(scratch.reading("x,y\n1,yes\n2,no\n3,no\n", Options.target("y")).notes()).isEmpty();
  }

  @Test
  void columns_can_be_excluded() {
    Reading reading =
        scratch.reading(
            "y,a,b,c\n1.5,1,2,3\n2,4,5,6\n", Options.target("y").withExclude(List.of("a", "c")));
    assertThat(words(reading.dataset().features())).containsExactly("b [2.0, 5.0]");
  }

  @Test
  void parts_of_dates_can_be_excluded() {
    String csv = "y,day\n1.5,2012-02-29\n2,2013-01-01\n";
    Reading reading =
        scratch.reading(csv, Options.target("y").withExclude(List.of("day.month", "day.weekday")));
    assertThat(words(reading.dataset().features())).containsExactly("day.year [2012.0, 2013.0]");
    rejects(
        csv,
        Options.target("y").withExclude(List.of("day.minute")),
        "houses.csv has no column day.minute; it has y, day");
    rejects(
        csv,
        Options.target("y").withExclude(List.of("y.month")),
        "houses.csv has no column y.month; it has y, day");
  }

  @Test
  void an_excluded_column_must_be_there() {
    rejects(
        "y,rooms\n1,2\n",
        Options.target("y").withExclude(List.of("room")),
        "houses.csv has no column room; did you mean rooms?");
    rejects(
        "y,rooms\n1,2\n",
        Options.target("y").withExclude(List.of("y")),
        "column y is the target; do not exclude it");
  }

  @Test
  void some_column_must_be_left() {
    rejects(
        "y,a,b\n1.5,1,\n2,1,\n",
        Options.target("y"),
        "houses.csv has no column left to learn from: column a is left out: 1 in every row; column b is left out: it is missing in every row");
  }

  @Test
  void a_target_alone_teaches_nothing() {
    rejects("y\n1.5\n2\n", Options.target("y"), "houses.csv has no column left to learn from");
  }

  @Test
  void rows_without_a_target_are_left_out_with_their_labels() {
    Reading reading =
        scratch.reading("y,x,sky\n1.5,1,sun\n,2,fog\n2,3,rain\nNA,inf,sun\n3,5,sun\n", "y");
    assertThat(reading.dataset().target().values()).containsExactly(1.5, 2, 3);
    assertThat(words(reading.dataset().features()))
        .containsExactly("x [1.0, 3.0, 5.0]", "sky [1, 0, 1] of [rain, sun]");
    assertThat(reading.notes()).containsExactly("2 rows are left out: target y is missing there");
  }

  @Test
  void weights_are_read() {
    Options weighted = Options.target("y").withWeight("w");
    Reading reading = scratch.reading("y,x,w\n1.5,1,0\n,2,9\n2,3,2.5\n", weighted);
    assertThat(reading.dataset().weights()).containsExactly(0, 2.5);
    assertThat(words(reading.dataset().features())).containsExactly("x [1.0, 3.0]");
  }

  @Test
  void weights_are_finite_and_not_negative() {
    Options weighted = Options.target("y").withWeight("w");
    String cure = " is no weight; weights are finite numbers, 0 or more";
    rejects("y,x,w\n1.5,1,0\n2,3,-2\n", weighted, "houses.csv row 2, column w: -2" + cure);
    rejects("y,x,w\n1.5,1,inf\n2,3,2\n", weighted, "houses.csv row 1, column w: Infinity" + cure);
    rejects(
        "y,x,w\n1.5,1,1\n2,3,\n", weighted, "houses.csv row 2, column w: a missing weight" + cure);
    rejects(
        "y,x,w\n1.5,1,0\n2,3,0\n",
        weighted,
        "houses.csv: column w is 0 in every row; some row needs a weight above 0");
    rejects(
        "y,x,w\n1.5,1,a\n2,3,b\n",
        weighted,
        "houses.csv: column w holds text; weights are numbers, 0 or more");
    rejects(
        "y,x,weight\n1.5,1,1\n2,3,1\n",
        Options.target("y").withWeight("wight"),
        "houses.csv has no column wight; did you mean weight?");
    rejects(
        "y,x\n1.5,1\n2,3\n",
        Options.target("y").withWeight("y"),
        "column y is the target; it cannot be the weight too");
  }

  @Test
  void reading_twice_gives_the_same() {
    String csv = "y,sky,day\n1.5,sun,2012-01-01\n2,rain,2012-02-01\n3,sun,2013-01-01\n";
    try (Table table = scratch.table("days.csv", csv)) {
      Reading first = table.dataset(Options.target("y"));
      Reading second = table.dataset(Options.target("y"));
      assertThat(words(second.dataset().features())).isEqualTo(words(first.dataset().features()));
      assertThat(second.notes()).isEqualTo(first.notes());
      assertThat(first.dataset().name()).isEqualTo("days.csv");
      assertThat(first.dataset().rows()).isEqualTo(3);
    }
  }
}
