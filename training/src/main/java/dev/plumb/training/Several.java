package dev.plumb.training;

import dev.plumb.Loss;

/// Several numbers that are said about one amount: scores of one model under one loss of rows.
sealed interface Several permits OrderedQuantiles, MeanAndVariance {
  /// How many numbers.
  int outputs();

  /// The loss, in the units of these targets.
  ///
  /// @param weights one a target, or null
  Loss loss(double[] targets, double[] weights);

  /// The scores of the constant that training starts from.
  double[] start(double[] targets, double[] weights);
}
