package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;

/// What one kernel computes: some outputs of a program, and how.
final class Task {
  final Program program;
  final Plan plan;

  /// The outputs that the kernel gives, of those of the program.
  final int firstOutput;

  final int endOutput;

  private final boolean[] needed;
  private final boolean[] invariant;

  Task(Program program, Plan plan, int firstOutput, int endOutput) {
    this.program = program;
    this.plan = plan;
    this.firstOutput = firstOutput;
    this.endOutput = endOutput;
    this.needed = program.needed(firstOutput, endOutput);
    this.invariant = invariants(program);
  }

  private static boolean[] invariants(Program program) {
    var invariant = new boolean[program.steps().size()];
    for (int i = 0; i < invariant.length; i++) {
      Step step = program.steps().get(i);
      invariant[i] =
          step.operation() == null
              ? step.isNumber() || program.parameters().contains(step.name())
              : step.operation().equals("length")
                  || !step.isStructure()
                      && step.shape() == Shape.NUMBER
                      && step.arguments().stream().allMatch(a -> invariant[a]);
    }
    return invariant;
  }

  Step step(int index) {
    return program.steps().get(index);
  }

  /// Whether an output of the kernel needs a step.
  boolean isNeeded(int step) {
    return needed[step];
  }

  /// Whether a step is the same for all samples.
  boolean isInvariant(int step) {
    return invariant[step];
  }

  /// Whether a step is a condition.
  boolean isMask(int step) {
    return Machine.isMask(step(step).operation());
  }

  /// Whether a step is a number, not a condition, that is the same for all samples.
  boolean isConstant(int step) {
    return needed[step] && invariant[step] && !isMask(step);
  }

  /// Whether a step has a value of its own for each sample, which an operation gives.
  boolean isOfSample(int step) {
    return needed[step] && !invariant[step] && step(step).shape() == Shape.NUMBER;
  }
}
