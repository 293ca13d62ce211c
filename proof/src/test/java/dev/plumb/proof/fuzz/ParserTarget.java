package dev.plumb.proof.fuzz;

import dev.plumb.formula.Formula;
import dev.plumb.formula.FormulaException;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Printer;
import java.nio.charset.StandardCharsets;

/// What the fuzzer calls with every input: a text is read as a formula, as a bare loss and as
/// definitions. It is refused with a message, or read; and what was read prints as a text that
/// reads back the same.
public final class ParserTarget {
  private ParserTarget() {}

  /// The entry that Jazzer looks for.
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      Formula formula = Formulas.read(text);
      String printed = Printer.text(formula);
      if (!Formulas.read(printed).equals(formula)) {
        throw new AssertionError(text + " prints as " + printed + ", which reads differently");
      }
    } catch (FormulaException refused) {
      refused.getMessage();
    }
    for (Runnable reading :
        new Runnable[] {() -> Formulas.bare(text), () -> Formulas.definitions(text, "fuzz")}) {
      try {
        reading.run();
      } catch (FormulaException refused) {
        refused.getMessage();
      }
    }
  }
}
