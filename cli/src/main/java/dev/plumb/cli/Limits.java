package dev.plumb.cli;

/// What the numbers of `plumb compare` must be.
final class Limits {
  private Limits() {}

  /// @param repeats null when not told
  /// @param penalty null when not told
  /// @param threads null when not told
  static void check(int folds, Integer repeats, Double penalty, Integer threads) {
    require(folds >= 2, "--folds %d: needs at least 2, one to learn from and one to judge", folds);
    require(repeats == null || repeats >= 1, "--repeats %d: needs at least 1", repeats);
    require(threads == null || threads >= 1, "--threads %d: needs at least 1", threads);
    penalty("--penalty", penalty);
  }

  /// @param penalty null when not told
  static void penalty(String option, Double penalty) {
    require(
        penalty == null || penalty >= 0 && Double.isFinite(penalty),
        option + " %s: needs a finite number, at least 0",
        penalty);
  }

  private static void require(boolean good, String message, Object number) {
    if (!good) {
      throw new Mistake(message.formatted(number));
    }
  }
}
