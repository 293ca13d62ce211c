package dev.plumb.tables;

import static dev.plumb.tables.Scratch.complains;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decimal commas are read where they leave no doubt, and nowhere else.
class PunctuationTest {
  private static final String CURE =
      "; correct it, or leave it empty if it is missing (NA, N/A, #N/A, NaN, null, ? and - count as missing too)";
  private static final String DOUBT =
      "column x is read as text: its commas may be decimal or separate thousands; write numbers as 1234.5";

  @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void start() {
    scratch = new Scratch(folder);
  }

  private static String column(Object... cells) {
    return Scratch.column("x", cells).replaceAll("(?m)^(\\w+),", "$1;");
  }

  private void reads(List<Double> numbers, Object... cells) {
    try (Table table = scratch.table("t.csv", column(cells))) {
      assertThat(table.columns().get(1).type().words()).isEqualTo("numbers");
      assertThat(table.column("x")).containsExactly(numbers.toArray(Double[]::new));
    }
  }

  private void holdsText(Object... cells) {
    try (Table table = scratch.table("t.csv", column(cells))) {
      assertThat(table.columns().get(1).type().words()).isEqualTo("text");
    }
  }

  private List<String> notes(String csv, String target) {
    return scratch.reading(csv, target).notes();
  }

  @Test
  void numbers_with_a_decimal_comma() {
    reads(List.of(80.5, -0.25, 7.0, 0.5, 1500.0), "80,5", "-0,25", "+7", ",5", "1,5E+03");
    reads(List.of(1.5, Double.NaN, Double.NaN, 2.0), " 1,5 ", "", " - ", "\"2,0\"");
  }

  @Test
  void points_between_thousands() {
    reads(List.of(1234.56, 1234.0, 999.0, -1234567.8), "1.234,56", "1.234", "999", "-1.234.567,8");
    reads(List.of(1234567.0, 1234.0, 0.5), "1.234.567", "1.234", "0,5");
  }

  @Test
  void numbers_with_commas_keep_their_digits() {
    reads(List.of(0.1, 123456789.123456789), "0,1", "123456789,123456789");
  }

  @Test
  void points_alone_stay_decimal() {
    reads(List.of(1.234, 2.5), "1.234", "2.5");
    reads(List.of(1.234, 5.678), "1.234", "5.678");
  }

  @Test
  void commas_between_thousands_are_read_where_commas_separate_cells() {
    String csv = "id,x\n1,\"1,234\"\n2,\"1,234,567.5\"\n3,-12\n4,\n";
    try (Table table = scratch.table("t.csv", csv)) {
      assertThat(table.column("x")).containsExactly(1234, 1234567.5, -12, Double.NaN);
    }
    assertThat(notes(csv, "x")).contains("column x holds commas between thousands");
    complains(
        () -> scratch.table("t.csv", "x\n\"1,234\"\n\"2,345\"\n3\n4\n5\n\"12,34\"\n").close(),
        "t.csv row 6, column x: \"12,34\" is not a number with commas between thousands" + CURE);
  }

  @Test
  void commas_between_thousands_are_read_where_they_cannot_be_decimal() {
    reads(List.of(1234567.0, 1234.0), "1,234,567", "1,234");
    reads(List.of(1234.5, 12.0), "1,234.5", "12");
  }

  @Test
  void numbers_beside_a_unit_are_told_with_a_query_that_reads_them() {
    String csv = "y,n,dist\n1,5,1.5 km\n2,7,\"1,200 km\"\n3,6,-3 km\n";
    String query =
        "select * replace (regexp_replace(dist, '[^0-9.-]', '', 'g')::double as dist) from 'houses.csv'";
    assertThat(notes(csv, "y"))
        .contains(
            "column dist is read as text: its values are numbers beside km, such as -3 km; read them by a query: "
                + query);
    String there = folder.resolve("houses.csv").toString();
    try (Table table = Table.open(query.replace("houses.csv", there))) {
      assertThat(table.column("dist")).containsExactly(1.5, 1200, -3);
    }
  }

