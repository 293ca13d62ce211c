package dev.plumb.kernel;

import dev.plumb.kernel.Program.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which steps matter only where some number lies beside 0, for they stand in the branch of a
/// choice by its size: what `expm1` is the cheaper for there.
final class Beside {
  /// So far the logarithm of 2 goes into a number no time at all.
  static final double WIDTH = 0.34;

  private final Program program;

  /// For each step the steps that are beside 0 wherever it matters; null where nobody asks for it.
  private final List<Set<Integer>> beside;

  private Beside(Program program) {
    this.program = program;
    beside = new ArrayList<>(Collections.nCopies(program.steps().size(), null));
  }

  /// What a program says; of one without `expm1` nothing, for nobody asks.
  static Beside of(Program program) {
    var result = new Beside(program);
    if (program.steps().stream().noneMatch(step -> "expm1".equals(step.operation()))) {
      return result;
    }
    program.outputs().forEach(output -> result.asked(output, Set.of()));
    for (int place = program.steps().size() - 1; place >= 0; place--) {
      if (result.beside.get(place) != null) {
        result.ask(place);
      }
    }
    return result;
  }

  /// Whether a step matters only where another is beside 0.
  boolean isBeside(int place, int number) {
    return beside.get(place) != null && beside.get(place).contains(number);
  }

  private void ask(int place) {
    Step step = program.steps().get(place);
    Set<Integer> here = beside.get(place);
    List<Integer> arguments = step.arguments();
    boolean isChoice = "if".equals(step.operation());
    for (int i = 0; i < arguments.size(); i++) {
      var there = new HashSet<>(here);
      if (isChoice && i == 1) {
        small(arguments.getFirst()).ifPresent(there::add);
      }
      asked(arguments.get(i), there);
    }
  }

  private void asked(int place, Set<Integer> where) {
    Set<Integer> known = beside.get(place);
    if (known == null) {
      beside.set(place, new HashSet<>(where));
    } else {
      known.retainAll(where);
    }
  }

  /// The number that a condition says is beside 0.
  private Optional<Integer> small(int condition) {
    Step less = program.steps().get(condition);
    if (!"less".equals(less.operation())) {
      return Optional.empty();
    }
    Step size = program.steps().get(less.arguments().get(0));
    Step width = program.steps().get(less.arguments().get(1));
    return "abs".equals(size.operation()) && width.isNumber() && width.value() <= WIDTH
        ? Optional.of(size.arguments().getFirst())
        : Optional.empty();
  }
}
