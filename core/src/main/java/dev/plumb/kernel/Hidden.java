package dev.plumb.kernel;

import dev.plumb.kernel.Program.Step;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Steps that pass over the NaN of a row, which is no harm where the outputs that need them are NaN
/// by a sum over that row anyway: `softmax` divides by one.
///
/// @param rows for a step the rows whose NaN it hides
record Hidden(Steps steps, Strict strict, Map<Integer, Set<Integer>> rows) {
  Hidden(Steps steps, Strict strict) {
    this(steps, strict, new HashMap<>());
  }

  void add(int place, int row) {
    rows.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(strict.root(row));
  }

  /// Whether every output of a program of these steps is NaN where a row is whose NaN is hidden
  /// from it.
  boolean isHarmless(Program program) {
    return IntStream.range(0, program.outputs().size())
        .allMatch(i -> isHarmless(program.outputs().get(i), program.needed(i, i + 1)));
  }

  private boolean isHarmless(int output, boolean[] needed) {
    List<Integer> sums =
        IntStream.range(0, needed.length)
            .filter(i -> needed[i] && isSum(steps.get(i)) && strict.follows(output, i))
            .boxed()
            .toList();
    return rows.keySet().stream()
        .filter(place -> needed[place])
        .flatMap(place -> rows.get(place).stream())
        .allMatch(row -> sums.stream().anyMatch(sum -> strict.follows(sum, row)));
  }

  private static boolean isSum(Step step) {
    return step.isLoop() && step.operation().equals("sum");
  }
}
