package dev.plumb.calculus;

import java.util.List;

/// A number type in which formulas can be evaluated.
///
/// @param <N> its numbers
public interface Arithmetic<N> {
  /// The number that a double stands for.
  N number(double value);

  /// A primitive operation on numbers; the names are those of the table of operations, folds
  /// excepted.
  N apply(String primitive, List<N> arguments);

  /// The nearest double.
  double toDouble(N number);
}
