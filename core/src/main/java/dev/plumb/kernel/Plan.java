package dev.plumb.kernel;

import dev.plumb.exact.Precision;

/// How a program is to run.
///
/// @param precision the precision of all columns, outputs and arithmetic
/// @param layout what lies on lanes
/// @param reduced whether losses are weighted, scaled and summed, or given for every sample as they
///   are
/// @param weighted whether the samples have weights; only if reduced
record Plan(Precision precision, Layout layout, boolean reduced, boolean weighted) {

  /// What lies on lanes, and where the columns are.
  enum Layout {
    /// nothing: one number at a time
    PLAIN,
    /// samples: for losses of numbers, and for short rows, which are turned into tiles
    SAMPLES,
    /// the elements of one row
    CLASSES,
    /// samples that are numbers, whose columns are memory off the heap
    OFF_HEAP;

    boolean hasSamplesOnLanes() {
      return this == SAMPLES || this == OFF_HEAP;
    }
  }
}
