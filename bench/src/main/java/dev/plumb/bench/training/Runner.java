package dev.plumb.bench.training;

/// Someone who trains, to one of several tolerances.
interface Runner {
  String name();

  /// How many tolerances there are, the loosest first.
  int rungs();

  Trained train(int rung);

  /// What came of it.
  ///
  /// @param model the intercept, then the weights
  record Trained(double seconds, double[] model) {}
}
