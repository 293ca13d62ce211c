package dev.plumb.kernel;

import dev.plumb.kernel.Program.Step;

/// Which steps are known to be 0 or less, or NaN: what an exponential is the cheaper for.
record Signs(Steps steps) {
  boolean isNeverPositive(int place) {
    Step step = steps.get(place);
    return switch (step.operation()) {
      case null -> step.isNumber() && step.value() <= 0;
      case "select" ->
          isNeverPositive(step.arguments().get(1)) && isNeverPositive(step.arguments().get(2));
      case "subtract" -> isLargest(step.arguments().get(1), step.arguments().get(0));
      case "negate" -> isNeverNegative(step.arguments().getFirst());
      default -> false;
    };
  }

  private boolean isNeverNegative(int place) {
    Step step = steps.get(place);
    return switch (step.operation()) {
      case null -> step.isNumber() && step.value() >= 0;
      case "abs" -> true;
      case "multiply" -> step.arguments().get(0).equals(step.arguments().get(1));
      default -> false;
    };
  }

  /// Whether a step is the largest of the elements of a row.
  private boolean isLargest(int place, int row) {
    Step step = steps.get(place);
    return step.isLoop()
        && step.operation().matches("max|max_number")
        && step.arguments().getFirst() == row;
  }
}
