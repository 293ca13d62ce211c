package dev.plumb.kernel;

/// Sums whose bits depend on the row numbers alone, not on threads or lanes of the machine.
///
/// Samples are cut into blocks of 1024. Within a block, virtual lane k of 32 adds the elements k, k
/// + 32, k + 64, …, and the lanes are joined by halving. Blocks are joined along the binary tree
///   over their numbers whose left part is the largest power of two below the whole, so that a
///   range of whole subtrees can be summed elsewhere and joined with the same bits.
///
/// The elements of a row are summed on virtual lanes in the same way, in the kernel's own
/// precision.
public final class Sums {
  /// Samples in a block.
  public static final int BLOCK = 1024;

  /// Virtual lanes.
  public static final int LANES = 32;

  private Sums() {}

  /// How many blocks hold so many samples.
  public static int blocks(int samples) {
    return (samples + BLOCK - 1) / BLOCK;
  }

  /// The sum of `count` numbers from the start of an array, at most a block.
  public static double block(double[] values, int count) {
    double[] lanes = new double[LANES];
    for (int i = 0; i < count; i++) {
      lanes[i % LANES] += values[i];
    }
    return joined(lanes, 0);
  }

  /// The sum of lanes, which are overwritten.
  static double joined(double[] lanes, int from) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = from; k < from + half; k++) {
        lanes[k] += lanes[k + half];
      }
    }
    return lanes[from];
  }

  /// The sum of the blocks' sums `from` to `to - 1` along the tree.
  public static double tree(double[] blocks, int from, int to) {
    int count = to - from;
    if (count <= 1) {
      return count == 0 ? 0 : blocks[from];
    }
    int left = Integer.highestOneBit(count - 1);
    return tree(blocks, from, from + left) + tree(blocks, from + left, to);
  }

  // The folds of a row, from the lanes that kernels have filled

  static double sum(double[] lanes, int from) {
    return joined(lanes, from);
  }

  static float sum(float[] lanes, int from) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = from; k < from + half; k++) {
        lanes[k] += lanes[k + half];
      }
    }
    return lanes[from];
  }

  static double max(double[] lanes, int from) {
    double max = lanes[from];
    for (int k = from + 1; k < from + LANES; k++) {
      max = Math.max(max, lanes[k]);
    }
    return max + 0.0;
  }

  static float max(float[] lanes, int from) {
    float max = lanes[from];
    for (int k = from + 1; k < from + LANES; k++) {
      max = Math.max(max, lanes[k]);
    }
    return max + 0.0f;
  }

  static double min(double[] lanes, int from) {
    double min = lanes[from];
    for (int k = from + 1; k < from + LANES; k++) {
      min = Math.min(min, lanes[k]);
    }
    return min + 0.0;
  }

  static float min(float[] lanes, int from) {
    float min = lanes[from];
    for (int k = from + 1; k < from + LANES; k++) {
      min = Math.min(min, lanes[k]);
    }
    return min + 0.0f;
  }

  static double argmax(double[] lanes, int from, int places) {
    int best = 0;
    for (int k = 1; k < LANES; k++) {
      double value = lanes[from + k];
      if (value > lanes[from + best]
          || value == lanes[from + best] && lanes[places + k] < lanes[places + best]) {
        best = k;
      }
    }
    return lanes[places + best];
  }

  static float argmax(float[] lanes, int from, int places) {
    int best = 0;
    for (int k = 1; k < LANES; k++) {
      float value = lanes[from + k];
      if (value > lanes[from + best]
          || value == lanes[from + best] && lanes[places + k] < lanes[places + best]) {
        best = k;
      }
    }
    return lanes[places + best];
  }

  static double argmin(double[] lanes, int from, int places) {
    int best = 0;
    for (int k = 1; k < LANES; k++) {
      double value = lanes[from + k];
      if (value < lanes[from + best]
          || value == lanes[from + best] && lanes[places + k] < lanes[places + best]) {
        best = k;
      }
    }
    return lanes[places + best];
  }

  static float argmin(float[] lanes, int from, int places) {
    int best = 0;
    for (int k = 1; k < LANES; k++) {
      float value = lanes[from + k];
      if (value < lanes[from + best]
          || value == lanes[from + best] && lanes[places + k] < lanes[places + best]) {
        best = k;
      }
    }
    return lanes[places + best];
  }
}
