package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Steps that pass over the NaN of another, which is no harm where the outputs that need them are
/// NaN anyway: the largest of a row beside the sum that `softmax` divides by, or `if z < 0 then y
/// else 1 - y` beside `softplus(z)`.
///
/// @param causes for a step those whose NaN it hides
record Hidden(Steps steps, Strict strict, Map<Integer, Set<Integer>> causes) {
  Hidden(Steps steps, Strict strict) {
    this(steps, strict, new HashMap<>());
  }

  void add(int place, int cause) {
    causes.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(cause);
  }

  /// The steps whose NaN does not show in some output that needs a step which hides it.
  Set<Integer> lost(Program program) {
    var lost = new LinkedHashSet<Integer>();
    for (int i = 0; i < program.outputs().size(); i++) {
      lost.addAll(lost(program.outputs().get(i), program.needed(i, i + 1)));
    }
    return lost;
  }

  private Set<Integer> lost(int output, boolean[] needed) {
    var hidden = new LinkedHashSet<Integer>();
    causes.forEach((place, all) -> {
      if (needed[place]) {
        hidden.addAll(all);
      }
    });
    hidden.removeIf(cause -> shows(output, needed, cause));
    return hidden;
  }

  /// Whether all of an output is NaN where any of a step is.
  private boolean shows(int output, boolean[] needed, int cause) {
    return steps.get(cause).shape() == Shape.NUMBER
        ? strict.follows(output, cause)
        : IntStream.range(0, needed.length)
            .filter(i -> needed[i] && isSum(steps.get(i)))
            .anyMatch(sum -> strict.follows(output, sum) && strict.follows(sum, cause));
  }

  private static boolean isSum(Step step) {
    return step.isLoop() && step.operation().equals("sum");
  }
}
