package dev.plumb.kernel;

import java.util.Arrays;

/// Sums of weights, on the same virtual lanes and along the same tree as the losses, in double.
public final class Weights {
  private static final ThreadLocal<double[]> BLOCK =
      ThreadLocal.withInitial(() -> new double[Sums.BLOCK + Sums.LANES]);

  private Weights() {}

  /// The sum of the first numbers of a column.
  public static double sum(Object column, int count) {
    return tree(column, count, 0, Sums.blocks(count), BLOCK.get());
  }

  private static double tree(Object column, int count, int from, int to, double[] scratch) {
    int blocks = to - from;
    if (blocks == 0) {
      return 0;
    }
    if (blocks == 1) {
      return block(column, from * Sums.BLOCK, Math.min(count, to * Sums.BLOCK), scratch);
    }
    int left = from + Integer.highestOneBit(blocks - 1);
    return tree(column, count, from, left, scratch) + tree(column, count, left, to, scratch);
  }

  private static double block(Object column, int from, int to, double[] scratch) {
    Convert.in(column, from, scratch, to - from);
    Arrays.fill(scratch, Sums.BLOCK, Sums.BLOCK + Sums.LANES, 0);
    for (int i = 0; i < to - from; i++) {
      scratch[Sums.BLOCK + i % Sums.LANES] += scratch[i];
    }
    return Sums.joined(scratch, Sums.BLOCK);
  }

  /// Multiplies the first numbers of a column by a factor; by 0 gives 0, whatever they are.
  public static void scale(Object column, int count, double factor) {
    double[] scratch = BLOCK.get();
    for (int from = 0; from < count; from += Sums.BLOCK) {
      int length = Math.min(Sums.BLOCK, count - from);
      Convert.in(column, from, scratch, length);
      for (int i = 0; i < length; i++) {
        scratch[i] = factor == 0 ? 0 : scratch[i] * factor;
      }
      Convert.out(scratch, length, column, from);
    }
  }
}
