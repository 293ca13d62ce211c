package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The pages of a catalogue: an index by family, and for each loss what follows from its formula,
/// with a picture where the loss is of one number.
final class Gallery {
  private static final int WIDTH = 110;

  private final Catalogue catalogue;

  Gallery(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The text of every file by its path in the gallery's folder.
  ///
  /// @param wanted which losses to write pages of; the index has all
  SequencedMap<String, String> files(Predicate<Definition> wanted) {
    var files = new LinkedHashMap<String, String>();
    files.put("README.md", index());
    catalogue.all().stream()
        .filter(wanted)
        .forEach(definition -> {
          Loss loss = Loss.of(definition.name(), catalogue);
          files.put(path(definition) + ".md", page(loss));
          if (Curve.has(loss)) {
            files.put(path(definition) + ".svg", Picture.of(loss));
          }
        });
    return files;
  }

  private static String path(Definition definition) {
    return definition.family() + "/" + definition.name();
  }

  // One loss

  private String page(Loss loss) {
    var definition = loss.definition();
    String name = definition.name();
    return Texts.read("gallery-page.md")
        .replace("{picture}\n", Curve.has(loss) ? "![%s](%s.svg)\n\n".formatted(name, name) : "")
        .replace("{explanation}\n", new Explanation(loss, screen()).words().text())
        .replace("{documentation}", definition.documentation())
        .replace("{java}", Factories.call(definition))
        .replace("{family}", definition.family())
        .replace("{name}", name);
  }

  private static Screen screen() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    return new Screen(nowhere, nowhere, WIDTH, false);
  }

  // All losses

  private String index() {
    Map<String, List<Definition>> families =
        catalogue.all().stream()
            .collect(
                Collectors.groupingBy(Definition::family, LinkedHashMap::new, Collectors.toList()));
    var sections = new ArrayList<String>();
    families.forEach((family, losses) -> sections.add(section(family, losses)));
    return Texts.read("gallery-index.md")
        .replace("{count}", Integer.toString(catalogue.all().size()))
        .replace("{families}", Integer.toString(families.size()))
        .replace(
            "{links}",
            families.keySet().stream()
                .map(f -> "[%s](#%s)".formatted(f, f))
                .collect(Collectors.joining(", ")))
        .replace("{sections}\n", String.join("\n", sections));
  }

  private static String section(String family, List<Definition> losses) {
    return losses.stream()
        .map(Gallery::row)
        .collect(Collectors.joining("", "## " + family + "\n\n| | | |\n|---|---|---|\n", ""));
  }

  private static String row(Definition loss) {
    String picture =
        Curve.has(loss) ? "<img src=\"%s.svg\" width=\"160\" alt=\"\">".formatted(path(loss)) : "";
    return "| [%s](%s.md) | %s | %s |\n"
        .formatted(loss.name(), path(loss), Texts.firstSentence(loss.documentation()), picture);
  }
}
