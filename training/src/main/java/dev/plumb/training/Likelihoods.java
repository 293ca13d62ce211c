package dev.plumb.training;

import java.util.Arrays;

/// Whether the response of a loss is how likely each class is.
final class Likelihoods {
  private Likelihoods() {}

  private static final double ROUNDING = 1e-9;

  /// True when far scores of either sign give numbers in \[0, 1\]; and for rows of classes, numbers
  /// that together are 1. Of levels they are how likely each is reached.
  static boolean are(Pairing pairing) {
    int outputs = pairing.outputs();
    double[] probe = {-50, 0, 50};
    if (outputs == 1) {
      pairing.scored().respond(probe, 1);
      return Arrays.stream(probe).allMatch(p -> p >= 0 && p <= 1);
    }
    var row = new double[outputs];
    Arrays.setAll(row, k -> 3 - 2 * k);
    pairing.scored().respond(row, outputs);
    return Arrays.stream(row).allMatch(p -> p >= 0 && p <= 1)
        && (pairing.isOfLevels() || Math.abs(Arrays.stream(row).sum() - 1) < ROUNDING);
  }
}
