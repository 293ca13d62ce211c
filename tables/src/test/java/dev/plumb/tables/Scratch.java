package dev.plumb.tables;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.PlumbException;
import dev.plumb.training.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Files of one test, and short words for what is done with them.
final class Scratch {
  private final Path folder;

  Scratch(Path folder) {
    this.folder = folder;
  }

  /// Writes a file, and gives its path.
  String file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Opens a file of this text.
  Table table(String name, String text) {
    return Table.open(file(name, text));
  }

  /// Reads `houses.csv` of this text as a data set.
  Reading reading(String text, Options options) {
    try (Table table = table("houses.csv", text)) {
      return table.dataset(options);
    }
  }

  Reading reading(String text, String target) {
    return reading(text, Options.target(target));
  }

  static void complains(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(PlumbException.class).hasMessage(message);
  }

  /// Features in one line each: `wind [4.7, NaN]`, `weather [0, 1] of [rain, sun]`.
  static List<String> words(List<Feature> features) {
    return features.stream()
        .map(feature ->
            switch (feature) {
              case Feature.Numeric n -> n.name() + " " + java.util.Arrays.toString(n.values());
              case Feature.Categorical c ->
                  c.name() + " " + java.util.Arrays.toString(c.codes()) + " of " + c.levels();
            })
        .toList();
  }

  /// A table of one column and a row number `n`, one row a value.
  static String column(String name, Object... values) {
    var lines = new ArrayList<String>(List.of("n," + name));
    for (Object value : values) {
      lines.add(lines.size() + "," + value);
    }
    return String.join("\n", lines) + "\n";
  }
}
