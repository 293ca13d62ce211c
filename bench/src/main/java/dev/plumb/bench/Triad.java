package dev.plumb.bench;

/// The bound: `a = b + s c` over as many bytes as the case moves.
final class Triad extends InProcess {
  private final float[] a;
  private final float[] b;
  private final float[] c;
  private float s = 1.5f;

  Triad(long bytes) {
    int length = (int) (bytes / (3 * Float.BYTES));
    a = new float[length];
    b = new float[length];
    c = new float[length];
    java.util.Arrays.fill(b, 1);
    java.util.Arrays.fill(c, 2);
  }

  @Override
  double once() {
    run(a, b, c, s);
    return a[0];
  }

  private static void run(float[] a, float[] b, float[] c, float s) {
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + s * c[i];
    }
  }

  @Override
  public Answer answer() {
    throw new UnsupportedOperationException("a bound computes no loss");
  }
}
