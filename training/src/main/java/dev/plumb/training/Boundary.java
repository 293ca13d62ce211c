package dev.plumb.training;

import java.util.function.DoubleUnaryOperator;

/// The score at which one of two classes ends and the other begins.
final class Boundary {
  private static final double FARTHEST = 0x1p60;

  private Boundary() {}

  /// The largest score of class 0 under a loss of one score; infinite where every score is of one
  /// class.
  static double of(Pairing pairing) {
    return Likelihoods.are(pairing)
        ? crossing(z -> response(pairing, z) - 0.5)
        : crossing(z -> loss(pairing, z, 0) - loss(pairing, z, 1));
  }

  /// Where a growing function becomes positive, by bisection.
  static double crossing(DoubleUnaryOperator growing) {
    if (growing.applyAsDouble(0) == 0) {
      return 0;
    }
    double low = -1;
    while (growing.applyAsDouble(low) > 0) {
      low *= 2;
      if (low < -FARTHEST) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    double high = 1;
    while (!(growing.applyAsDouble(high) > 0)) {
      high *= 2;
      if (high > FARTHEST) {
        return Double.POSITIVE_INFINITY;
      }
    }
    while (Math.nextUp(low) < high) {
      double middle = low + (high - low) / 2;
      if (growing.applyAsDouble(middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private static double response(Pairing pairing, double score) {
    double[] response = {score};
    pairing.scored().respond(response, 1);
    return response[0];
  }

  private static double loss(Pairing pairing, double score, double label) {
    return pairing.losses(new double[] {score}, label)[0];
  }
}
