package dev.plumb.vocabulary;

import dev.plumb.PlumbException;
import dev.plumb.matrix.Matrix;

/// A score for each class, linear in the features: `z = W x + b`.
///
/// @param weights a row of weights for each class
/// @param bias one number a class, or null
public record LinearScores(Matrix weights, float[] bias) {

  public LinearScores {
    if (bias != null && bias.length < weights.rows()) {
      throw new PlumbException(weights.rows() + " classes, but " + bias.length + " biases");
    }
  }

  /// Scores without a bias.
  ///
  /// @param weights the rows, one after the other: `features` numbers for each class
  public static LinearScores of(float[] weights, int features) {
    if (features < 1 || weights.length == 0 || weights.length % features != 0) {
      throw new PlumbException(
          "%d weights are no whole number of rows of %d".formatted(weights.length, features));
    }
    return new LinearScores(Matrix.of(weights, features), null);
  }

  /// The same scores with a bias, one number a class.
  public LinearScores bias(float[] bias) {
    return new LinearScores(weights, bias);
  }

  /// The number of classes.
  public int classes() {
    return weights.rows();
  }

  /// The number of features.
  public int features() {
    return weights.columns();
  }
}
