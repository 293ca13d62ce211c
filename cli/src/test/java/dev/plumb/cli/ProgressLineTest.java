package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.training.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private long now;

  @Test
  void a_terminal_shows_one_line_that_goes_away() {
    ProgressLine line = line(true);
    at(line, 0.2, 10, 12);
    at(line, 0.25, 11, 11);
    at(line, 0.4, 50, 200);
    line.clear();
    assertThat(err.toString())
        .isEqualTo(
            "\r\033[K 10 %  huber, fold 1  12 s left\r\033[K 50 %  huber, fold 1  3 min left\r\033[K");
  }

  @Test
  void a_file_gets_a_line_every_few_seconds() {
    ProgressLine line = line(false);
    at(line, 1, 10, 12);
    at(line, 5.5, 20, Double.NaN);
    at(line, 9, 30, 8);
    at(line, 11, 100, 0);
    line.clear();
    assertThat(err.toString()).isEqualTo(" 20 %  huber, fold 1\n100 %  huber, fold 1\n");
  }

  @Test
  void what_is_over_at_once_says_nothing() {
    ProgressLine line = line(true);
    at(line, 0.01, 100, 0);
    line.clear();
    assertThat(err.toString()).isEmpty();
  }

  private ProgressLine line(boolean watched) {
    return new ProgressLine(new PrintWriter(err, true), watched, () -> now);
  }

  private void at(ProgressLine line, double seconds, int done, double left) {
    now = (long) (seconds * 1e9);
    line.at(new Progress(done, 100, "huber", "fold 1", left));
  }
}
