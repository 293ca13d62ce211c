package dev.plumb.cli;

import dev.plumb.formula.FormulaException;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The operations that a formula can call by their names, as a table of the documentation.
final class OperationsTable {
  private static final String HEAD = "| operation | is | derivative |\n|---|---|---|\n";

  private OperationsTable() {}

  static String text() {
    return Operation.all().stream()
        .filter(OperationsTable::isCalled)
        .map(OperationsTable::row)
        .collect(Collectors.joining("", HEAD, ""));
  }

  /// Whether it is written by its name, and not by a sign or a word of the language.
  private static boolean isCalled(Operation operation) {
    try {
      return Printer.text(Formulas.read(call(operation))).equals(call(operation));
    } catch (FormulaException e) {
      return false; // written by a sign
    }
  }

  private static String call(Operation operation) {
    return operation.name() + "(" + String.join(", ", operation.arguments()) + ")";
  }

  private static String row(Operation operation) {
    return "| `%s` | %s | %s |\n"
        .formatted(
            call(operation),
            operation.meaning().map(m -> "`" + Printer.text(m) + "`").orElse(""),
            operation.derivesByMeaning() ? "" : derivatives(operation));
  }

  private static String derivatives(Operation operation) {
    return IntStream.range(0, operation.arity())
        .mapToObj(i -> "`" + Printer.text(operation.derivative(i)) + "`")
        .collect(Collectors.joining("; "));
  }
}
