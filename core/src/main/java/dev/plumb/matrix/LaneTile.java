package dev.plumb.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A tile on lanes: twelve sums of a vector each, independent of one another.
final class LaneTile implements Tile {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = LANES.length();

  @Override
  public int width() {
    return 2 * LENGTH;
  }

  @Override
  public void run(
      float[] a, int at, float[] b, int bt, int depth, float[] c, int ct, int step, boolean add) {
    FloatVector c00 = FloatVector.zero(LANES);
    FloatVector c01 = c00;
    FloatVector c10 = c00;
    FloatVector c11 = c00;
    FloatVector c20 = c00;
    FloatVector c21 = c00;
    FloatVector c30 = c00;
    FloatVector c31 = c00;
    FloatVector c40 = c00;
    FloatVector c41 = c00;
    FloatVector c50 = c00;
    FloatVector c51 = c00;
    for (int k = 0; k < depth; k++) {
      int i = at + k * HEIGHT;
      int j = bt + k * 2 * LENGTH;
      FloatVector b0 = FloatVector.fromArray(LANES, b, j);
      FloatVector b1 = FloatVector.fromArray(LANES, b, j + LENGTH);
      FloatVector left = FloatVector.broadcast(LANES, a[i]);
      c00 = left.fma(b0, c00);
      c01 = left.fma(b1, c01);
      left = FloatVector.broadcast(LANES, a[i + 1]);
      c10 = left.fma(b0, c10);
      c11 = left.fma(b1, c11);
      left = FloatVector.broadcast(LANES, a[i + 2]);
      c20 = left.fma(b0, c20);
      c21 = left.fma(b1, c21);
      left = FloatVector.broadcast(LANES, a[i + 3]);
      c30 = left.fma(b0, c30);
      c31 = left.fma(b1, c31);
      left = FloatVector.broadcast(LANES, a[i + 4]);
      c40 = left.fma(b0, c40);
      c41 = left.fma(b1, c41);
      left = FloatVector.broadcast(LANES, a[i + 5]);
      c50 = left.fma(b0, c50);
      c51 = left.fma(b1, c51);
    }
    if (add) {
      c00 = FloatVector.fromArray(LANES, c, ct).add(c00);
      c01 = FloatVector.fromArray(LANES, c, ct + LENGTH).add(c01);
      c10 = FloatVector.fromArray(LANES, c, ct + step).add(c10);
      c11 = FloatVector.fromArray(LANES, c, ct + step + LENGTH).add(c11);
      c20 = FloatVector.fromArray(LANES, c, ct + 2 * step).add(c20);
      c21 = FloatVector.fromArray(LANES, c, ct + 2 * step + LENGTH).add(c21);
      c30 = FloatVector.fromArray(LANES, c, ct + 3 * step).add(c30);
      c31 = FloatVector.fromArray(LANES, c, ct + 3 * step + LENGTH).add(c31);
      c40 = FloatVector.fromArray(LANES, c, ct + 4 * step).add(c40);
      c41 = FloatVector.fromArray(LANES, c, ct + 4 * step + LENGTH).add(c41);
      c50 = FloatVector.fromArray(LANES, c, ct + 5 * step).add(c50);
      c51 = FloatVector.fromArray(LANES, c, ct + 5 * step + LENGTH).add(c51);
    }
    c00.intoArray(c, ct);
    c01.intoArray(c, ct + LENGTH);
    c10.intoArray(c, ct + step);
    c11.intoArray(c, ct + step + LENGTH);
    c20.intoArray(c, ct + 2 * step);
    c21.intoArray(c, ct + 2 * step + LENGTH);
    c30.intoArray(c, ct + 3 * step);
    c31.intoArray(c, ct + 3 * step + LENGTH);
    c40.intoArray(c, ct + 4 * step);
    c41.intoArray(c, ct + 4 * step + LENGTH);
    c50.intoArray(c, ct + 5 * step);
    c51.intoArray(c, ct + 5 * step + LENGTH);
  }
}
