package dev.plumb.bench.twin;

import jdk.incubator.vector.FloatVector;

/// `(p - y)^2`
public final class Squared extends Twin {
  @Override
  void block(float[] p, float[] y, float[] g, int from, int to, float scale, float[] sums) {
    FloatVector s0 = FloatVector.zero(LANES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector twice = FloatVector.broadcast(LANES, 2 * scale);
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
      s0 = r0.fma(r0, s0);
      s1 = r1.fma(r1, s1);
      s2 = r2.fma(r2, s2);
      s3 = r3.fma(r3, s3);
      r0.mul(twice).intoArray(g, i);
      r1.mul(twice).intoArray(g, i + LENGTH);
      r2.mul(twice).intoArray(g, i + 2 * LENGTH);
      r3.mul(twice).intoArray(g, i + 3 * LENGTH);
    }
    s0.add(s1).add(s2.add(s3)).intoArray(sums, 0);
  }
}
