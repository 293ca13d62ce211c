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
import java.util.Optional;
import java.util.SequencedMap;

/// Definitions by name. A name is matched whatever its case, with spaces and hyphens as
/// underscores, and a loss is also found by its aliases.
public final class Catalogue {
  private static final class Builtin {
    static final Catalogue INSTANCE = read();
  }

  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
  private volatile SequencedMap<String, Entry> byAlias;

  private Catalogue(List<Entry> all) {
    for (Entry entry : all) {
      Entry before = entries.put(normal(entry.name()), entry);
      if (before != null) {
        throw entry.clash(before, entry.name());
      }
    }
  }

  /// All names, which takes reading all definitions.
  private SequencedMap<String, Entry> byAlias() {
    if (byAlias == null) {
      var names = new LinkedHashMap<>(entries);
      for (Entry entry : entries.values()) {
        for (String name : entry.definition().also()) {
          Entry before = names.put(normal(name), entry);
          if (before != null && before != entry) {
            throw entry.clash(before, name);
          }
        }
      }
      byAlias = names;
    }
    return byAlias;
  }

  private Catalogue checked() {
    byAlias();
    return this;
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
    return new Catalogue(Entry.all(Files.readString(path), family, path.toString())).checked();
  }

  /// The losses of this catalogue, and after them those of another.
  ///
  /// @throws dev.plumb.formula.FormulaException when both have a name; the message says where
  public Catalogue with(Catalogue other) {
    var all = new ArrayList<>(entries.values());
    all.addAll(other.entries.values());
    return new Catalogue(all).checked();
  }

  private static Catalogue read() {
    var all = new ArrayList<Entry>();
    text("families.txt")
        .lines()
        .map(family -> Entry.later(text(family + ".loss"), family, family + ".loss of Plumb"))
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
    Entry named = entries.get(normal(name));
    return Optional.ofNullable(named == null ? byAlias().get(normal(name)) : named)
        .map(Entry::definition);
  }

  /// `; did you mean huber?`, or nothing.
  public String hint(String name) {
    return Near.hint(normal(name), byAlias().keySet());
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
