package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The first line of a delimited text.
///
/// @param names of the columns, trimmed
/// @param delimiter between them
/// @param lines of the file to pass before the first row: the header and empty lines before it
record Header(List<String> names, char delimiter, int lines) {
  private static final String DELIMITERS = ",;\t|";

  /// Reads the header of a file; of several delimiters that occur in it, the most frequent counts.
  ///
  /// @throws PlumbException when the file is empty or no text, or its first line holds numbers
  static Header read(Path path, Optional<Character> delimiter) {
    try (TextFile text = TextFile.open(path)) {
      int lines = 1;
      String line = text.line();
      while (line != null && line.isBlank()) {
        line = text.line();
        lines++;
      }
      if (line == null) {
        throw Place.empty(path);
      }
      char found = delimiter.orElse(mostFrequent(line));
      return new Header(named(path, split(line, found)), found, lines);
    } catch (IOException e) {
      throw new PlumbException(path.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> named(Path path, List<String> names) {
    if (names.stream().allMatch(Header::isNumber) && !isNumbering(names)) {
      throw new PlumbException(
          path.getFileName()
              + ": the first line holds numbers, not column names; put a header line before it");
    }
    var complete = new ArrayList<String>();
    for (String name : names) {
      complete.add(name.isEmpty() ? "column " + (complete.size() + 1) : name);
    }
    return List.copyOf(complete);
  }

  private static boolean isNumber(String name) {
    return name.matches("[-+]?[.,]?\\d[\\d.,]*([eE][-+]?\\d+)?");
  }

  /// Whether the names are 0, 1, 2, …, as arrays without names are often written.
  private static boolean isNumbering(List<String> names) {
    return names.size() > 1
        && names.equals(IntStream.range(0, names.size()).mapToObj(String::valueOf).toList());
  }

  private static char mostFrequent(String line) {
    char best = DELIMITERS.charAt(0);
    for (char candidate : DELIMITERS.toCharArray()) {
      if (split(line, candidate).size() > split(line, best).size()) {
        best = candidate;
      }
    }
    return best;
  }

  /// The values of a line; within quotes a delimiter is text, and a doubled quote is one.
  static List<String> split(String line, char delimiter) {
    var values = new ArrayList<String>();
    var value = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        value.append(!quoted && at > 0 && line.charAt(at - 1) == '"' ? "\"" : "");
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return values;
  }
}
