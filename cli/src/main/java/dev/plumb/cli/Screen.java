package dev.plumb.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Where a command writes: results to `out`, everything else to `err`.
///
/// @param width the number of characters in a line
/// @param plain whether only ASCII can be shown
record Screen(PrintWriter out, PrintWriter err, int width, boolean plain) {
  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;
  private static final Map<String, String> ASCII =
      Map.ofEntries(
          Map.entry("→", "->"),
          Map.entry("±", "+-"),
          Map.entry("≈", "~"),
          Map.entry("…", "..."),
          Map.entry("·", "-"),
          Map.entry("−", "-"),
          Map.entry("–", "-"),
          Map.entry("×", "x"),
          Map.entry("≥", ">="),
          Map.entry("≤", "<="),
          Map.entry("Σ", "sum of "),
          Map.entry("²", "^2"));

  /// The screen of this process.
  static Screen standard() {
    return new Screen(
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        Terminal.width().orElse(USUAL_WIDTH),
        !isUnicode(System.getenv()));
  }

  /// Whether the locale of an environment is one of Unicode; without any locale it is taken to be.
  static boolean isUnicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(environment::get)
        .filter(Objects::nonNull)
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
        .orElse(true);
  }

  /// The same screen, in ASCII when asked.
  Screen plainly(boolean asked) {
    return new Screen(out, err, width, plain || asked);
  }

  /// The width to lay a page out for; in ASCII with room for an arrow that takes two characters.
  int pageWidth() {
    return Math.max(LEAST_WIDTH, plain ? width - 2 : width);
  }

  /// Prints a result.
  void print(String page) {
    out.print(shown(page));
    if (!page.endsWith("\n")) {
      out.println();
    }
    out.flush();
  }

  /// Says something that is no result.
  void say(String words) {
    err.println(shown(words));
    err.flush();
  }

  /// Says what went wrong.
  void complain(String message) {
    say("plumb: " + message);
  }

  private String shown(String text) {
    if (!plain) {
      return text;
    }
    String ascii = text;
    for (var glyph : List.copyOf(ASCII.entrySet())) {
      ascii = ascii.replace(glyph.getKey(), glyph.getValue());
    }
    return ascii;
  }
}
