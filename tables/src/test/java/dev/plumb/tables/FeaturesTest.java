package dev.plumb.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.PlumbException;
import dev.plumb.training.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a model wants from a table.
class FeaturesTest {
  @TempDir private Path folder;

  private List<Feature> features(String csv, Wanted... wanted) throws IOException {
    Path file = Files.writeString(folder.resolve("new.csv"), csv);
    try (Table table = Table.open(file.toString())) {
      return table.features(List.of(wanted));
    }
  }

  private void refuses(String message, String csv, Wanted wanted) {
    assertThatThrownBy(() -> features(csv, wanted))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_single_row_will_do() throws IOException {
    List<Feature> read =
        features("b,a,c\nx,1.5,z\n", new Wanted("a", false), new Wanted("b", true));
    assertThat(((Feature.Numeric) read.get(0)).values()).containsExactly(1.5f);
    var text = (Feature.Categorical) read.get(1);
    assertThat(text.levels().get(text.codes()[0])).isEqualTo("x");
  }

  @Test
  void columns_that_are_missing_in_every_row_are_missing() throws IOException {
    List<Feature> read =
        features("a,b,c\n,,1\n,,2\n", new Wanted("a", false), new Wanted("b", true));
    assertThat(((Feature.Numeric) read.get(0)).values()).containsExactly(Float.NaN, Float.NaN);
    assertThat(((Feature.Categorical) read.get(1)).codes()).containsExactly(-1, -1);
  }

  @Test
  void parts_of_a_date() throws IOException {
    List<Feature> read =
        features(
            "date\n2026-03-01\n2027-04-05\n",
            new Wanted("date.year", false),
            new Wanted("date.month", true));
    assertThat(((Feature.Numeric) read.get(0)).values()).containsExactly(2026, 2027);
    assertThat(((Feature.Categorical) read.get(1)).levels()).containsExactly("March", "April");
  }

  @Test
  void every_text_may_be_different() throws IOException {
    var csv = new StringBuilder("name\n");
    for (int i = 0; i < 2000; i++) {
      csv.append("n").append(i).append("\n");
    }
    var read = (Feature.Categorical) features(csv.toString(), new Wanted("name", true)).getFirst();
    assertThat(read.levels()).hasSize(2000);
  }

  @Test
  void another_kind_is_named() {
    refuses(
        "new.csv: column a holds text, and the model reads numbers there",
        "a\nx\n",
        new Wanted("a", false));
    refuses(
        "new.csv: column a holds numbers, and the model reads text there",
        "a\n1\n",
        new Wanted("a", true));
  }

  @Test
  void an_absent_column_is_named_with_near_ones() {
    refuses(
        "new.csv has no column price, which the model reads; did you mean prise?",
        "prise\n1\n",
        new Wanted("price", false));
    refuses(
        "new.csv has no column day.month, nor a date of that part, which the model reads",
        "x\n1\n",
        new Wanted("day.month", true));
  }

  @Test
  void infinity_is_named_with_its_row() {
    refuses("new.csv row 2, column a: infinity", "a\n1\ninf\n", new Wanted("a", false));
  }

  @Test
  void results_are_written_beside_columns_and_read_back() throws IOException {
    Path csv = Files.writeString(folder.resolve("in.csv"), "id,x\nb,1\na,2\nc,3\n");
    List<Result> results =
        List.of(
            new Result.Numbers("p \"q\"", new float[] {0.1f, Float.NaN, 3}),
            new Result.Texts("label", new String[] {"yes", "no", "it's"}));
    for (String ending : List.of("csv", "tsv", "parquet", "json", "ndjson")) {
      Path out = folder.resolve("out." + ending);
      try (Table table = Table.open(csv.toString())) {
        table.write(out, List.of("id"), results);
        table.write(out, List.of("id"), results);
      }
      try (Table table = Table.open(out.toString())) {
        assertThat(table.columns().stream().map(Column::name))
            .as(ending)
            .containsExactly("id", "p \"q\"", "label");
        assertThat(table.column("p \"q\"")[1]).isNaN();
        assertThat((float) table.column("p \"q\"")[0]).isEqualTo(0.1f);
        assertThat(table.labels("id")).containsExactly("a", "b", "c");
        assertThat(table.column("id")).containsExactly(1, 0, 2);
        assertThat(table.labels("label")).containsExactly("it's", "no", "yes");
      }
    }
    try (var files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void an_ending_that_says_nothing_is_refused() {
    assertThatThrownBy(() -> Table.checkFormat(Path.of("out.xlsx")))
        .hasMessageContaining("its name should end in .csv, .json, .ndjson, .parquet, .tsv");
  }
}
