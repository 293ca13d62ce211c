package dev.plumb;

/// The arrays that receive the outputs of every sample, unweighted and not reduced.
///
/// Arrays are indexed by the sample's row number in the batch, so a range of a batch fills the same
/// range here. A row input of C elements fills `C` consecutive places for each sample. A null array
/// is not wanted and not computed.
///
/// @param values the loss of every sample, length n, or null
/// @param gradient for each prediction, in the order of the loss's definition, ∂loss/∂prediction;
///   or null
/// @param hessian for each prediction the diagonal of the exact second derivative; or null (needs
///   the gradient too)
public record Each(double[] values, double[][] gradient, double[][] hessian) {
  /// Only the values.
  public static Each values(double[] values) {
    return new Each(values, null, null);
  }

  /// Values and the gradient of a loss with one prediction.
  public static Each gradient(double[] values, double[] gradient) {
    return new Each(values, new double[][] {gradient}, null);
  }

  /// Values, gradient and hessian of a loss with one prediction.
  public static Each hessian(double[] values, double[] gradient, double[] hessian) {
    return new Each(values, new double[][] {gradient}, new double[][] {hessian});
  }
}
