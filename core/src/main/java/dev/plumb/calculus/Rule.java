package dev.plumb.calculus;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Printer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A rewrite: wherever the left side matches, the right side stands instead. A line of a rules
/// file.
///
/// @param left a pattern whose names stand for formulas
/// @param right over the names of the left
public record Rule(Formula left, Formula right) {
  /// Whether the formula holds every operation of the left side, without which it cannot match.
  boolean mayMatch(Formula formula) {
    long wanted = left.signature();
    return (formula.signature() & wanted) == wanted;
  }

  /// As written in the rules file.
  public String text() {
    return Printer.text(left) + " → " + Printer.text(right);
  }

  /// The rules of a file beside this class, in order.
  static List<Rule> read(String file) {
    try (InputStream in = Rule.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Rule> rules =
          text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(Rule::line).toList();
      if (rules.isEmpty()) {
        throw new IllegalStateException(file + " holds no rule");
      }
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Rule line(String line) {
    String[] sides = line.split("->", 2);
    return new Rule(Formulas.read(sides[0]), Formulas.read(sides[1]));
  }
}
