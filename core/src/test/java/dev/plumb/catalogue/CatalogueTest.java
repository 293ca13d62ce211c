package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.formula.Definition;
import dev.plumb.formula.FormulaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("my.loss"), text);
  }

  @Test
  void a_file_is_a_family() throws IOException {
    Catalogue mine = Catalogue.read(file("loss one(p | y) = (p - y)^4 also quartic\n"));
    assertThat(mine.all()).extracting(Definition::family).containsExactly("my");
    assertThat(mine.find("Quartic")).isPresent();
  }

  @Test
  void two_catalogues_become_one() throws IOException {
    Catalogue mine = Catalogue.read(file("loss my_loss(p | y) = (p - y)^4\n"));
    Catalogue both = Catalogue.builtin().with(mine);
    assertThat(both.all()).hasSize(Catalogue.builtin().all().size() + 1);
    assertThat(both.find("my loss")).isPresent();
    assertThat(both.find("mse")).isPresent();
    assertThat(both.hint("my_los")).isEqualTo("; did you mean my_loss?");
  }

  @Test
  void a_fault_is_told_with_its_file() throws IOException {
    Path file = file("# mine\nloss broken(p | y) = (p - x)^2\n");
    assertThatThrownBy(() -> Catalogue.read(file))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("my.loss line 2, column 27: unknown input 'x'")
        .hasMessageEndingWith(" ^")
        .extracting("line", "column")
        .containsExactly(2, 27);
  }

  @Test
  void a_name_that_is_given_twice_is_told_with_both_places() throws IOException {
    Path twice = file("loss one(p | y) = p - y\n\n## Again.\nloss one(p | y) = y - p\n");
    assertThatThrownBy(() -> Catalogue.read(twice))
        .hasMessageMatching(
            ".*my.loss line 4: one is the name of a loss already, in .*my.loss line 1;.*");
  }

  @Test
  void a_name_of_plumb_cannot_be_taken() throws IOException {
    Catalogue mine = Catalogue.read(file("loss huber(p | y) = p - y\n"));
    assertThatThrownBy(() -> Catalogue.builtin().with(mine))
        .hasMessageMatching(
            ".*my.loss line 1: huber is the name of a loss already, in regression.loss of Plumb line \\d+; give this one another name");
    Catalogue alias = Catalogue.read(file("loss mine(p | y) = p - y also mae\n"));
    assertThatThrownBy(() -> Catalogue.builtin().with(alias))
        .hasMessageContaining("mae is the name of a loss already, in regression.loss of Plumb");
  }

  @Test
  void a_file_that_is_not_there_is_no_catalogue() {
    assertThatThrownBy(() -> Catalogue.read(folder.resolve("none.loss")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
