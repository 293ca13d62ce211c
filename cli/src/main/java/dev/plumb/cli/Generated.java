package dev.plumb.cli;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the repository keeps of the catalogue in other forms: the gallery, `Losses`, and tables in
/// the documentation. They are committed, so that a change of the catalogue shows what it changes.
final class Generated {
  static final String GALLERY = "docs/gallery";
  static final String LOSSES = "core/src/main/java/dev/plumb/Losses.java";

  private static final Path PEERS = Path.of("docs", "comparison.csv");
  private static final Path LANGUAGE = Path.of("docs", "language.md");
  private static final Pattern OPERATIONS =
      Pattern.compile("(?s)(<!-- operations[^>]*-->\\n).*(<!-- end of operations -->)");

  private final Catalogue catalogue;
  private final Path root;

  /// @param root the root of the repository
  Generated(Catalogue catalogue, Path root) {
    this.catalogue = catalogue;
    this.root = root;
  }

  /// The text of every file by its path in the repository.
  SequencedMap<String, String> files() throws IOException {
    return files(_ -> true);
  }

  private SequencedMap<String, String> files(Predicate<Definition> wanted) throws IOException {
    var files = new LinkedHashMap<String, String>();
    files.put(LOSSES, Factories.source(catalogue));
    new Gallery(catalogue).files(wanted).forEach((p, text) -> files.put(GALLERY + "/" + p, text));
    if (Files.exists(root.resolve(PEERS))) {
      Peers peers = Peers.read(Files.readString(root.resolve(PEERS)));
      files.put("docs/comparison.md", peers.page(catalogue.all().size()));
    }
    if (Files.exists(root.resolve(LANGUAGE))) {
      files.put("docs/language.md", withOperations(Files.readString(root.resolve(LANGUAGE))));
    }
    return files;
  }

  private static String withOperations(String page) {
    String table = Matcher.quoteReplacement(OperationsTable.text());
    return OPERATIONS.matcher(page).replaceFirst("$1" + table + "$2");
  }

  /// Writes every file, and removes pages of losses that are no more.
  ///
  /// @return how many files there are
  int write() throws IOException {
    SequencedMap<String, String> files = files();
    for (String stale : stale(files)) {
      Files.delete(root.resolve(stale));
    }
    return write(files);
  }

  /// Writes the files of all losses, and the pages of some.
  int write(List<String> names) throws IOException {
    return write(files(loss -> names.contains(loss.name())));
  }

  private int write(Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return files.size();
  }

  /// The files in the gallery's folder that nothing generates.
  List<String> stale(Map<String, String> files) throws IOException {
    Path folder = root.resolve(GALLERY);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !files.containsKey(file))
          .toList();
    }
  }
}
