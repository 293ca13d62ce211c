package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.calculus.Calculus;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Printer;
import dev.plumb.kernel.Program;
import dev.plumb.kernel.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every stage from the formula to the program, in full.
final class Stages {
  private static final int MARGIN = 12;

  /// Steps are shown of the value and the gradient.
  private static final int ORDER = 1;

  private Stages() {}

  static String page(Loss loss, int width) {
    var page = new Page(width, MARGIN);
    page.entry("formula", Printer.text(loss.definition().formula()));
    loss.calculus().ifPresent(calculus -> write(page, calculus));
    return page.text();
  }

  private static void write(Page page, Calculus calculus) {
    page.entry("simplified", Printer.text(calculus.value()));
    page.entry("gradient", texts(calculus.gradient()));
    page.entry("hessian", texts(calculus.hessian()));
    page.entry("stabilised", Printer.text(calculus.stableValue()));
    page.entry("  gradient", texts(calculus.stableGradient()));
    page.entry("  hessian", texts(calculus.stableHessian()));
    lowered(page, calculus);
    Runner runner = Runner.of(Program.of(calculus, ORDER), Precision.FLOAT, true, false);
    page.entry("steps", runner.listing());
    page.entry("", "of value and gradient in float; " + runner.codeSize() + " bytes of code");
  }

  private static void lowered(Page page, Calculus calculus) {
    var shared = new SharedParts(calculus.lowered(2));
    List<Formula> lowered = shared.formulas();
    int predictions = calculus.gradient().size();
    page.entry("lowered", Printer.text(lowered.getFirst()));
    page.entry("  gradient", printed(lowered.subList(1, 1 + predictions)));
    page.entry("  hessian", printed(lowered.subList(1 + predictions, lowered.size())));
    if (!shared.parts().isEmpty()) {
      page.entry("  where", equations(shared.parts()));
    }
  }

  private static List<String> equations(Map<String, Formula> parts) {
    var lines = new ArrayList<String>();
    parts.forEach((name, part) -> lines.add(name + " = " + Printer.text(part)));
    return lines;
  }

  private static List<String> texts(Map<String, Formula> derivatives) {
    var lines = new ArrayList<String>();
    derivatives.forEach((by, formula) ->
        lines.add((derivatives.size() > 1 ? by + ": " : "") + Printer.text(formula)));
    return lines;
  }

  private static List<String> printed(List<Formula> formulas) {
    return formulas.stream().map(Printer::text).toList();
  }
}
