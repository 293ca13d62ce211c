package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Formulas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/language.md`.
class LanguagePageTest {
  private final String page = Files.readString(Path.of("../docs/language.md"));

  @TempDir Path folder;

  LanguagePageTest() throws IOException {}

  private List<String> blocks(String kind) {
    return Pattern.compile("(?s)```" + kind + "\n(.*?)```")
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  void every_formula_is_a_loss() {
    assertThat(blocks("formula").stream().flatMap(String::lines))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(line -> assertThat(Loss.of(line).calculus()).isPresent());
  }

  @Test
  void every_loss_has_the_values_of_its_examples() throws IOException {
    Path file = Files.writeString(folder.resolve("page.loss"), String.join("\n", blocks("loss")));
    Catalogue catalogue = Catalogue.read(file);
    assertThat(catalogue.all())
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(d -> assertThat(Loss.of(d.name(), catalogue).calculus()).isPresent());
    assertThat(catalogue.all().stream().flatMap(d -> d.examples().stream())).hasSize(3);
    catalogue
        .all()
        .forEach(d -> d.examples().forEach(e -> agrees(Loss.of(d.name(), catalogue), e)));
  }

  private static void agrees(Loss loss, Definition.Example example) {
    Loss with = loss;
    for (var parameter : example.parameters().entrySet()) {
      with = with.with(parameter.getKey(), parameter.getValue());
    }
    double[] sample = example.inputs().stream().mapToDouble(input -> input[0]).toArray();
    assertThat(with.value(sample)).isCloseTo(example.value(), within(1e-15));
  }

  @Test
  void the_names_of_a_bare_formula_are_all_named() {
    assertThat(Formulas.PREDICTION_NAMES)
        .hasSizeGreaterThan(10)
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }
}
