package dev.plumb.tables;

import static dev.plumb.tables.Scratch.complains;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.PlumbException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of source gives the same table.
class TableTest {
  private static final List<String> COLUMNS =
      List.of("day dates", "wind numbers", "wet booleans", "sky text");

  @TempDir Path folder;
  private Scratch scratch;

  @BeforeEach
  void start() {
    scratch = new Scratch(folder);
  }

  private static void holdsThreeDays(Table table) {
    try (table) {
      assertThat(table.rows()).isEqualTo(3);
      assertThat(table.columns().stream().map(c -> c.name() + " " + c.type().words()))
          .containsExactlyElementsOf(COLUMNS);
      assertThat(table.column("wind")).containsExactly(4.7, Double.NaN, -2);
      assertThat(table.column("wet")).containsExactly(1, 0, Double.NaN);
      assertThat(table.column("sky")).containsExactly(1, 0, 1);
      assertThat(table.labels("sky")).containsExactly("rain", "sun");
    }
  }

  private static final String CSV =
      "day,wind,wet,sky\n2012-01-01,4.7,true,sun\n2012-01-02,,false,rain\n2012-01-03,-2,,sun\n";

  @Test
  void aTableIsReadInOneLine() {
    dev.plumb.training.Dataset data = Table.read("../examples/stackloss.csv").target("stack_loss");
    assertThat(data.rows()).isEqualTo(21);
    assertThat(data.features()).hasSize(3);
  }

  @Test
  void csv() {
    holdsThreeDays(scratch.table("days.csv", CSV));
  }

  @Test
  void csv_with_semicolons() {
    holdsThreeDays(scratch.table("days.csv", CSV.replace(',', ';')));
  }

  @Test
  void csv_with_the_line_ends_of_windows_and_a_byte_order_mark() {
    holdsThreeDays(scratch.table("days.CSV", "\uFEFF" + CSV.replace("\n", "\r\n")));
  }

  @Test
  void csv_with_spaces_around_cells() {
    holdsThreeDays(scratch.table("days.csv", CSV.replace(",", " , ")));
  }

  @Test
  void csv_with_quotes_around_cells() {
    String quoted = '"' + CSV.strip().replace(",", "\",\"").replace("\n", "\"\n\"") + '"';
    holdsThreeDays(scratch.table("days.csv", quoted));
  }

  @Test
  void tsv() {
    holdsThreeDays(scratch.table("days.tsv", CSV.replace(',', '\t')));
  }

  @Test
  void packed_csv() throws IOException {
    Path file = folder.resolve("days.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(CSV.getBytes(StandardCharsets.UTF_8));
    }
    holdsThreeDays(Table.open(file.toString()));
  }

  @Test
  void json() {
    holdsThreeDays(
        scratch.table(
            "days.json",
            """
            [{"day":"2012-01-01","wind":4.7,"wet":true,"sky":"sun"},
             {"day":"2012-01-02","wet":false,"sky":"rain"},
             {"day":"2012-01-03","wind":-2,"wet":null,"sky":"sun"}]
            """));
  }

  @Test
  void json_by_lines() {
    holdsThreeDays(
        scratch.table(
            "days.ndjson",
            """
            {"day":"2012-01-01","wind":4.7,"wet":true,"sky":"sun"}
            {"day":"2012-01-02","wet":false,"sky":"rain"}
            {"day":"2012-01-03","wind":-2,"wet":null,"sky":"sun"}
            """));
  }

  @Test
  void parquet() {
    holdsThreeDays(Table.open(parquet("'" + scratch.file("days.csv", CSV) + "'", "days.parquet")));
  }

  @Test
  void sql() {
    String file = scratch.file("days.csv", CSV);
    holdsThreeDays(Table.open("SELECT *\nFROM '" + file + "' -- all of it\n;"));
    holdsThreeDays(Table.open("from '" + file + "'"));
    holdsThreeDays(
        Table.open("with days as (from '" + file + "') select * from days order by day"));
  }

  /// Writes rows as Parquet, by DuckDB.
  private String parquet(String from, String to) {
    String file = folder.resolve(to).toString();
    try (var database = Database.open("test")) {
      database.run("copy (from " + from + ") to '" + file + "' (format parquet, compression zstd)");
    }
    return file;
  }

  @Test
  void a_name_with_letters_that_mean_patterns_elsewhere() {
    scratch.file("days1.csv", "other\n1\n");
    holdsThreeDays(scratch.table("days[1].csv", CSV));
    holdsThreeDays(scratch.table("day's?*.csv", CSV));
  }

  @Test
  void a_folder_that_looks_like_a_partition_adds_no_column() throws IOException {
    Path year = Files.createDirectory(folder.resolve("year=2012"));
    holdsThreeDays(new Scratch(year).table("days.csv", CSV));
  }

  @Test
  void a_header_of_odd_names() {
    try (Table table =
        scratch.table("t.csv", "\"a \"\"b\"\"\",select, A,a,\"x,\ny\",\n1,2,3,4,5,6\n")) {
      assertThat(table.columns().stream().map(Column::name))
          .containsExactly("a \"b\"", "select", "A", "a", "x,\ny", "column 6");
      assertThat(table.column("A")).containsExactly(3);
      assertThat(table.column("x,\ny")).containsExactly(5);
    }
  }

