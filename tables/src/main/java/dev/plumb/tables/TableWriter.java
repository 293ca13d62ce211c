package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;

/// Columns of a table and results beside them, as a file that is there whole or not at all.
final class TableWriter {
  private static final Map<String, String> FORMATS =
      new TreeMap<>(
          Map.of(
              ".csv", "format csv, header",
              ".tsv", "format csv, header, delimiter '\t'",
              ".parquet", "format parquet",
              ".json", "format json, array",
              ".ndjson", "format json"));

  private final Table table;
  private final Database database;

  TableWriter(Table table, Database database) {
    this.table = table;
    this.database = database;
  }

  /// How a file of this name is written.
  ///
  /// @throws PlumbException when its ending says nothing
  static String format(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return FORMATS.entrySet().stream()
        .filter(format -> name.endsWith(format.getKey()))
        .map(Entry::getValue)
        .findFirst()
        .orElseThrow(() ->
            new PlumbException(
                "%s cannot be written: its name should end in %s"
                    .formatted(file, String.join(", ", FORMATS.keySet()))));
  }

  void write(Path file, List<String> kept, List<Result> results) {
    String format = format(file);
    // As a double, a float of 0.1 would be written with the digits of a double.
    String shown = format.contains("json") ? "%s::varchar::double as %s" : "%s as %s";
    var names = new ArrayList<String>();
    var types = new ArrayList<String>();
    for (Result result : results) {
      boolean number = result instanceof Result.Numbers;
      String name = identifier(result.name());
      types.add(name + (number ? " float" : " varchar"));
      names.add(number ? shown.formatted("results." + name, name) : "results." + name);
    }
    database.run("create or replace temp table results(" + String.join(", ", types) + ")");
    append(results);
    var columns = new ArrayList<String>();
    kept.forEach(
        name -> columns.add("data.c%d as %s".formatted(table.index(name), identifier(name))));
    columns.addAll(names);
    Path beside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      database.run(
          "copy (select %s from data positional join results) to %s (%s)"
              .formatted(String.join(", ", columns), Database.quoted(beside.toString()), format));
      moved(beside, file);
    } finally {
      removed(beside);
      database.run("drop table results");
    }
  }

  private void append(List<Result> results) {
    try (DuckDBAppender appender = database.appender("results")) {
      for (int row = 0; row < table.rows(); row++) {
        appender.beginRow();
        for (Result result : results) {
          switch (result) {
            case Result.Numbers(_, var values) -> appender.append(values[row]);
            case Result.Texts(_, var values) -> appender.append(values[row]);
          }
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw Complaint.of(table.place(), e);
    }
  }

  private static void moved(Path from, Path to) {
    try {
      try {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new PlumbException("%s cannot be written: %s".formatted(to, e.getMessage()), e);
    }
  }

  private static void removed(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      throw new PlumbException("%s cannot be removed: %s".formatted(beside, e.getMessage()), e);
    }
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
