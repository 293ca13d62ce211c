package dev.plumb.kernel;

/// Sums whose bits depend on the row numbers alone, not on threads or lanes.
///
/// Samples are cut into blocks of 1024. Within a block, lane k of 32 adds the elements k, k + 32, k
/// + 64, …, and the lanes are joined by halving. Blocks are joined along the binary tree over their
///   numbers whose left part is the largest power of two below the whole, so that a range of whole
///   subtrees can be summed elsewhere and joined with the same bits.
public final class Sums {
  /// Samples in a block.
  public static final int BLOCK = 1024;

  private static final int LANES = 32;

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
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = 0; k < half; k++) {
        lanes[k] += lanes[k + half];
      }
    }
    return lanes[0];
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
}