  @Test
  void units_that_begin_after_the_first_rows_are_no_trouble() {
    String csv = "y,x\n" + "1,\n".repeat(1_200) + "2,3 km\n3,4 km\n";
    try (Table table = scratch.table("t.csv", csv)) {
      assertThat(table.columns().get(1).type().words()).isEqualTo("text");
      assertThat(table.columns().get(1).doubt()).isEmpty();
    }
  }

  @Test
  void numbers_beside_a_sign_are_no_target() {
    complains(
        () -> notes(column("1,5 €", "2,75 €", "3 €", "4 €"), "x"),
        "houses.csv: target x is read as text: its values are numbers beside €, such as 1,5 €; write numbers as 1234.5");
    complains(
        () -> notes(column("5 €", "1.000 €", "3 €", "4 €"), "x"),
        "houses.csv: target x is read as text: its values are numbers beside €, such as 1.000 €; write numbers as 1234.5");
  }

  @Test
  void names_with_numbers_are_no_numbers_beside_a_unit() {
    for (String[] cells :
        List.of(
            new String[] {"K1", "K2", "K3"},
            new String[] {"1st", "2nd", "3rd"},
            new String[] {"12 km", "3 miles", "4 km"},
            new String[] {"3 Main Street North", "4 Main Street North", "5"},
            new String[] {"10:30 h", "11:15 h", "9:00 h"})) {
      try (Table table = scratch.table("t.csv", Scratch.column("x", (Object[]) cells))) {
        assertThat(table.columns().get(1).doubt()).isEmpty();
      }
    }
  }

  @Test
  void commas_that_may_separate_thousands_are_not_read() {
    holdsText("1,234", "5,678", "999");
    assertThat(notes(column("1,234", "1,234", "5,678", "999"), "n")).contains(DOUBT);
  }

  @Test
  void points_that_may_be_decimal_beside_commas_are_not_read() {
    holdsText("1.234", "5,6", "2.345", "7,8");
    assertThat(notes(column("1.234", "5,6", "1.234", "5,6"), "n")).contains(DOUBT);
  }

  @Test
  void one_column_settles_the_others_of_its_file() {
    try (Table table =
        scratch.table("t.csv", "a;b;c\n1,234;1.234;7.234,5\n5,678;5,6;1,25\n9;2;3\n")) {
      assertThat(table.column("a")).containsExactly(1.234, 5.678, 9);
      assertThat(table.column("b")).containsExactly(1234, 5.6, 2);
      assertThat(table.column("c")).containsExactly(7234.5, 1.25, 3);
    }
  }

  @Test
  void columns_of_plain_numbers_keep_their_meaning_beside_commas() {
    try (Table table = scratch.table("t.csv", "a;b\n1.234;0,5\n5.678;1,5\n")) {
      assertThat(table.column("a")).containsExactly(1.234, 5.678);
    }
  }

  @Test
  void three_digits_behind_the_comma_are_decimal_where_thousands_cannot_begin_so() {
    reads(List.of(1.234, 0.567), "1,234", "0,567");
    reads(List.of(1.234, 1234.567), "1,234", "1234,567");
    reads(List.of(1.234, 1234.567), "1,234", "1.234,567");
  }

  @Test
  void other_writings_stay_text() {
    holdsText("1,2,3", "1,2", "4,5,6", "7,8");
    holdsText("1.23,4", "2,5");
    holdsText("0.123", "a,b", "1,5");
    holdsText("12.34.567,8", "1,5");
    holdsText("1.5", "2,5");
    holdsText(",", "1,");
    holdsText("1 234,5", "2,5");
    holdsText("2,5 €", "3,5 €");
    holdsText("1'234,5", "2,5");
  }

  @Test
  void a_word_among_decimal_commas() {
    complains(
        () -> scratch.table("houses.csv", column("1,5", "2,5", "3,5", "viele", "4,25", "6")),
        "houses.csv row 4, column x: \"viele\" is not a number with a decimal comma" + CURE);
  }

  @Test
  void a_decimal_point_among_decimal_commas() {
    complains(
        () -> scratch.table("houses.csv", column("1,5", "2,5", "3,5", "4.25", "6,5")),
        "houses.csv row 4, column x: \"4.25\" is not a number with a decimal comma" + CURE);
  }

