package dev.plumb.kernel;

import dev.plumb.kernel.Program.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which steps are NaN because another is: what tells where a choice needs no guard.
final class Strict {
  private static final Set<String> ARITHMETIC =
      Set.of("add", "subtract", "multiply", "divide", "negate", "abs", "sqrt", "fma");

  private static final Set<String> FOLDS = Set.of("sum", "max", "min");

  private final Steps steps;

  /// For a step those whose NaN makes it NaN, itself among them.
  private final Map<Integer, Set<Integer>> causes = new HashMap<>();

  Strict(Steps steps) {
    this.steps = steps;
  }

  /// Whether a step is NaN wherever another is.
  boolean follows(int place, int cause) {
    return causes(place).contains(cause);
  }

  /// Records that a step is NaN where one of its arguments is.
  void in(int place, int... arguments) {
    var all = new HashSet<>(causes(place));
    for (int argument : arguments) {
      all.addAll(causes(argument));
    }
    causes.put(place, all);
  }

  private Set<Integer> causes(int place) {
    Set<Integer> known = causes.get(place);
    if (known == null) {
      known = found(place);
      causes.put(place, known);
    }
    return known;
  }

  private Set<Integer> found(int place) {
    Step step = steps.get(place);
    var all = new HashSet<Integer>();
    if (step.operation() != null
        && (ARITHMETIC.contains(step.operation())
            || step.isLoop() && FOLDS.contains(step.operation()))) {
      step.arguments().forEach(a -> all.addAll(causes(a)));
    } else if ("select".equals(step.operation())) {
      all.addAll(causes(step.arguments().get(1)));
      all.retainAll(causes(step.arguments().get(2)));
    }
    all.add(place);
    return all;
  }

  /// The step that is NaN exactly where this one is, without signs.
  int root(int place) {
    Step step = steps.get(place);
    boolean sign = "abs".equals(step.operation()) || "negate".equals(step.operation());
    return sign ? root(step.arguments().getFirst()) : place;
  }
}
