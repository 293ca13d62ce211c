package dev.plumb.catalogue;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Near;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Definitions by name. A name is matched whatever its case, with spaces and hyphens as
/// underscores, and a loss is also found by its aliases.
public final class Catalogue {
  private static final class Builtin {
    static final Catalogue INSTANCE = read();
  }

  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> byAlias = new LinkedHashMap<>();

  private Catalogue(List<Entry> all) {
    for (Entry entry : all) {
      Entry before = entries.put(entry.name(), entry);
      if (before != null) {
        throw entry.clash(before, entry.name());
      }
      alias(entry.name(), entry);
    }
    for (Entry entry : all) {
      entry.definition().also().forEach(name -> alias(name, entry));
    }
  }

  private void alias(String name, Entry entry) {
    Entry before = byAlias.put(normal(name), entry);
    if (before != null && before != entry) {
      throw entry.clash(before, name);
    }
  }

  /// The losses that come with Plumb.
  public static Catalogue builtin() {
    return Builtin.INSTANCE;
  }

  /// The losses of a `.loss` file; its name is their family.
  ///
  /// @throws dev.plumb.formula.FormulaException when it cannot be read as losses, or a name is
  ///   given twice; the message names the file
  /// @throws IOException when the file cannot be read
  public static Catalogue read(Path path) throws IOException {
    String family = path.getFileName().toString().replaceFirst("\\.loss$", "");
    return new Catalogue(Entry.all(Files.readString(path), family, path.toString()));
  }

  /// The losses of this catalogue, and after them those of another.
  ///
  /// @throws dev.plumb.formula.FormulaException when both have a name; the message says where
  public Catalogue with(Catalogue other) {
    var all = new ArrayList<>(entries.values());
    all.addAll(other.entries.values());
    return new Catalogue(all);
  }

  private static Catalogue read() {
    var all = new ArrayList<Entry>();
    text("families.txt")
        .lines()
        .map(family -> Entry.all(text(family + ".loss"), family, family + ".loss of Plumb"))
        .forEach(all::addAll);
    return new Catalogue(all);
  }

  private static String text(String file) {
    try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /// Every loss, family by family, in the order of the files.
  public List<Definition> all() {
    return entries.values().stream().map(Entry::definition).toList();
  }

  /// The loss of a name or alias.
  public Optional<Definition> find(String name) {
    return Optional.ofNullable(byAlias.get(normal(name))).map(Entry::definition);
  }

  /// `; did you mean huber?`, or nothing.
  public String hint(String name) {
    return Near.hint(normal(name), byAlias.keySet());
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
