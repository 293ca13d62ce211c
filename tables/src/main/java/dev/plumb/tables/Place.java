package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.formula.Near;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where a file should lie, checked before it is opened.
final class Place {
  static final String ENDINGS = ".csv, .tsv, .parquet, .json or .ndjson";
  private static final List<String> READABLE =
      List.of(".csv", ".tsv", ".parquet", ".json", ".ndjson", ".jsonl");
  private static final int SHOWN = 5;

  private Place() {}

  /// The path of a file that is there, can be read and holds something.
  static Path check(String text) {
    Path path = path(text);
    if (Files.isDirectory(path)) {
      throw new PlumbException(text + " is a folder; " + filesIn(path));
    }
    if (!Files.exists(path)) {
      throw missing(text, path);
    }
    if (!Files.isReadable(path)) {
      throw new PlumbException(text + " cannot be read: no permission; allow it with chmod u+r");
    }
    if (size(path) == 0) {
      throw empty(path);
    }
    return path;
  }

  static PlumbException empty(Path path) {
    return new PlumbException(
        path.getFileName() + " is empty; it needs a header with column names, and rows");
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new PlumbException("\"" + text + "\" is no path: " + e.getReason(), e);
    }
  }

  private static PlumbException missing(String text, Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return new PlumbException(text + ": no such file, for there is no folder " + folder);
    }
    String hint = Near.hint(String.valueOf(path.getFileName()), files(folder));
    return new PlumbException(text + ": no such file" + (hint.isEmpty() ? " in " + folder : hint));
  }

  private static String filesIn(Path folder) {
    List<String> known =
        files(folder).stream().filter(name -> READABLE.contains(Source.ending(name))).toList();
    if (known.isEmpty()) {
      return "name a file (" + ENDINGS + "), for none lies in it";
    }
    String more = known.size() > SHOWN ? ", …" : "";
    return "name a file in it: " + String.join(", ", known.stream().limit(SHOWN).toList()) + more;
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new PlumbException(folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new PlumbException(path + " cannot be read: " + e.getMessage(), e);
    }
  }
}
