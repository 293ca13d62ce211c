package dev.plumb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_good_loss_passes() {
    assertEquals(0, run("check", "(p - y)^2"));
    assertTrue(out.toString().contains("gradient    ok"), out.toString());
    assertTrue(out.toString().contains("keeps its promises."), out.toString());
  }

  @Test
  void a_bad_loss_fails_with_the_worst_input() {
    assertEquals(1, run("check", "log(p - y)"));
    assertTrue(out.toString().contains("FAIL"), out.toString());
    assertTrue(out.toString().contains("at p = "), out.toString());
  }

  @Test
  void what_cannot_be_read_is_wrong_usage() {
    assertEquals(2, run("check", "log(p - "));
    assertEquals(2, run("check", "missing.loss"));
  }

  @Test
  void a_file_is_checked_loss_by_loss(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.loss");
    Files.writeString(file, "loss one(p | y) = (p - y)^2\n\nloss two(p | y) = log(p - y)\n");
    assertEquals(1, run("check", "--json", file.toString()));
    assertTrue(out.toString().contains("\"loss\" : \"one\""), out.toString());
    assertTrue(out.toString().contains("\"loss\" : \"two\""), out.toString());
  }

  private int run(String... arguments) {
    var screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), 100, false);
    return Plumb.run(screen, arguments);
  }
}
