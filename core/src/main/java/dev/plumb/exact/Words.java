package dev.plumb.exact;

import dev.plumb.formula.FormulaException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text, one after the other. `#` starts a comment that ends with its line.
final class Words {
  private static final Pattern SPACE = Pattern.compile("(?:\\s|#[^\\n]*)*+");
  private static final Pattern WORD =
      Pattern.compile(
          "(?<number>0x[0-9a-fA-F.]+p[+-]?[0-9]+|[0-9]+(?:\\.[0-9]*)?(?:e[+-]?[0-9]+)?)"
              + "|(?<name>[a-z_][a-z0-9_]*)|<=|>=|==|!=|[-+*/<>=(),]");
  private static final Set<String> RESERVED = Set.of("if", "then", "else", "and", "or", "not");

  private final String text;
  private final int end;
  private final Matcher matcher;
  private String word;
  private int at;

  /// The words between two places of a text.
  Words(String text, int from, int end) {
    this.text = text;
    this.end = end;
    this.matcher = WORD.matcher(text);
    read(from);
  }

  private void read(int from) {
    Matcher space = SPACE.matcher(text).region(from, end);
    at = space.lookingAt() ? space.end() : from;
    if (at == end) {
      word = "";
    } else if (matcher.region(at, end).lookingAt()) {
      word = matcher.group();
    } else {
      throw error("'" + text.charAt(at) + "' has no meaning here");
    }
  }

  boolean atEnd() {
    return word.isEmpty();
  }

  boolean seesNumber() {
    return !atEnd() && matcher.group("number") != null;
  }

  boolean seesName() {
    return !atEnd() && matcher.group("name") != null && !RESERVED.contains(word);
  }

  boolean sees(String other) {
    return word.equals(other);
  }

  /// The next word; empty at the end.
  String peek() {
    return word;
  }

  String next() {
    String taken = word;
    read(at + taken.length());
    return taken;
  }

  boolean accept(String other) {
    boolean seen = sees(other);
    if (seen) {
      next();
    }
    return seen;
  }

  void expect(String other) {
    if (!accept(other)) {
      throw error("expected '" + other + "', found " + found());
    }
  }

  String found() {
    return atEnd() ? "the end" : "'" + word + "'";
  }

  /// Where the next word stands.
  int at() {
    return at;
  }

  FormulaException error(String what) {
    return FormulaException.at(text, at, what);
  }

  FormulaException error(int place, String what) {
    return FormulaException.at(text, place, what);
  }
}