  @Test
  void a_comma_among_decimal_points() {
    complains(
        () -> scratch.table("houses.csv", column("1.5", "2.5", "3.5", "4.5", "6,5")),
        "houses.csv row 5, column x: \"6,5\" is not a number" + CURE);
  }

  @Test
  void commas_far_below_whole_numbers() {
    var cells = Stream.concat(Collections.nCopies(5_000, "7").stream(), Stream.of("0,5"));
    try (Table table = scratch.table("t.csv", column(cells.toArray()))) {
      assertThat(table.column("x")).hasSize(5_001).startsWith(7, 7).endsWith(7, 0.5);
    }
  }

  @Test
  void commas_that_begin_late() {
    var cells = Stream.concat(Collections.nCopies(5_000, "").stream(), Stream.of("0,5", "2"));
    try (Table table = scratch.table("t.csv", column(cells.toArray()))) {
      assertThat(table.column("x")).hasSize(5_002).endsWith(Double.NaN, 0.5, 2);
    }
  }

  @Test
  void missing_cells_that_only_an_exact_count_knows() {
    reads(List.of(Double.NaN, 1.5, 2.5), "   NA   ", "1,5", "2,5");
    holdsText("   NA   ", "   NA   ");
  }

  @Test
  void tabs_and_bars_between_cells() {
    try (Table table = scratch.table("t.tsv", "a\tb\n0,5\t1.234,5\n1\t2\n")) {
      assertThat(table.column("a")).containsExactly(0.5, 1);
      assertThat(table.column("b")).containsExactly(1234.5, 2);
    }
    try (Table table = scratch.table("t.csv", "a|b\n0,5|x\n1|y\n")) {
      assertThat(table.column("a")).containsExactly(0.5, 1);
    }
  }

  @Test
  void quoted_commas_between_commas_stay_text() {
    try (Table table = scratch.table("t.csv", "a,b\n\"1,5\",2\n\"2,5\",3\n")) {
      assertThat(table.columns().getFirst().type().words()).isEqualTo("text");
    }
  }

  @Test
  void a_target_and_features_with_a_byte_order_mark_and_the_line_ends_of_windows() {
    String csv =
        "\uFEFFPreis;Fläche;Ort\r\n1.234,56;80,5;Köln\r\n999,00;40,2;Bonn\r\n1.050,5;61;Köln\r\n";
    Reading reading = scratch.reading(csv, "Preis");
    assertThat(reading.notes()).contains("columns Preis, Fläche hold decimal commas");
    assertThat(Scratch.words(reading.dataset().features()))
        .containsExactly("Fläche [80.5, 40.2, 61.0]", "Ort [1, 0, 1] of [Bonn, Köln]");
    assertThat(reading.dataset().target().kind().text()).isEqualTo("positive");
  }

  @Test
  void one_column_is_noted_alone() {
    assertThat(notes(column("1,5", "2,5", "4", "1,5"), "n"))
        .contains("column x holds decimal commas");
    assertThat(notes(column("1.5", "2.5", "4", "1.5"), "n"))
        .noneMatch(note -> note.contains("decimal"));
  }

  @Test
  void a_model_reads_commas_as_points() {
    try (Table table = scratch.table("t.csv", "x;town\n1,5;Ulm\n2;Bonn\n")) {
      assertThat(Scratch.words(table.features(List.of(new Wanted("x", false)))))
          .containsExactly("x [1.5, 2.0]");
    }
  }

  @Test
  void a_header_of_numbers_with_commas() {
    complains(
        () -> scratch.table("t.tsv", "3,5\t4\n4,5\t5\n"),
        "t.tsv: the first line holds numbers, not column names; put a header line before it");
  }

  /// As [TableTest] has them with points.
  @Test
  void hundreds_of_columns() {
    String names = String.join(";", IntStream.range(0, 400).mapToObj(k -> "g" + k).toList());
    String row = "\n" + String.join(";", Collections.nCopies(400, "0,5"));
    try (Table table = scratch.table("genes.csv", names + row + row)) {
      assertThat(table.column("g399")).containsExactly(0.5, 0.5);
    }
  }
}
