package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            folder.resolve("my.loss"),
            """
            loss tilted(p | y; tilt = 2 in (0, inf)) = if p < y then tilt * (y - p) else p - y
            loss plain(p | y) = abs(p - y)
            """);
  }

  @Test
  void a_name_of_the_file_is_a_name_like_any() {
    assertThat(Loss.of("tilted", file).value(1, 3)).isEqualTo(4);
    assertThat(Loss.of("tilted(tilt = 3)", file).value(1, 3)).isEqualTo(6);
    assertThat(Loss.of("mae", file).name()).isEqualTo("absolute_error");
    assertThat(Loss.of("(p - y)^2", file).value(1, 3)).isEqualTo(4);
  }

  @Test
  void a_catalogue_can_be_kept() throws IOException {
    Catalogue mine = Catalogue.read(file);
    assertThat(Loss.of("plain", mine).value(1, 3)).isEqualTo(2);
    assertThatThrownBy(() -> Loss.of("tiltd", mine)).hasMessageContaining("did you mean tilted?");
  }

  @Test
  void what_is_wrong_with_a_file_is_said() throws IOException {
    assertThatThrownBy(() -> Loss.of("huber", folder.resolve("none.loss")))
        .isInstanceOf(PlumbException.class)
        .hasMessageMatching("the loss file .*none.loss cannot be read: no such file");
    assertThatThrownBy(() -> Loss.of(file.toString()))
        .hasMessageEndingWith("holds 2 losses; give one");
    Path binary = Files.write(folder.resolve("binary.loss"), new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> Loss.of(binary.toString())).hasMessageEndingWith("it is not in UTF-8");
  }
}