  @Test
  void a_header_that_numbers_its_columns() {
    try (Table table = scratch.table("t.csv", "0,1,2\n5,6,7\n")) {
      assertThat(table.column("2")).containsExactly(7);
    }
  }

  @Test
  void one_column_keeps_its_empty_lines_as_missing() {
    try (Table table = scratch.table("t.csv", "x\n1\n\n3\n")) {
      assertThat(table.column("x")).containsExactly(1, Double.NaN, 3);
    }
  }

  @Test
  void the_markers_of_missing_values() {
    String cells = "NA\nna\nN/A\nn/a\n#N/A\nNaN\nnan\nNULL\nNull\nnull\n?\n-\n NA \n\"\"\n";
    try (Table table = scratch.table("t.csv", "x\n1\n" + cells)) {
      assertThat(table.column("x")).hasSize(15).startsWith(1, Double.NaN);
      assertThat(table.column("x")).endsWith(Double.NaN, Double.NaN).doesNotContain(2);
    }
  }

  @Test
  void none_and_sodium_are_labels() {
    try (Table table = scratch.table("t.csv", "x,y\n1,none\n2,Na\n3,none\n")) {
      assertThat(table.labels("y")).containsExactly("Na", "none");
    }
  }

  @Test
  void numbers_keep_their_digits() {
    String text = "x\n0.1\n-1e-300\n+5\n1e300\n123456789.123456789\ninf\n-Infinity\n";
    try (Table table = scratch.table("t.csv", text)) {
      assertThat(table.column("x"))
          .containsExactly(
              0.1,
              -1e-300,
              5,
              1e300,
              123456789.123456789,
              Double.POSITIVE_INFINITY,
              Double.NEGATIVE_INFINITY);
    }
  }

  @Test
  void numbers_of_every_type_in_sql() {
    String numbers =
        "1::tinyint as a, 2::ubigint as b, 3.25::decimal(9, 2) as c, 4::hugeint as d, 5::float as e";
    try (Table table = Table.open("select " + numbers)) {
      assertThat(table.columns(List.of("e", "d", "c", "b", "a")))
          .containsExactly(
              new double[] {5},
              new double[] {4},
              new double[] {3.25},
              new double[] {2},
              new double[] {1});
    }
  }

  @Test
  void a_random_query_runs_once() {
    try (Table table = Table.open("select random() as x from range(5)")) {
      assertThat(table.column("x")).isEqualTo(table.column("x"));
    }
  }

  @Test
  void rows_keep_their_order() {
    String n = "select i::double as x, (i % 7)::varchar as text from range(300000) as t(i)";
    try (Table table = Table.open(n)) {
      double[] x = table.column("x");
      for (int row = 0; row < x.length; row++) {
        assertThat(x[row]).isEqualTo(row);
      }
    }
  }

  /// DuckDB 2.0 plans some expressions over hundreds of columns in minutes, or ends the process.
  @Test
  void hundreds_of_columns() {
    String header = String.join(",", IntStream.range(0, 600).mapToObj(k -> "g" + k).toList());
    String numbers = String.join(",", Collections.nCopies(299, "0.5")) + ",NA";
    String texts = String.join(",", Collections.nCopies(299, "ant")) + ", NA";
    String row = "\n" + numbers + "," + texts;
    try (Table table = scratch.table("genes.csv", header + row + row + row)) {
      assertThat(table.columns().get(0).type()).isEqualTo(Column.Type.NUMBER);
      assertThat(table.columns().get(300).type()).isEqualTo(Column.Type.TEXT);
      assertThat(table.column("g598")).containsExactly(0, 0, 0);
      assertThat(table.column("g599")).containsOnly(Double.NaN);
    }
  }

  @Test
  void a_column_that_is_not_there() {
    try (Table table = scratch.table("days.csv", CSV)) {
      complains(() -> table.column("wint"), "days.csv has no column wint; did you mean wind?");
      complains(
          () -> table.column("humidity"),
          "days.csv has no column humidity; it has day, wind, wet, sky");
    }
  }

  @Test
  void a_column_that_holds_no_numbers() {
    String text = "day,name\n2012-01-01,a\n";
    try (Table table = scratch.table("days.csv", text)) {
      complains(
          () -> table.column("day"),
          "days.csv: column day holds dates, which cannot be read as numbers; name a column of numbers, or convert it by a query");
    }
    try (Table table =
        Table.open("select i::varchar as name, [i] as list from range(2000) as t(i)")) {
      complains(
          () -> table.column("name"),
          "the query: column name holds text with 2,000 different values in 2,000 rows, which cannot be read as numbers; name a column of numbers, or convert it by a query");
      complains(
          () -> table.column("list"),
          "the query: column list holds lists, structures or bytes, which cannot be read as numbers; name a column of numbers, or convert it by a query");
    }
  }

  /// DuckDB's stream ends early, without an error, where it meets damaged data.
  @Test
  void a_damaged_parquet_is_not_half_read() throws IOException {
    String rows = "(select i as n, i * 7919 % 1009 as x from range(300000) as t(i))";
    Path file = Path.of(parquet(rows, "n.parquet"));
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 4, bytes.length / 2, (byte) 0x5a);
    Files.write(file, bytes);
    try (Table table = Table.open(file.toString())) {
      assertThatThrownBy(() -> table.columns(List.of("n", "x")))
          .isInstanceOf(PlumbException.class)
          .hasMessage("n.parquet: Failed to read: ZSTD Decompression failure");
    }
  }
}
