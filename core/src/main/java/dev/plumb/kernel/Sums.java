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

  /// Blocks that a kernel computes at most in one call: between calls the processor cannot look
  /// ahead into memory.
  static final int SPAN = 16;

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

  /// The sum of lanes.
  static double joined(double[] lanes, int from) {
    return (fourth(lanes, from) + fourth(lanes, from + 2))
        + (fourth(lanes, from + 1) + fourth(lanes, from + 3));
  }

  /// The sum of lanes, in double.
  static double joined(float[] lanes, int from) {
    return (wideFourth(lanes, from) + wideFourth(lanes, from + 2))
        + (wideFourth(lanes, from + 1) + wideFourth(lanes, from + 3));
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

  // The lanes that are left when 32 were halved three times; all at once, for a loop that halves
  // takes longer than what it adds

  private static double fourth(double[] l, int k) {
    return ((l[k] + l[k + 16]) + (l[k + 8] + l[k + 24]))
        + ((l[k + 4] + l[k + 20]) + (l[k + 12] + l[k + 28]));
  }

  private static double wideFourth(float[] l, int k) {
    return (((double) l[k] + l[k + 16]) + ((double) l[k + 8] + l[k + 24]))
        + (((double) l[k + 4] + l[k + 20]) + ((double) l[k + 12] + l[k + 28]));
  }

  private static float fourth(float[] l, int k) {
    return ((l[k] + l[k + 16]) + (l[k + 8] + l[k + 24]))
        + ((l[k + 4] + l[k + 20]) + (l[k + 12] + l[k + 28]));
  }

  // The folds of a row, from the lanes that kernels have filled; extremes overwrite them

  static double sum(double[] lanes, int from) {
    return joined(lanes, from);
  }

  static float sum(float[] lanes, int from) {
    return (fourth(lanes, from) + fourth(lanes, from + 2))
        + (fourth(lanes, from + 1) + fourth(lanes, from + 3));
  }

  static double max(double[] lanes, int from) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = from; k < from + half; k++) {
        lanes[k] = Math.max(lanes[k], lanes[k + half]);
      }
    }
    return lanes[from] + 0.0;
  }

  static float max(float[] lanes, int from) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = from; k < from + half; k++) {
        lanes[k] = Math.max(lanes[k], lanes[k + half]);
      }
    }
    return lanes[from] + 0.0f;
  }

  static double min(double[] lanes, int from) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = from; k < from + half; k++) {
        lanes[k] = Math.min(lanes[k], lanes[k + half]);
      }
    }
    return lanes[from] + 0.0;
  }

  static float min(float[] lanes, int from) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = from; k < from + half; k++) {
        lanes[k] = Math.min(lanes[k], lanes[k + half]);
      }
    }
    return lanes[from] + 0.0f;
  }

  /// Of the lanes that hold the best value, the smallest place.
  private static double place(double[] lanes, int from, int places, double best) {
    double place = Double.POSITIVE_INFINITY;
    for (int k = 0; k < LANES; k++) {
      place = lanes[from + k] == best && lanes[places + k] < place ? lanes[places + k] : place;
    }
    return place;
  }

  private static float place(float[] lanes, int from, int places, float best) {
    float place = Float.POSITIVE_INFINITY;
    for (int k = 0; k < LANES; k++) {
      place = lanes[from + k] == best && lanes[places + k] < place ? lanes[places + k] : place;
    }
    return place;
  }

  static double argmax(double[] lanes, int from, int places) {
    double best = lanes[from];
    for (int k = 1; k < LANES; k++) {
      best = lanes[from + k] > best ? lanes[from + k] : best;
    }
    return place(lanes, from, places, best);
  }

  static float argmax(float[] lanes, int from, int places) {
    float best = lanes[from];
    for (int k = 1; k < LANES; k++) {
      best = lanes[from + k] > best ? lanes[from + k] : best;
    }
    return place(lanes, from, places, best);
  }

  static double argmin(double[] lanes, int from, int places) {
    double best = lanes[from];
    for (int k = 1; k < LANES; k++) {
      best = lanes[from + k] < best ? lanes[from + k] : best;
    }
    return place(lanes, from, places, best);
  }

  static float argmin(float[] lanes, int from, int places) {
    float best = lanes[from];
    for (int k = 1; k < LANES; k++) {
      best = lanes[from + k] < best ? lanes[from + k] : best;
    }
    return place(lanes, from, places, best);
  }
}
