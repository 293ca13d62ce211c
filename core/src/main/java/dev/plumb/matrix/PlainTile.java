package dev.plumb.matrix;

/// A tile without the vector module: eight sums at a time, in scalar registers.
final class PlainTile implements Tile {
  private static final int WIDTH = 8;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void run(
      float[] a, int at, float[] b, int bt, int depth, float[] c, int ct, int step, boolean add) {
    for (int i = 0; i < HEIGHT; i++) {
      float c0 = 0;
      float c1 = 0;
      float c2 = 0;
      float c3 = 0;
      float c4 = 0;
      float c5 = 0;
      float c6 = 0;
      float c7 = 0;
      for (int k = 0; k < depth; k++) {
        float left = a[at + k * HEIGHT + i];
        int j = bt + k * WIDTH;
        c0 = Math.fma(left, b[j], c0);
        c1 = Math.fma(left, b[j + 1], c1);
        c2 = Math.fma(left, b[j + 2], c2);
        c3 = Math.fma(left, b[j + 3], c3);
        c4 = Math.fma(left, b[j + 4], c4);
        c5 = Math.fma(left, b[j + 5], c5);
        c6 = Math.fma(left, b[j + 6], c6);
        c7 = Math.fma(left, b[j + 7], c7);
      }
      int to = ct + i * step;
      c[to] = add ? c[to] + c0 : c0;
      c[to + 1] = add ? c[to + 1] + c1 : c1;
      c[to + 2] = add ? c[to + 2] + c2 : c2;
      c[to + 3] = add ? c[to + 3] + c3 : c3;
      c[to + 4] = add ? c[to + 4] + c4 : c4;
      c[to + 5] = add ? c[to + 5] + c5 : c5;
      c[to + 6] = add ? c[to + 6] + c6 : c6;
      c[to + 7] = add ? c[to + 7] + c7 : c7;
    }
  }
}
