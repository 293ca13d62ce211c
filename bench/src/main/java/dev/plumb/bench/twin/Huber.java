package dev.plumb.bench.twin;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// With `c` the residual cut to `[-delta, delta]`: loss `c (r - c / 2)`, gradient `c`.
public final class Huber extends Twin {
  private final float delta;

  public Huber(float delta) {
    this.delta = delta;
  }

  @Override
  void block(float[] p, float[] y, float[] g, int from, int to, float scale, float[] sums) {
    FloatVector s0 = FloatVector.zero(LANES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector high = FloatVector.broadcast(LANES, delta);
    FloatVector low = FloatVector.broadcast(LANES, -delta);
    FloatVector half = FloatVector.broadcast(LANES, -0.5f);
    for (int i = from; i < to; i += 4 * LENGTH) {
      FloatVector r0 = FloatVector.fromArray(LANES, p, i).sub(FloatVector.fromArray(LANES, y, i));
      FloatVector r1 =
          FloatVector.fromArray(LANES, p, i + LENGTH)
              .sub(FloatVector.fromArray(LANES, y, i + LENGTH));
      FloatVector r2 =
          FloatVector.fromArray(LANES, p, i + 2 * LENGTH)
              .sub(FloatVector.fromArray(LANES, y, i + 2 * LENGTH));
      FloatVector r3 =
          FloatVector.fromArray(LANES, p, i + 3 * LENGTH)
              .sub(FloatVector.fromArray(LANES, y, i + 3 * LENGTH));
      FloatVector c0 = r0.blend(high, r0.compare(VectorOperators.GT, high));
      FloatVector c1 = r1.blend(high, r1.compare(VectorOperators.GT, high));
      FloatVector c2 = r2.blend(high, r2.compare(VectorOperators.GT, high));
      FloatVector c3 = r3.blend(high, r3.compare(VectorOperators.GT, high));
      c0 = c0.blend(low, r0.compare(VectorOperators.LT, low));
      c1 = c1.blend(low, r1.compare(VectorOperators.LT, low));
      c2 = c2.blend(low, r2.compare(VectorOperators.LT, low));
      c3 = c3.blend(low, r3.compare(VectorOperators.LT, low));
      s0 = c0.fma(c0.fma(half, r0), s0);
      s1 = c1.fma(c1.fma(half, r1), s1);
      s2 = c2.fma(c2.fma(half, r2), s2);
      s3 = c3.fma(c3.fma(half, r3), s3);
      c0.mul(scale).intoArray(g, i);
      c1.mul(scale).intoArray(g, i + LENGTH);
      c2.mul(scale).intoArray(g, i + 2 * LENGTH);
      c3.mul(scale).intoArray(g, i + 3 * LENGTH);
    }
    s0.add(s1).add(s2.add(s3)).intoArray(sums, 0);
  }
}
