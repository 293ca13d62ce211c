package dev.plumb.training.optimise;

/// A function to be made small.
@FunctionalInterface
public interface Objective {
  /// The value at a point, and the gradient there.
  ///
  /// @param point not changed
  /// @param gradient receives the gradient; as long as the point
  /// @return the value; positive infinity where the point is out of reach, never NaN
  /// @throws UndefinedException where the function has no value
  double at(double[] point, double[] gradient);
}
