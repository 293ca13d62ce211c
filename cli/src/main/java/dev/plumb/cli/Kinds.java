package dev.plumb.cli;

import dev.plumb.formula.Near;
import dev.plumb.training.Target.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Kinds of target as they are typed.
final class Kinds {
  private Kinds() {}

  /// The kind of a name: `two_classes`.
  static Kind named(String typed) {
    List<String> names =
        Stream.of(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    String name = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    if (!names.contains(name)) {
      throw new Mistake(
          "there is no kind %s%s; there are %s"
              .formatted(typed, Near.hint(name, names), String.join(", ", names)));
    }
    return Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
