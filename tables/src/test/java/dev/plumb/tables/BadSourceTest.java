package dev.plumb.tables;

import static dev.plumb.tables.Scratch.complains;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be opened says where, why, and what would be right.
class BadSourceTest {
  @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void start() {
    scratch = new Scratch(folder);
  }

  private void rejects(String name, String text, String message) {
    rejects(scratch.file(name, text), message);
  }

  private void rejects(String source, String message) {
    complains(() -> Table.open(source), message);
  }

  @Test
  void a_missing_file_names_a_near_one() {
    scratch.file("houses.csv", "a\n1\n");
    String wanted = folder.resolve("houzes.csv").toString();
    rejects(wanted, wanted + ": no such file; did you mean houses.csv?");
  }

  @Test
  void a_missing_file_with_no_near_one_names_the_folder() {
    String wanted = folder.resolve("houses.csv").toString();
    rejects(wanted, wanted + ": no such file in " + folder);
  }

  @Test
  void a_missing_folder() {
    String wanted = folder.resolve("data/houses.csv").toString();
    rejects(wanted, wanted + ": no such file, for there is no folder " + folder.resolve("data"));
  }

  @Test
  void a_folder_lists_its_tables() {
    scratch.file("b.parquet", "x");
    scratch.file("a.csv.gz", "x");
    scratch.file("notes.md", "x");
    rejects(folder.toString(), folder + " is a folder; name a file in it: a.csv.gz, b.parquet");
  }

  @Test
  void a_folder_without_tables() {
    rejects(
        folder.toString(),
        folder
            + " is a folder; name a file (.csv, .tsv, .parquet, .json or .ndjson), for none lies in it");
  }

  @Test
  void an_unknown_ending() {
    rejects(
        "houses.xlsx",
        "x",
        "houses.xlsx: not a kind of file that Plumb reads; save it as .csv, .tsv, .parquet, .json or .ndjson");
  }

  @Test
  void nothing() {
    rejects(
        " ", "no data is named; name a file (.csv, .tsv, .parquet, .json or .ndjson) or a select");
  }

  @Test
  void an_address() {
    rejects(
        "https://example.org/houses.csv",
        "https://example.org/houses.csv: Plumb reads files on this machine only; download it first");
  }

  @Test
  void an_empty_file() {
    rejects("houses.csv", "", "houses.csv is empty; it needs a header with column names, and rows");
  }

  @Test
  void empty_lines_only() {
    rejects(
        "houses.csv",
        "\n  \n",
        "houses.csv is empty; it needs a header with column names, and rows");
  }

  @Test
  void a_header_only() {
    rejects(
        "houses.csv",
        "price,rooms\n",
        "houses.csv has no rows, only columns; there is nothing to learn from");
  }

  @Test
  void no_header() {
    rejects(
        "houses.csv",
        "3.5,4\n4.5,5\n",
        "houses.csv: the first line holds numbers, not column names; put a header line before it");
  }

  @Test
  void two_columns_of_one_name() {
    rejects(
        "houses.csv",
        "price,rooms,price\n1,2,3\n",
        "houses.csv: two columns are named price; give each its own name");
  }

  @Test
  void two_columns_of_one_name_in_a_query() {
    rejects(
        "select 1 as price, 2 as price",
        "the query: two columns are named price; give each its own name");
  }

  @Test
  void a_short_row() {
    rejects(
        "houses.csv",
        "a,b,c\n1,2,3\n4,5\n6,7,8\n",
        "houses.csv row 2 (line 3): 2 values, but the header names 3 columns; write an empty value between delimiters where one is missing");
  }

  @Test
  void a_long_row() {
    rejects(
        "houses.csv",
        "a,b\n1,2\n4,5\n1,234,5\n",
        "houses.csv row 3 (line 4): 3 values, but the header names 2 columns; put values that hold a delimiter in quotes");
  }

  @Test
  void a_short_row_after_empty_lines() {
    rejects(
        "houses.csv",
        "\na,b\n\n1,2\n\n4\n",
        "houses.csv row 2 (line 6): 1 value, but the header names 2 columns; write an empty value between delimiters where one is missing");
  }

