package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/// How many numbers this machine computes at once.
final class LaneWidth {
  private LaneWidth() {}

  static int of(Precision precision) {
    return precision == Precision.FLOAT
        ? FloatVector.SPECIES_PREFERRED.length()
        : DoubleVector.SPECIES_PREFERRED.length();
  }
}
