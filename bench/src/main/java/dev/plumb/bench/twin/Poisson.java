package dev.plumb.bench.twin;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// `exp(z) - y z`, right up to the greatest float.
public final class Poisson extends Twin {
  @Override
  void block(float[] p, float[] y, float[] g, int from, int to, float scale, float[] sums) {
    FloatVector sum = FloatVector.zero(LANES);
    FloatVector one = FloatVector.broadcast(LANES, 1);
    for (int i = from; i < to; i += LENGTH) {
      FloatVector z = FloatVector.fromArray(LANES, p, i);
      FloatVector t = FloatVector.fromArray(LANES, y, i);
      FloatVector x = z.blend(-86f, z.compare(VectorOperators.LT, -86f));
      x = x.blend(89f, z.compare(VectorOperators.GT, 89f));
      FloatVector shifted =
          x.fma(FloatVector.broadcast(LANES, PER_LOG_2), FloatVector.broadcast(LANES, ROUNDING));
      FloatVector n = shifted.sub(ROUNDING);
      FloatVector r = n.fma(FloatVector.broadcast(LANES, -LOG_2_HIGH), x);
      r = n.fma(FloatVector.broadcast(LANES, -LOG_2_LOW), r);
      FloatVector q = r.fma(FloatVector.broadcast(LANES, E4), FloatVector.broadcast(LANES, E3));
      q = q.fma(r, FloatVector.broadcast(LANES, E2));
      q = q.fma(r, FloatVector.broadcast(LANES, E1));
      q = q.fma(r, FloatVector.broadcast(LANES, E0));
      q = q.fma(r, one).fma(r, one);
      // One power of two less in the exponent, and once more by adding: 2^128 is no float.
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - 126);
      q = q.mul(exponent.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
      FloatVector e = q.add(q);
      sum = sum.add(e.sub(t.mul(z)));
      e.sub(t).mul(scale).intoArray(g, i);
    }
    sum.intoArray(sums, 0);
  }
}
