package dev.plumb.training.optimise;

/// A function to be made small whose curvature is known.
public interface Curved {
  /// Which matrix stands for the curvature.
  enum Model {
    /// the second derivatives
    EXACT,
    /// what can be divided by anywhere: at best an upper model of the function
    USABLE
  }

  /// The value at a point, the gradient there, and the curvature.
  ///
  /// @param point not changed
  /// @param gradient receives the gradient; as long as the point
  /// @param curvature receives a symmetric matrix, of which the elements up to the diagonal count
  /// @return the value; positive infinity where the point is out of reach; NaN where it is not
  ///   known, and steps are judged by their slopes alone
  /// @throws UndefinedException where the function has no value
  double at(double[] point, double[] gradient, double[][] curvature, Model model);

  /// Whether the function is convex, so that the second derivatives are never negative.
  boolean isConvex();
}
