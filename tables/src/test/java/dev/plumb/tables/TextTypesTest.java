package dev.plumb.tables;

import static dev.plumb.tables.Scratch.complains;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a column of cells holds.
class TextTypesTest {
  private static final String CURE =
      "; correct it, or leave it empty if it is missing (NA, N/A, #N/A, NaN, null, ? and - count as missing too)";

  @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void start() {
    scratch = new Scratch(folder);
  }

  private void holds(String words, Object... cells) {
    try (Table table = scratch.table("t.csv", Scratch.column("x", cells))) {
      assertThat(table.columns().get(1).type().words()).isEqualTo(words);
    }
  }

  private void rejects(String csv, String message) {
    complains(() -> scratch.table("houses.csv", csv), message + CURE);
  }

  @Test
  void numbers() {
    holds("numbers", 1, 2.5, "-3e4", ".5", "5.", "");
  }

  @Test
  void dates() {
    holds("dates", "2012-01-01", "2012-02-29", "NA");
    holds("dates", "2012-01-01 10:30:00", "2012-01-01T23:59:59", "2012/1/3");
  }

  @Test
  void dates_with_the_day_first() {
    holds("dates", "29.02.2012", "1.3.2012", " 31.12.1999 ", "", "NA");
    holds("dates", "29.02.2012 10:30", "29.02.2012T23:59:59", "29.02.2012");
    holds("text", "29.02.12", "01.03.12");
    holds("text", "29/02/2012", "01/03/2012");
    holds("text", "1.2.3", "29.02.2012", "x");
    holds("text", "02.29.2012", "03.01.2012");
    holds("text", "   NA   ", "   NA   ");
  }

  @Test
  void the_day_comes_before_the_month() {
    try (Table table = scratch.table("t.csv", "day,n\n03.04.2024,1\n2.1.1970,2\n")) {
      assertThat(table.moments("day")).containsExactly(1_712_102_400, 86_400);
      assertThat(table.dataset(Options.target("n")).notes())
          .contains("column day holds dates with the day first");
    }
  }

  @Test
  void a_day_with_points_that_does_not_exist() {
    rejects(
        Scratch.column("day", "30.01.2012", "31.01.2012", "30.02.2012", "01.03.2012", "2.3.2012"),
        "houses.csv row 3, column day: \"30.02.2012\" is not a date (29.02.2012)");
  }

  @Test
  void booleans() {
    holds("booleans", "true", "FALSE", "True", "");
  }

  @Test
  void text() {
    holds("text", "true", "false", "unknown");
    holds("text", "yes", "no");
    holds("text", "12", "12a", "b", "7");
    holds("text", "2012-13-01", "x");
    holds("text", "", "NA", "?");
  }

  @Test
  void a_word_among_numbers() {
    rejects(
        "id,price\n" + "7,3\n".repeat(15) + "7,\n7,twelve\n" + "7,4\n".repeat(5) + "7,x\n",
        "houses.csv row 17, column price: \"twelve\" is not a number");
  }

  @Test
  void a_word_among_numbers_far_below() {
    rejects(
        "id,price\n" + "7,3\n".repeat(300_000) + "7,1O\n" + "7,4\n".repeat(5),
        "houses.csv row 300001, column price: \"1O\" is not a number");
  }

  @Test
  void a_word_in_one_of_five_numbers() {
    rejects(
        Scratch.column("price", 1, 2, 3, "many", 5),
        "houses.csv row 4, column price: \"many\" is not a number");
  }

  @Test
  void a_day_that_does_not_exist() {
    rejects(
        Scratch.column("day", "2012-01-30", "2012-01-31", "2012-02-30", "2012-03-01", "2012-03-02"),
        "houses.csv row 3, column day: \"2012-02-30\" is not a date (2012-02-29)");
  }

  @Test
  void a_word_among_numbers_in_json() {
    complains(
        () ->
            scratch.table(
                "houses.json",
                "[{\"x\":1},{\"x\":2},{\"x\":3},{\"x\":\"N/A\"},{\"x\":5},{\"x\":\"lots\"}]"),
        "houses.json row 6, column x: \"lots\" is not a number" + CURE);
  }

  @Test
  void ragged_rows_are_told_before_words_among_numbers() {
    complains(
        () -> scratch.table("houses.csv", "a,b\n1,2\n3\n" + "1,2\n".repeat(9) + "1,x\n"),
        "houses.csv row 2 (line 3): 1 value, but the header names 2 columns; write an empty value between delimiters where one is missing");
  }

  @Test
  void many_numbers_among_text_are_noted() {
    var cells = new java.util.ArrayList<Object>(Collections.nCopies(14, 5));
    cells.addAll(Collections.nCopies(6, "A/5"));
    try (Table table = scratch.table("t.csv", Scratch.column("ticket", cells.toArray()))) {
      assertThat(table.dataset(Options.target("n")).notes())
          .containsExactly(
              "column ticket is read as text: 70 % of its values are numbers, the others are not");
    }
  }

  @Test
  void values_that_begin_late_are_found() {
    var cells = new java.util.ArrayList<Object>(Collections.nCopies(5_000, ""));
    cells.addAll(List.of(1, 2, 3));
    holds("numbers", cells.toArray());
    cells.add("2012-01-01");
    cells.addAll(List.of("x", "y", "z"));
    holds("text", cells.toArray());
  }
}
