package dev.plumb.training;

/// What is chosen for a loss on the rows that it learns from.
///
/// @param factor of its parameters in units of the residual
/// @param penalty on the weights; null for the one of the comparison
record Choice(double factor, Penalty penalty) {
  /// Parameters as they are.
  static final Choice NONE = new Choice(1, null);
}
