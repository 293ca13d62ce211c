package dev.plumb.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A definition reads back as the loss it came from.
class DefinitionTextTest {
  static Stream<String> catalogue() {
    return Catalogue.builtin().all().stream().map(Definition::name);
  }

  @Test
  void the_catalogue_is_there() {
    assertThat(catalogue().count()).isGreaterThanOrEqualTo(217);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void every_loss_of_the_catalogue(String name) {
    reads_back(Loss.of(name));
  }

  @Test
  void parameters_stand_at_their_values() {
    Loss huber = Loss.of("huber(delta = 2.5)");
    assertThat(DefinitionText.of(huber)).contains("delta = 2.5 in (0, inf)");
    assertThat(Loss.of(DefinitionText.of(huber)).value(10, 0)).isEqualTo(huber.value(10, 0));
  }

  @Test
  void a_bare_formula() {
    reads_back(Loss.of("log(1 + (p - y)^2)"));
  }

  @Test
  void a_loss_under_class_weights() {
    Loss weighted = Loss.of("hinge with class_weights(1, 3)");
    assertThat(Loss.of(DefinitionText.of(weighted)).value(-2, 1))
        .isEqualTo(weighted.value(-2, 1))
        .isEqualTo(9);
  }

  @Test
  void a_loss_of_a_file_that_is_gone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.loss");
    Files.writeString(
        file,
        """
        ## Mine.
        loss mine(z | y; k = 2 in (0, inf)) = k * r^2 where r = exp(z) - y
          response exp(z)
          estimates "the mean"
        """);
    Loss mine = Loss.of("mine(k = 3)", file);
    Files.delete(file);
    reads_back(mine);
    assertThat(Loss.of(DefinitionText.of(mine)).value(0, 3)).isEqualTo(12);
  }

  private static void reads_back(Loss loss) {
    Loss back = Loss.of(DefinitionText.of(loss));
    assertThat(back.definition().formula()).isEqualTo(loss.definition().formula());
    assertThat(back.definition().response()).isEqualTo(loss.definition().response());
    assertThat(back.definition().predictions()).isEqualTo(loss.definition().predictions());
    assertThat(back.definition().targets()).isEqualTo(loss.definition().targets());
    assertThat(back.definition().estimates()).isEqualTo(loss.definition().estimates());
    assertThat(back.parameters()).isEqualTo(loss.parameters());
  }
}
