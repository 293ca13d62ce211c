package dev.plumb.kernel;

import dev.plumb.formula.Numbers;
import dev.plumb.kernel.Program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A program as text: one line a step, each named by its place.
///
/// Behind the place stands what a step is of: nothing for a number of the sample, `[]` for the
/// elements of a row, `[][]` for pairs of them.
final class Listing {
  private Listing() {}

  static List<String> of(Program program) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      if (!step.isNumber()) {
        lines.add("%%%d%s = %s".formatted(i, shape(step), text(program, step)));
      }
    }
    for (int output = 0; output < program.outputs().size(); output++) {
      lines.add(
          "%s <- %s"
              .formatted(
                  output == 0 ? "value" : "derivative " + output,
                  argument(program, program.outputs().get(output))));
    }
    return lines;
  }

  private static String shape(Step step) {
    return switch (step.shape()) {
      case NUMBER -> "";
      case ROW -> "[]";
      case PAIRS -> "[][]";
    };
  }

  private static String text(Program program, Step step) {
    if (step.operation() == null) {
      return step.name();
    }
    return step.operation()
        + step.arguments().stream()
            .map(a -> argument(program, a))
            .collect(Collectors.joining(", ", " ", ""));
  }

  private static String argument(Program program, int index) {
    Step step = program.steps().get(index);
    return step.isNumber() ? Numbers.text(step.value()) : "%" + index;
  }
}
