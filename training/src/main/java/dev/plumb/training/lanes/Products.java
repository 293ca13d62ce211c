package dev.plumb.training.lanes;

/// Products of columns. Sums over rows are kept in eight running sums, of which each takes every
/// eighth row; a product is rounded before it is added, and the eight are joined along a tree.
public interface Products {
  /// The fastest form that this machine has.
  Products FASTEST = Lanes.present() ? new LaneProducts() : new PlainProducts();

  /// How many running sums there are.
  int SUMS = 8;

  /// Adds the sums of the products of a column with each of the first columns of a tile.
  ///
  /// @param a the column
  /// @param tile columns as long as `a`, a multiple of [#SUMS]
  void add(double[] a, double[][] tile, int columns, double[] sums, int at);

  /// Rows in a strip, in which columns lie one behind the other.
  int STRIP = 64;

  /// to += Σ weight · column, each rounded and added in turn.
  ///
  /// @param weights one a column
  /// @param columns in strips one behind the other
  /// @param from where the first strip begins
  /// @param strips how many
  /// @param to the sums of the rows from `at` on
  void combine(double[] weights, float[] columns, int from, int strips, double[] to, int at);

  /// lanes += gradient · column over the rows of some strips.
  ///
  /// @param start where the rows begin in the gradient
  /// @param strips how many
  /// @param columns in strips one behind the other
  /// @param from where the first strip begins
  /// @param count how many columns
  /// @param lanes for each column [#SUMS] running sums
  void project(
      double[] gradient,
      int start,
      int strips,
      float[] columns,
      int from,
      int count,
      double[] lanes);

  /// How many running sums there are of distances.
  int DISTANCES = 16;

  /// Adds the distances of numbers from a middle to the first [#DISTANCES] running sums, and their
  /// squares to the next.
  ///
  /// @param count a multiple of [#DISTANCES]
  void distances(float[] values, int from, int count, float middle, double[] lanes);

  /// The same times a weight each; and the weights to the third running sums.
  void distances(
      float[] values, double[] weights, int from, int count, float middle, double[] lanes);

  /// Copies numbers, another in place of each NaN.
  ///
  /// @param from where they begin
  /// @param at where their copies begin
  void copy(float[] values, int from, int count, float instead, float[] to, int at);

  /// How many running sums there are in float.
  int FLOAT_SUMS = 16;

  /// to += Σ weight · (column − mean), as the other one, in float.
  ///
  /// @param means one a column
  void combine(
      float[] weights, float[] means, float[] columns, int from, int strips, float[] to, int at);

  /// lanes += gradient · (column − mean), as the other one, in float.
  ///
  /// @param means one a column
  /// @param lanes for each column [#FLOAT_SUMS] running sums
  void project(
      float[] gradient,
      int start,
      int strips,
      float[] means,
      float[] columns,
      int from,
      float[] lanes);

  /// The eight running sums of a place, joined.
  static double join(double[] s, int at) {
    return ((s[at] + s[at + 1]) + (s[at + 2] + s[at + 3]))
        + ((s[at + 4] + s[at + 5]) + (s[at + 6] + s[at + 7]));
  }
}
