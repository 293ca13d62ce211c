package dev.plumb.catalogue;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Formulas;
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

  private final SequencedMap<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, Definition> byAlias = new LinkedHashMap<>();

  private Catalogue(List<Definition> all) {
    for (Definition definition : all) {
      if (definitions.put(definition.name(), definition) != null) {
        throw new IllegalArgumentException("the loss " + definition.name() + " is defined twice");
      }
      alias(definition.name(), definition);
    }
    for (Definition definition : all) {
      definition.also().forEach(name -> alias(name, definition));
    }
  }

  private void alias(String name, Definition definition) {
    Definition before = byAlias.put(normal(name), definition);
    if (before != null && before != definition) {
      throw new IllegalArgumentException(
          "%s and %s are both called %s".formatted(before.name(), definition.name(), name));
    }
  }

  /// The losses that come with Plumb.
  public static Catalogue builtin() {
    return Builtin.INSTANCE;
  }

  /// The losses of a `.loss` file.
  ///
  /// @throws dev.plumb.formula.FormulaException when it cannot be read as losses
  /// @throws IOException when the file cannot be read
  public static Catalogue read(Path path) throws IOException {
    String file = path.getFileName().toString();
    return new Catalogue(
        Formulas.definitions(Files.readString(path), file.replaceFirst("\\.loss$", "")));
  }

  private static Catalogue read() {
    var all = new ArrayList<Definition>();
    text("families.txt")
        .lines()
        .forEach(family -> all.addAll(Formulas.definitions(text(family + ".loss"), family)));
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
    return List.copyOf(definitions.values());
  }

  /// The loss of a name or alias.
  public Optional<Definition> find(String name) {
    return Optional.ofNullable(byAlias.get(normal(name)));
  }

  /// `; did you mean huber?`, or nothing.
  public String hint(String name) {
    return Near.hint(normal(name), byAlias.keySet());
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
