package dev.plumb.report;

import dev.plumb.training.ComparisonResult;

/// The command that makes a comparison again.
final class Command {
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./][A-Za-z0-9_@%+=:,./-]*";

  private Command() {}

  static String of(ComparisonResult result) {
    return "./plumb compare %s --target %s --metric %s --model %s --folds %d --repeats %d --seed %d"
            .formatted(
                quoted(result.data()),
                quoted(result.target()),
                quoted(result.metric()),
                quoted(result.model()),
                result.folds(),
                result.repeats(),
                result.seed())
        + weights(result)
        + (result.calibration().isEmpty() ? "" : " --calibrate " + result.calibration());
  }

  private static String weights(ComparisonResult result) {
    return switch (result.classWeights()) {
      case "" -> "";
      case "balanced" -> " --balanced";
      case String told -> " --class-weights " + quoted(told);
    };
  }

  /// A word as a shell reads it.
  private static String quoted(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
