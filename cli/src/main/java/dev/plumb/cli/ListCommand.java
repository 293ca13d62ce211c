package dev.plumb.cli;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Printer;
import dev.plumb.sequence.SequenceLoss;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb list`: every loss of the catalogue, family by family.
@Command(name = "list", description = "Show every loss of the catalogue.")
final class ListCommand implements Runnable {
  private static final int MOST_MARGIN = 40;

  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom losses;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only the losses with this word in name, alias, family or description.")
  private String word;

  @Option(names = "--json", description = "Print a JSON array with everything that is known.")
  private boolean json;

  ListCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    List<Definition> all = losses.catalogue().all().stream().filter(this::isWanted).toList();
    if (all.isEmpty() && sequences().isEmpty()) {
      throw new Mistake("no loss has the word '%s' (plumb list shows all)".formatted(word));
    }
    if (json) {
      Json.print(screen, out -> out.array(array -> write(all, array)));
    } else {
      screen.print(page(all));
    }
  }

  private boolean isWanted(Definition loss) {
    return isWanted(List.of(loss.name(), loss.family(), loss.documentation()), loss.also());
  }

  private boolean isWanted(List<String> words, List<String> also) {
    return word == null
        || Stream.concat(words.stream(), also.stream())
            .anyMatch(
                text -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
  }

  /// The losses that are no formulas, after all others.
  private List<SequenceLoss> sequences() {
    return SequenceLoss.all().stream()
        .filter(loss ->
            isWanted(
                List.of(loss.name(), SequenceLoss.FAMILY, loss.page().documentation()),
                loss.page().also()))
        .toList();
  }

  private void entry(SequenceLoss loss, Page page) {
    page.lines(List.of("", SequenceLoss.FAMILY));
    page.entry(
        "  " + loss.name(),
        List.of(
            word == null
                ? Texts.firstSentence(loss.page().documentation())
                : loss.page().documentation(),
            "also " + String.join(", ", loss.page().also())));
  }

  private String page(List<Definition> all) {
    int margin = 4 + all.stream().mapToInt(loss -> loss.name().length()).max().orElse(0);
    var page = new Page(screen.pageWidth(), Math.min(MOST_MARGIN, margin));
    String family = "";
    for (Definition loss : all) {
      if (!loss.family().equals(family)) {
        page.lines(family.isEmpty() ? List.of() : List.of(""));
        family = loss.family();
        page.lines(List.of(family));
      }
      entry(loss, page);
    }
    sequences().forEach(loss -> entry(loss, page));
    return page.blank().paragraph(closing(all.size() + sequences().size())).text();
  }

  /// In full where few are asked for; else a line, and another with the aliases of those that most
  /// people look for.
  private void entry(Definition loss, Page page) {
    String label = (loss.common() ? "* " : "  ") + loss.name();
    String also = loss.also().isEmpty() ? "" : "also " + String.join(", ", loss.also());
    if (word != null) {
      page.entry(
          label,
          also.isEmpty() ? List.of(loss.documentation()) : List.of(loss.documentation(), also));
      return;
    }
    page.cutEntry(label, Texts.firstSentence(loss.documentation()));
    page.entry("", loss.common() ? also : "");
  }

  private String closing(int count) {
    String more = word == null ? "plumb list WORD shows those about a word in full. " : "";
    return (count == 1 ? "1 loss. " : count + " losses. ")
        + "plumb compare tries those with a * unless told otherwise. "
        + "plumb explain NAME shows what follows from one. "
        + more
        + "Any formula is a loss too: plumb explain 'log(1 + (p - y)^2)'";
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
