package dev.plumb.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.stream.Collectors;

/// The assertions of the language's tests.
final class Reading {
  private Reading() {}

  /// The text is read as this tree, an operation before its arguments: `(add a (multiply b c))`.
  static void means(String text, String tree) {
    assertThat(tree(Formulas.read(text))).as(text).isEqualTo(tree);
  }

  /// The text is printed as it stands, and read back the same.
  static void prints(String text) {
    prints(text, text);
  }

  /// The text is printed like this, and read back the same.
  static void prints(String text, String printed) {
    Formula formula = Formulas.read(text);
    assertThat(Printer.text(formula)).isEqualTo(printed);
    assertThat(Formulas.read(printed)).as(text).isEqualTo(formula);
  }

  /// The formula cannot be read: what the message says, and where.
  static void rejects(String text, String message, int line, int column) {
    rejected(() -> Formulas.read(text), text, message, line, column);
  }

  /// The same for a bare formula given as a loss.
  static void rejectsBare(String text, String message, int line, int column) {
    rejected(() -> Formulas.bare(text), text, message, line, column);
  }

  /// The same for the definition of a loss.
  static void rejectsLoss(String text, String message, int line, int column) {
    rejected(() -> Formulas.definitions(text, "test"), text, message, line, column);
  }

  private static void rejected(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable reading,
      String text,
      String message,
      int line,
      int column) {
    String faulty = text.lines().skip(line - 1).findFirst().orElse("");
    assertThatThrownBy(reading)
        .as(text)
        .isInstanceOf(FormulaException.class)
        .hasMessageStartingWith("line %d, column %d: ".formatted(line, column))
        .hasMessageContaining(message)
        .hasMessageEndingWith("%n  %s%n  %s^", faulty, " ".repeat(column - 1))
        .extracting("line", "column")
        .containsExactly(line, column);
  }

  static String tree(Formula formula) {
    return switch (formula) {
      case Number(double value) -> Double.toString(value).replaceFirst("\\.0$", "");
      case Name(String text) -> text;
      case Apply(var operation, var arguments) ->
          arguments.stream()
              .map(Reading::tree)
              .collect(Collectors.joining(" ", "(" + operation.name() + " ", ")"));
    };
  }
}
