package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Formulas;
import org.junit.jupiter.api.Test;

class ListCommandTest {

  @Test
  void every_loss_has_its_line() {
    String page = plumb("list").done().out();
    assertThat(Catalogue.builtin().all().stream().map(Definition::name).toList())
        .hasSizeGreaterThanOrEqualTo(20)
        .allSatisfy(name -> assertThat(page).containsPattern("\n[* ] " + name + " "));
    assertThat(page).contains("also mse, l2, rmse");
  }

  @Test
  void a_word_chooses_and_shows_in_full() {
    assertThat(plumb("list", "charbonnier").done().out())
        .contains("* pseudo_huber", "lines of slope delta", "also charbonnier")
        .doesNotContain("hinge");
    plumb("list", "nosuchword").fails(2, "no loss has the word 'nosuchword'");
  }

  @Test
  void json_holds_everything_about_a_loss() {
    JsonNode huber = find(plumb("list", "--json").json(), "huber");
    assertThat(huber.fieldNames())
        .toIterable()
        .containsExactly(
            "name",
            "family",
            "documentation",
            "formula",
            "predictions",
            "targets",
            "parameters",
            "aliases",
            "estimates",
            "source");
    assertThat(huber.get("family").textValue()).isEqualTo("regression");
    assertThat(huber.get("parameters").toString())
        .isEqualTo("[{\"name\":\"delta\",\"default\":1.0,\"domain\":\"(0, inf)\"}]");
    assertThat(huber.get("predictions").toString())
        .isEqualTo("[{\"name\":\"p\",\"row\":false,\"domain\":\"(-inf, inf)\"}]");
  }

  @Test
  void json_formulas_are_of_the_language() {
    JsonNode all = plumb("list", "--json").json();
    assertThat(all).hasSize(Catalogue.builtin().all().size());
    all.forEach(loss -> Formulas.read(loss.get("formula").textValue()));
  }

  private static JsonNode find(JsonNode all, String name) {
    for (JsonNode loss : all) {
      if (loss.get("name").textValue().equals(name)) {
        return loss;
      }
    }
    throw new AssertionError("no " + name);
  }
}
