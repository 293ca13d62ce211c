package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the user named.
sealed interface Source {
  Pattern SELECT = Pattern.compile("(?is)\\s*(select|with|from)\\b.*\\s.*");
  Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+://.*");

  /// As printed before a complaint: the file's name, or `the query`.
  String name();

  /// Rows of cells between delimiters; the delimiter is found from the header where the ending does
  /// not give it.
  record Delimited(Path path, Optional<Character> delimiter) implements Source {
    @Override
    public String name() {
      return path.getFileName().toString();
    }
  }

  /// A list of objects, or one object a line.
  record Json(Path path) implements Source {
    @Override
    public String name() {
      return path.getFileName().toString();
    }
  }

  record Parquet(Path path) implements Source {
    @Override
    public String name() {
      return path.getFileName().toString();
    }
  }

  /// One select of SQL.
  record Query(String sql) implements Source {
    @Override
    public String name() {
      return "the query";
    }
  }

  /// A file by its ending, or an SQL query that starts with select, with or from.
  ///
  /// @throws PlumbException when there is no such file, or nothing in it
  static Source of(String text) {
    if (text.isBlank()) {
      throw new PlumbException("no data is named; name a file (" + Place.ENDINGS + ") or a select");
    }
    if (SELECT.matcher(text).matches() && !isFile(text)) {
      return new Query(text.strip().replaceFirst(";$", ""));
    }
    if (ADDRESS.matcher(text).matches()) {
      throw new PlumbException(
          text + ": Plumb reads files on this machine only; download it first");
    }
    return file(Place.check(text));
  }

  private static Source file(Path path) {
    String name = path.getFileName().toString();
    return switch (ending(name)) {
      case ".csv" -> new Delimited(path, Optional.empty());
      case ".tsv" -> new Delimited(path, Optional.of('\t'));
      case ".json", ".ndjson", ".jsonl" -> new Json(path);
      case ".parquet" -> new Parquet(path);
      default ->
          throw new PlumbException(
              name + ": not a kind of file that Plumb reads; save it as " + Place.ENDINGS);
    };
  }

  /// The ending that tells the kind, without `.gz`.
  static String ending(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    int dot = plain.lastIndexOf('.');
    return dot < 0 ? "" : plain.substring(dot);
  }

  private static boolean isFile(String text) {
    try {
      return Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false; // no path, so a query
    }
  }
}
