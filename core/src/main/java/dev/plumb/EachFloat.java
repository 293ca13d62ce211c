package dev.plumb;

/// The arrays that receive the outputs of every sample in float, unweighted and not reduced: as
/// [Each], and computed in float if the columns of the batch are in float too.
///
/// @param values the loss of every sample, length n, or null
/// @param gradient for each prediction, in the order of the loss's definition, ∂loss/∂prediction;
///   or null
/// @param hessian for each prediction the diagonal of the exact second derivative; or null (needs
///   the gradient too)
public record EachFloat(float[] values, float[][] gradient, float[][] hessian) {
  /// Only the values.
  public static EachFloat values(float[] values) {
    return new EachFloat(values, null, null);
  }

  /// Values and the gradient of a loss with one prediction.
  public static EachFloat gradient(float[] values, float[] gradient) {
    return new EachFloat(values, new float[][] {gradient}, null);
  }

  /// Values, gradient and hessian of a loss with one prediction.
  public static EachFloat hessian(float[] values, float[] gradient, float[] hessian) {
    return new EachFloat(values, new float[][] {gradient}, new float[][] {hessian});
  }
}