  @Test
  void a_short_row_in_a_long_file() {
    String rows = "1,2\n".repeat(400_000);
    rejects(
        "houses.csv",
        "a,b\n" + rows + "7\n" + rows + "8\n",
        "houses.csv row 400001 (line 400002): 1 value, but the header names 2 columns; write an empty value between delimiters where one is missing");
  }

  @Test
  void a_quote_that_is_never_closed() {
    rejects(
        "houses.csv",
        "a,b\n1,\"x\n2,y\n",
        "houses.csv row 1 (line 2): a quote is opened and not closed rightly; write a quote within quotes twice");
  }

  @Test
  void text_that_is_not_utf_8() throws IOException {
    Path file = folder.resolve("houses.csv");
    Files.write(file, "a,b\n1,x\n2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    rejects(file.toString(), "houses.csv row 2 (line 3): not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void a_header_that_is_not_utf_8() throws IOException {
    Path file = folder.resolve("houses.csv");
    Files.write(file, "a,b\n1,x\n".getBytes(StandardCharsets.UTF_16));
    rejects(file.toString(), "houses.csv is no UTF-8 text; save it as UTF-8");
  }

  @Test
  void a_file_that_is_not_packed() {
    rejects("houses.csv.gz", "a,b\n1,2\n", "houses.csv.gz cannot be read: Not in GZIP format");
  }

  @Test
  void a_file_that_is_no_parquet() {
    rejects(
        "houses.parquet",
        "price,rooms\n1,2\n3,4\n",
        "houses.parquet: is no Parquet file, or was cut off; write it again");
  }

  @Test
  void json_that_is_cut_off() {
    rejects(
        "houses.json",
        "[{\"a\":1},{\"a\"",
        "houses.json: Malformed JSON, at byte 5 in record/value 3: unexpected end of data.");
  }

  @Test
  void json_without_rows() {
    rejects(
        "houses.json",
        "[]",
        "houses.json has no rows, only columns; there is nothing to learn from");
  }

  @Test
  void sql_that_cannot_be_read() {
    rejects(
        "select 1 as a wher a = 1 and",
        "the query, character 15: syntax error at or near \"wher\"");
  }

  @Test
  void sql_about_an_unknown_column() {
    String file = scratch.file("houses.csv", "price\n1\n");
    rejects(
        "select prise from '" + file + "'",
        "the query: Referenced column \"prise\" not found in FROM clause! Candidate bindings: \"price\"");
  }

  @Test
  void sql_about_an_unknown_table() {
    rejects(
        "select * from houses",
        "the query: there is no table houses; name a file in quotes: from 'houses.csv'");
  }

  @Test
  void sql_about_a_missing_file() {
    rejects(
        "select * from '" + folder.resolve("none.csv") + "'",
        "the query: No files found that match the pattern \"" + folder.resolve("none.csv") + "\"");
  }

  @Test
  void sql_never_calls_out() {
    rejects(
        "select * from 'https://example.org/houses.csv'",
        "the query: File https://example.org/houses.csv requires the extension httpfs to be loaded; Plumb reads files on this machine only, as .csv, .parquet or .json");
  }

  @Test
  void sql_is_one_select() {
    String out = folder.resolve("out.csv").toString();
    complains(
        () -> Table.open("select 1 as a); copy (select 1) to '" + out + "'; select (1"),
        "the query, character 14: syntax error at or near \")\"");
    complains(
        () -> Table.open("select 1 as a; copy (select 1) to '" + out + "'"),
        "the query is not one plain select; Plumb only reads, one select at a time");
    complains(
        () -> Table.open("select 1 as a; select 2 as a"),
        "the query is not one plain select; Plumb only reads, one select at a time");
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void nothing_is_left_behind() throws IOException {
    try (var table = scratch.table("houses.csv", "a,b\n1,2\n3,4\n")) {
      assertThat(table.rows()).isEqualTo(2);
    }
    String own = "plumb-" + ProcessHandle.current().pid() + "-";
    try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(own));
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("houses.csv");
    }
  }
}
