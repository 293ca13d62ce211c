package dev.plumb.formula;

/// What a formula is for one sample.
public enum Shape {
  /// one number
  NUMBER,
  /// one number for each element i
  ROW,
  /// one number for each pair (i, j) of elements
  PAIRS;

  /// The shape of an operation on two shapes: the smaller spreads over the larger.
  Shape spread(Shape other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
