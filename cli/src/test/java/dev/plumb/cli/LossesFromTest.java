package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesFromTest {
  private static final String MINE =
      """
      ## Late is worse than early.
      loss lateness(p | y; price = 3 in (0, inf)) = if p > y then price * (p - y) else y - p
        source "the shop"
      """;

  @TempDir Path folder;
  private String file;

  @BeforeEach
  void write() throws IOException {
    file = file("my.loss", MINE);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void a_loss_of_the_user_is_listed_in_a_family_of_its_own() {
    assertThat(plumb("list", "--losses-from", file).done().out())
        .containsSubsequence("regression\n", "\nmy\n", "lateness", "Late is worse than early.");
  }

  @Test
  void it_has_its_page() {
    assertThat(plumb("explain", "--losses-from", file, "lateness(price = 2)").done().out())
        .contains("loss       lateness(p | y; price = 3)", "price = 2 (3 unless given)")
        .contains("kinks      the slope jumps where p = y", "source     the shop", "value");
  }

  @Test
  void it_is_evaluated() throws IOException {
    String table = file("t.csv", "p,y\n1,3\n3,1\n");
    assertThat(
            plumb("evaluate", table, "--losses-from", file, "--loss", "lateness", "--json")
                .json()
                .get("cost")
                .doubleValue())
        .isEqualTo(4);
  }

  @Test
  void it_is_compared() throws IOException {
    var rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 20; i++) {
      rows.append(i).append(',').append(2 * i + i % 3).append('\n');
    }
    String table = file("t.csv", rows.toString());
    assertThat(
            plumb(
                    "compare",
                    table,
                    "--target",
                    "y",
                    "--losses-from",
                    file,
                    "--losses",
                    "lateness,mae",
                    "--threads",
                    "1")
                .done()
                .out())
        .contains("lateness", "absolute_error");
  }

  @Test
  void two_files_count_together() throws IOException {
    String other = file("other.loss", "loss other(p | y) = (p - y)^6\n");
    plumb("explain", "--losses-from", file, "--losses-from", other, "other").done();
  }

  @Test
  void what_is_wrong_with_the_file_is_said() throws IOException {
    plumb("list", "--losses-from", "none.loss")
        .fails(2, "the loss file none.loss cannot be read: no such file");
    plumb("list", "--losses-from", file("bad.loss", "loss bad(p) = (p\n"))
        .fails(2, "bad.loss line 2, column 1: expected ')'");
    plumb("list", "--losses-from", file("taken.loss", "loss huber(p | y) = p - y\n"))
        .fails(2, "taken.loss line 1: huber is the name of a loss already", "of Plumb line");
    plumb("explain", "--losses-from", file, "latenes").fails(2, "did you mean lateness?");
  }
}
