package dev.plumb.vocabulary;

import dev.plumb.PlumbException;

/// The arrays that receive the derivatives of a cost. A null array is not wanted and not computed.
///
/// @param features packed like the features of the batch, or null
/// @param weights packed like the weights of the scores, or null
/// @param bias one number a class, or null
public record LinearGradient(float[] features, float[] weights, float[] bias) {

  /// The derivatives by features and weights.
  public static LinearGradient of(float[] features, float[] weights) {
    return new LinearGradient(features, weights, null);
  }

  void check(LinearScores scores, FeatureBatch batch) {
    check("features", features, batch.samples() * batch.width());
    check("weights", weights, scores.classes() * scores.features());
    check("biases", bias, scores.classes());
  }

  private static void check(String what, float[] gradient, int wanted) {
    if (gradient != null && gradient.length != wanted) {
      throw new PlumbException(
          "%d %s, but room for %d derivatives".formatted(wanted, what, gradient.length));
    }
  }
}
