package dev.plumb.cli;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/// The loop that losses are measured beside: `a = b + s * c` reads two arrays and writes one, and
/// computes next to nothing.
final class Triad implements DoubleSupplier {
  private static final float S = 1.5f;

  private final float[] a;
  private final float[] b;
  private final float[] c;
  private final int threads;

  /// @param bytes of the three arrays together
  Triad(long bytes, int threads) {
    int length = Math.max(1, (int) (bytes / (3 * Float.BYTES)));
    a = new float[length];
    b = new float[length];
    c = new float[length];
    Arrays.fill(b, 1);
    Arrays.fill(c, 2);
    this.threads = threads;
  }

  @Override
  public double getAsDouble() {
    if (threads == 1) {
      run(0, a.length);
    } else {
      int share = Math.ceilDiv(a.length, threads);
      IntStream.range(0, threads)
          .parallel()
          .forEach(k -> run(Math.min(a.length, k * share), Math.min(a.length, (k + 1) * share)));
    }
    return a[0];
  }

  private void run(int from, int to) {
    run(a, b, c, from, to);
  }

  private static void run(float[] a, float[] b, float[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = b[i] + S * c[i];
    }
  }
}
