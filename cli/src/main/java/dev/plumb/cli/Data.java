package dev.plumb.cli;

import dev.plumb.PlumbException;
import dev.plumb.tables.Table;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The table that was typed: a file or a query.
final class Data {
  private Data() {}

  /// Opens it. A name that leads to no file is a mistake in what was typed; a file that cannot be
  /// read as a table is work that fails.
  static Table open(String source) {
    try {
      return Table.open(source);
    } catch (PlumbException e) {
      if (isFile(source)) {
        throw e;
      }
      throw new Mistake(e);
    }
  }

  /// Complains, with near names, when there is no column of a name that was typed.
  static void requireColumn(Table table, String name) {
    if (table.columns().stream().noneMatch(column -> column.name().equals(name))) {
      Mistake.unless(() -> table.labels(name));
    }
  }

  private static boolean isFile(String source) {
    try {
      return Files.isRegularFile(Path.of(source));
    } catch (InvalidPathException e) {
      return false; // no path, so a query
    }
  }
}
