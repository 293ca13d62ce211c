package dev.plumb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page that holds a table between two comments, and everything else around them.
final class Page {
  static final String BEGIN = "<!-- bench/run --into writes below -->\n";
  static final String END = "<!-- bench/run --into writes above -->\n";

  private Page() {}

  /// Replaces what lies between the comments.
  static void write(Path file, String table) throws IOException {
    String page = Files.readString(file);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "%s has no place for a table: the two lines %s%s".formatted(file, BEGIN, END));
    }
    String before = page.substring(0, begin + BEGIN.length());
    Files.writeString(file, before + "\n" + table.strip() + "\n\n" + page.substring(end));
  }
}
