package dev.plumb.bench;

import dev.plumb.bench.Contender.Answer;

/// Whether two answers are the same but for rounding.
final class Agreement {
  static final double TOLERANCE = 1e-5;

  private Agreement() {}

  /// What keeps them apart; empty where nothing does.
  static String difference(Answer ours, Answer theirs, double tolerance) {
    double far = Math.abs(ours.cost() - theirs.cost());
    if (!(far <= tolerance * Math.max(1e-3, Math.abs(ours.cost())))) {
      return "the cost is %s, ours %s".formatted(theirs.cost(), ours.cost());
    }
    if (theirs.gradient().length != ours.gradient().length) {
      return "%d derivatives, ours %d".formatted(theirs.gradient().length, ours.gradient().length);
    }
    double size = 0;
    for (float slope : ours.gradient()) {
      size = Math.max(size, Math.abs(slope));
    }
    for (int i = 0; i < ours.gradient().length; i++) {
      double apart = Math.abs(ours.gradient()[i] - theirs.gradient()[i]);
      if (!(apart <= TOLERANCE * size)) {
        return "derivative %d is %s, ours %s"
            .formatted(i, theirs.gradient()[i], ours.gradient()[i]);
      }
    }
    return "";
  }
}
