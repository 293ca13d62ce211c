package dev.plumb.cli;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Printer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plumb list`: every loss of the catalogue, family by family.
@Command(name = "list", description = "Show every loss of the catalogue.")
final class ListCommand implements Runnable {
  private static final int MARGIN = 31;

  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Option(names = "--json", description = "Print a JSON array with everything that is known.")
  private boolean json;

  ListCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    List<Definition> all = Catalogue.builtin().all();
    if (json) {
      Json.print(screen, out -> out.array(array -> write(all, array)));
    } else {
      screen.print(page(all));
    }
  }

  private String page(List<Definition> all) {
    var page = new Page(screen.pageWidth(), MARGIN);
    String family = "";
    for (Definition loss : all) {
      if (!loss.family().equals(family)) {
        page.lines(family.isEmpty() ? List.of() : List.of(""));
        family = loss.family();
        page.lines(List.of(family));
      }
      page.entry("  " + loss.name(), List.of(firstSentence(loss), also(loss)));
    }
    return page.blank()
        .paragraph(
            "%d losses. plumb explain NAME shows one; any formula is a loss too: plumb explain 'log(1 + (p - y)^2)'"
                .formatted(all.size()))
        .text();
  }

  /// What a loss is, up to the first full stop or colon that ends a thought.
  private static String firstSentence(Definition loss) {
    int end = loss.documentation().indexOf(". ");
    return end < 0 ? loss.documentation() : loss.documentation().substring(0, end + 1);
  }

  private static String also(Definition loss) {
    return loss.also().isEmpty() ? "" : "also " + String.join(", ", loss.also());
  }

  private static void write(List<Definition> all, Json json) throws IOException {
    for (Definition loss : all) {
      json.object(object -> write(loss, object));
    }
  }

  private static void write(Definition loss, Json json) throws IOException {
    json.name("name").text(loss.name());
    json.name("family").text(loss.family());
    json.name("documentation").text(loss.documentation());
    json.name("formula").text(Printer.text(loss.formula()));
    json.name("predictions").array(array -> inputs(loss.predictions(), array));
    json.name("targets").array(array -> inputs(loss.targets(), array));
    json.name("parameters").array(array -> parameters(loss.parameters(), array));
    json.name("aliases").texts(loss.also());
    json.name("estimates").text(loss.estimates().orElse(""));
    json.name("source").text(String.join("; ", loss.sources()));
  }

  private static void inputs(List<Input> inputs, Json json) throws IOException {
    for (Input input : inputs) {
      json.object(object ->
          object
              .name("name")
              .text(input.name())
              .name("row")
              .truth(input.row())
              .name("domain")
              .text(input.domain().text()));
    }
  }

  private static void parameters(List<Parameter> parameters, Json json) throws IOException {
    for (Parameter parameter : parameters) {
      json.object(object ->
          object
              .name("name")
              .text(parameter.name())
              .name("default")
              .number(parameter.value())
              .name("domain")
              .text(parameter.domain().text()));
    }
  }
}
