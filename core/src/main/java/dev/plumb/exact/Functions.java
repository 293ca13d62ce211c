package dev.plumb.exact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The elementary functions that there are.
public final class Functions {
  /// The texts, each of which may call functions of those before it.
  private static final List<String> TEXTS =
      List.of("exponential", "logarithm", "hyperbolic", "circular", "power", "error", "gamma");

  private static final Table TABLE = read();

  private Functions() {}

  /// The function that computes an operation, by the operation's name.
  public static Optional<Function> of(String operation, Precision precision) {
    return TABLE.find(operation, precision);
  }

  /// Every function, in both precisions.
  public static List<Function> all() {
    return TABLE.all();
  }

  private static Table read() {
    var table = new Table();
    for (String name : TEXTS) {
      try {
        table.add(text(name + ".exact"));
      } catch (RuntimeException e) {
        throw new IllegalStateException(name + ".exact: " + e.getMessage(), e);
      }
    }
    return table;
  }

  private static String text(String resource) {
    try (InputStream in = Functions.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
