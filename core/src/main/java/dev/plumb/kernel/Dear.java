package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which elements are worth keeping from one loop over a row for a later one: those that take many
/// steps.
final class Dear {
  private static final int DEAR = 6;
  private static final int PAIRS = 100;

  private final Program program;
  private final Set<Integer> earlier = new HashSet<>();
  private final Set<Integer> steps = new HashSet<>();

  Dear(Program program) {
    this.program = program;
  }

  Set<Integer> steps() {
    for (int depth = 1; depth <= program.depth(); depth++) {
      int d = depth;
      loop(
          IntStream.range(0, program.steps().size())
              .mapToObj(i -> program.steps().get(i))
              .filter(s -> s.isLoop() && s.depth() == d)
              .map(s -> s.arguments().getFirst())
              .toList());
    }
    loop(
        IntStream.range(0, program.outputs().size())
            .filter(i -> program.rowOutputs().get(i))
            .mapToObj(i -> program.outputs().get(i))
            .toList());
    return steps;
  }

  private void loop(List<Integer> needed) {
    var here = new HashSet<Integer>();
    needed.forEach(step -> visit(step, here));
    earlier.addAll(here);
  }

  private void visit(int index, Set<Integer> here) {
    Step step = program.steps().get(index);
    if (step.shape() == Shape.NUMBER || step.arguments().isEmpty() || here.contains(index)) {
      return;
    }
    boolean mayBeKept = step.shape() == Shape.ROW && !Machine.isMask(step.operation());
    if (mayBeKept && earlier.contains(index) && cost(index, new HashSet<>()) >= DEAR) {
      steps.add(index);
      return;
    }
    here.add(index);
    step.arguments().forEach(a -> visit(a, here));
  }

  private int cost(int index, Set<Integer> seen) {
    Step step = program.steps().get(index);
    if (step.shape() == Shape.NUMBER || step.arguments().isEmpty() || !seen.add(index)) {
      return 0;
    }
    int own = step.shape() == Shape.PAIRS ? PAIRS : 1;
    return own + step.arguments().stream().mapToInt(a -> cost(a, seen)).sum();
  }
}
