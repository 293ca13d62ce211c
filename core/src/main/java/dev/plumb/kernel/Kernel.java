package dev.plumb.kernel;

/// A compiled program: what a loss computes for a range of samples.
public interface Kernel {
  /// Computes the samples `from` to `to - 1`.
  ///
  /// @param columns the inputs in the order of the program, each a `double[]` or `float[]` as
  ///   compiled
  /// @param parameters in the order of the program
  /// @param classes the length of a row
  /// @param outputs for each output of the program the array it fills, indexed like the columns
  void run(
      Object[] columns, double[] parameters, int classes, int from, int to, double[][] outputs);
}
