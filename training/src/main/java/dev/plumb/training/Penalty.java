package dev.plumb.training;

import dev.plumb.PlumbException;

/// What is added to the mean loss to keep weights small: l1 · Σ|w| + l2/2 · Σw², over the weights
/// of standardised numbers and of levels, without intercepts.
///
/// The mean loss is divided by the sum of the sample weights, and the penalty is not: it counts as
/// much whatever the number of rows and the unit of the sample weights. Standardised numbers have
/// standard deviation 1, so the unit of a feature does not matter either.
///
/// @param l1 the factor of the absolute weights, which puts weights to exactly 0; at least 0
/// @param l2 the factor of half the squared weights; at least 0
public record Penalty(double l1, double l2) {
  /// None.
  public static final Penalty NONE = new Penalty(0, 0);

  public Penalty {
    checked(l1);
    checked(l2);
  }

  /// factor · Σ|w|
  public static Penalty l1(double factor) {
    return new Penalty(factor, 0);
  }

  /// factor/2 · Σw²
  public static Penalty l2(double factor) {
    return new Penalty(0, factor);
  }

  /// factor · (share · Σ|w| + (1 − share)/2 · Σw²)
  ///
  /// @param share of the absolute weights, from 0 (l2) to 1 (l1)
  public static Penalty elasticNet(double factor, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new PlumbException("the share of l1 in an elastic net is from 0 to 1, not " + share);
    }
    return new Penalty(factor * share, factor * (1 - share));
  }

  private static void checked(double penalty) {
    if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
      throw new PlumbException("a penalty is a number from 0 on, not " + penalty);
    }
  }
}
