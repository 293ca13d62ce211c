package dev.plumb.matrix;

/// Exponentials of rows of floats, as a softmax needs them: of numbers that are at most their
/// maximum.
///
/// `exp(x) = 2^n exp(x - n log 2)`, with n the integer next to `x / log 2`, log 2 in two parts
/// (Cody and Waite 1980) and Taylor's polynomial of degree 7, whose remainder is below 6e-9 there.
/// Results below 2^-126 are 0. NaN stays NaN. The error is at most 1.1 units in the last place.
public interface Exponentials {
  /// The fastest form that this machine has.
  Exponentials FASTEST = Lanes.present() ? new LaneExponentials() : new PlainExponentials();

  /// The number of sums that a row is added in, whatever the length of a vector.
  int SUMS = 32;

  /// The greatest of the numbers `from` to `to - 1` that are not NaN; -∞ where there is none.
  float max(float[] row, int from, int to);

  /// `Σ exp(row[i] - max)` over i from `from` to `to - 1`: element i is added to sum `(i - from)
  /// mod 32`, and the 32 sums are joined by halving, in double.
  ///
  /// @param max finite, and at least each number that is not NaN
  /// @param sums room for [#SUMS] numbers
  double sum(float[] row, int from, int to, float max, float[] sums);

  /// `row[i] = factor * exp(row[i] - max)` for i from `from` to `to - 1`.
  ///
  /// @param max finite, and at least each number that is not NaN
  void scale(float[] row, int from, int to, float max, float factor);
}
