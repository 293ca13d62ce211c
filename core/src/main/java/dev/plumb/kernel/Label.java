package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The label of a row: a number of the sample that its outputs compare with the index. Only one
/// element of the row can be equal to it, and what holds there need not be computed for the others.
///
/// @param number the step of the label
/// @param masks the steps that ask whether an element is that of the label
record Label(int number, Set<Integer> masks) {

  /// The label of some outputs, unless they have none, or several.
  static Optional<Label> of(Program program, List<Integer> outputs) {
    var masks = new HashSet<Integer>();
    var numbers = new HashSet<Integer>();
    var seen = new HashSet<Integer>();
    outputs.forEach(o -> search(program, o, seen, masks, numbers));
    return numbers.size() == 1
        ? Optional.of(new Label(numbers.iterator().next(), Set.copyOf(masks)))
        : Optional.empty();
  }

  private static void search(
      Program program, int index, Set<Integer> seen, Set<Integer> masks, Set<Integer> numbers) {
    Step step = program.steps().get(index);
    if (step.shape() != Shape.ROW || !seen.add(index)) {
      return;
    }
    if ("select".equals(step.operation())) {
      int mask = step.arguments().getFirst();
      number(program, program.steps().get(mask))
          .ifPresent(number -> {
            masks.add(mask);
            numbers.add(number);
          });
    }
    step.arguments().forEach(a -> search(program, a, seen, masks, numbers));
  }

  /// What a step compares with the index.
  private static Optional<Integer> number(Program program, Step step) {
    if (!"equal".equals(step.operation())) {
      return Optional.empty();
    }
    int a = step.arguments().getFirst();
    int b = step.arguments().getLast();
    return isIndex(program, b) && isNumber(program, a)
        ? Optional.of(a)
        : isIndex(program, a) && isNumber(program, b) ? Optional.of(b) : Optional.empty();
  }

  private static boolean isIndex(Program program, int step) {
    return "index".equals(program.steps().get(step).operation());
  }

  private static boolean isNumber(Program program, int step) {
    return program.steps().get(step).shape() == Shape.NUMBER;
  }
}
