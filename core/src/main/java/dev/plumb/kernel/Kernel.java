package dev.plumb.kernel;

/// A compiled program: what a loss computes for a range of samples.
public interface Kernel {
  /// Computes the samples `from` to `to - 1` of at most [Sums#SPAN] blocks of [Sums#BLOCK].
  ///
  /// A kernel that reduces adds weight times loss of sample i to number `i / 1024 * 32 + i % 32` of
  /// the workspace, and multiplies derivatives by weight times scale, where a product with a weight
  /// of 0 is 0. One that does not reduce writes losses and derivatives as they are.
  ///
  /// @param arrays the inputs in the order of the program, then the weights if there are any, then
  ///   the values unless it reduces, then the derivatives; each a `float[]`, each a `double[]`, or
  ///   each a `MemorySegment`
  /// @param offsets where in each array sample 0 begins; the same place in all where samples are
  ///   numbers
  /// @param parameters in the order of the program
  /// @param classes the length of a row
  /// @param scale what derivatives are multiplied by
  /// @param work a `float[]` or `double[]` of the size that the compiled kernel needs
  void run(
      Object[] arrays,
      int[] offsets,
      double[] parameters,
      int classes,
      int from,
      int to,
      double scale,
      Object work);
}
