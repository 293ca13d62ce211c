package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.PlumbException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void holds_the_page() throws IOException {
    Path file = folder.resolve("report.html");
    Report report = Report.of(Samples.rain());
    report.write(file);
    assertThat(file).hasContent(report.html());
  }

  @Test
  void replaces_what_was_there_and_leaves_nothing_beside() throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "old and longer than what is new");
    WholeFile.write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void half_a_surrogate_is_no_reason_to_fail() throws IOException {
    Path file = folder.resolve("report.html");
    WholeFile.write(file, "a\uD800b");
    assertThat(file).hasContent("a?b");
  }

  @Test
  void a_missing_folder_is_named() {
    Path file = folder.resolve("absent").resolve("report.html");
    assertThatThrownBy(() -> WholeFile.write(file, "page"))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("there is no folder " + file.getParent());
  }

  @Test
  void a_folder_is_no_file() throws IOException {
    assertThatThrownBy(() -> WholeFile.write(folder, "page"))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("it is a folder");
    assertThat(files()).isEmpty();
  }

  @Test
  void a_failed_move_keeps_the_old_and_leaves_nothing_beside() throws IOException {
    Path file = folder.resolve("x".repeat(250));
    assertThatThrownBy(() -> WholeFile.write(file, "page"))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("cannot be written to " + file);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
