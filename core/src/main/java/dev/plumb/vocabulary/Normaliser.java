package dev.plumb.vocabulary;

/// For each row the greatest score of the wrong classes, and the sum of the exponentials of their
/// distances to it: what is known of a softmax after some of its classes.
///
/// The right class is left out, because a sum that holds it loses the digits of the others where
/// the model is nearly sure.
final class Normaliser {
  private final float[] greatest;
  private final double[] sums;

  Normaliser(int rows) {
    greatest = new float[rows];
    sums = new double[rows];
  }

  void clear() {
    java.util.Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
    java.util.Arrays.fill(sums, 0);
  }

  /// A finite number to subtract from the scores of a row before their exponentials are taken.
  float shift(int row) {
    return shift(greatest[row]);
  }

  /// The same, for scores of which the greatest is known: that, kept finite.
  static float shift(float greatest) {
    return Math.clamp(greatest, -Float.MAX_VALUE, Float.MAX_VALUE);
  }

  /// Takes in more classes.
  ///
  /// @param above their greatest score
  /// @param sum `Σ exp(score - shift(above))`
  void add(int row, float above, double sum) {
    if (above > greatest[row]) {
      sums[row] = sums[row] == 0 ? sum : sums[row] * less(shift(row), shift(above)) + sum;
      greatest[row] = above;
    } else {
      sums[row] += sum == 0 ? 0 : sum * less(shift(above), shift(row));
    }
  }

  /// Takes in the classes of another.
  void add(Normaliser other, int rows) {
    for (int row = 0; row < rows; row++) {
      add(row, other.greatest[row], other.sums[row]);
    }
  }

  private static double less(double shift, double greater) {
    return StrictMath.exp(shift - greater);
  }

  /// The logarithm of the sum of the exponentials.
  double logSum(int row) {
    return sums[row] == 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(sums[row]) + shift(row);
  }
}
