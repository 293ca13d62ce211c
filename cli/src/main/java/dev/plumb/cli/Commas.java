package dev.plumb.cli;

import java.util.ArrayList;
import java.util.stream.Stream;

/// Words of a command line.
final class Commas {
  private Commas() {}

  /// The parts between the commas that stand in no parentheses: `a`, `huber(delta = 2)`.
  static Stream<String> parts(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty());
  }

  /// A word as a shell takes it.
  static String quoted(String word) {
    return word.matches("[\\w./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
