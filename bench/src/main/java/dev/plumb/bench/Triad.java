package dev.plumb.bench;

/// The bound: `a = b + s c` over as many bytes as the case moves; in place `b = b + s c` over
/// arrays as long.
final class Triad extends InProcess {
  private final float[] a;
  private final float[] b;
  private final float[] c;
  private float s = 1.5f;

  private Triad(int length, boolean inPlace) {
    b = new float[length];
    a = inPlace ? b : new float[length];
    c = new float[length];
    java.util.Arrays.fill(b, 1);
    java.util.Arrays.fill(c, 2);
  }

  static Triad of(long bytes) {
    return new Triad(length(bytes), false);
  }

  static Triad inPlace(long bytes) {
    return new Triad(length(bytes), true);
  }

  private static int length(long bytes) {
    return (int) (bytes / (3 * Float.BYTES));
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
