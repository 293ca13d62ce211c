package dev.plumb.vocabulary;

/// What is known of each row of a chunk.
final class Rows {
  final int[] target;
  final double[] weight;

  /// The score of the right class.
  final float[] score;

  /// What is subtracted from the scores of the wrong classes before the exponential.
  final float[] shift;

  /// What the exponential is multiplied by to become the derivative by the score.
  final float[] factor;

  /// The derivative by the score of the right class.
  final float[] slope;

  Rows(int count) {
    target = new int[count];
    weight = new double[count];
    score = new float[count];
    shift = new float[count];
    factor = new float[count];
    slope = new float[count];
  }

  /// The losses, and what the derivatives need.
  ///
  /// With L the logarithm of the sum over the wrong classes and z the score of the right one, the
  /// loss is `softplus(L - z)`, its derivative by z `-sigmoid(L - z)`: no digit is lost where L is
  /// far below z.
  void finish(Normaliser wrong, int count, double[] losses, int at) {
    for (int i = 0; i < count; i++) {
      double rest = wrong.logSum(i);
      double loss = softplus(rest - score[i]);
      losses[at + i] = weight[i] * loss;
      shift[i] = wrong.shift(i);
      double all = rest + softplus(score[i] - rest);
      factor[i] =
          rest == Double.NEGATIVE_INFINITY
              ? 0
              : (float) (weight[i] * StrictMath.exp(shift[i] - all));
      slope[i] = (float) (-weight[i] * StrictMath.exp(-softplus(score[i] - rest)));
    }
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
