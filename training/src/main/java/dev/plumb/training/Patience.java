package dev.plumb.training;

/// Watches a number on rows that teach nothing, keeps the best point, and loses patience.
final class Patience {
  /// Why a training ended.
  static final String REASON = "the metric on the validation rows no longer improves";

  /// Ends a training; the best point is kept.
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Lost() {
      super(REASON, null, false, false);
    }
  }

  private final boolean higherIsBetter;
  private final int steps;
  private double best = Double.NaN;
  private double[] point;
  private int step;
  private int heard;

  /// @param steps so many without a better number are too many
  Patience(boolean higherIsBetter, int steps) {
    this.higherIsBetter = higherIsBetter;
    this.steps = steps;
  }

  /// @throws Lost after too many steps without a better number
  void hear(double number, double[] at) {
    boolean isBetter = higherIsBetter ? number > best : number < best;
    if (point == null || isBetter || Double.isNaN(best) && !Double.isNaN(number)) {
      best = number;
      point = at.clone();
      step = heard;
    }
    heard++;
    if (heard - 1 - step >= steps) {
      throw new Lost();
    }
  }

  /// The best point.
  double[] point() {
    return point;
  }

  /// The number of its step, from 0.
  int step() {
    return step;
  }
}
