package dev.plumb.bench.twin;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// `log(cosh(p - y))`, with every digit near 0 as well. With `m = expm1(-2 |r|)`: `tanh |r| = -m /
/// (2 + m)`; far out the loss is `|r| - log 2 + log1p(1 + m)`, near 0 it is `atanh(t^2 / (2 -
/// t^2))`, `t` the tanh, and both need the series of atanh.
public final class LogCosh extends Twin {
  private static final float NEAR = 0.65f;

  @Override
  void block(float[] p, float[] y, float[] g, int from, int to, float scale, float[] sums) {
    FloatVector sum = FloatVector.zero(LANES);
    FloatVector one = FloatVector.broadcast(LANES, 1);
    for (int i = from; i < to; i += LENGTH) {
      FloatVector d = FloatVector.fromArray(LANES, p, i).sub(FloatVector.fromArray(LANES, y, i));
      FloatVector a = d.abs();
      FloatVector x = a.mul(-2f);
      x = x.blend(-87f, x.compare(VectorOperators.LT, -87f));
      FloatVector shifted =
          x.fma(FloatVector.broadcast(LANES, PER_LOG_2), FloatVector.broadcast(LANES, ROUNDING));
      FloatVector n = shifted.sub(ROUNDING);
      FloatVector r = n.fma(FloatVector.broadcast(LANES, -LOG_2_HIGH), x);
      r = n.fma(FloatVector.broadcast(LANES, -LOG_2_LOW), r);
      FloatVector q = r.fma(FloatVector.broadcast(LANES, E4), FloatVector.broadcast(LANES, E3));
      q = q.fma(r, FloatVector.broadcast(LANES, E2));
      q = q.fma(r, FloatVector.broadcast(LANES, E1));
      q = q.fma(r, FloatVector.broadcast(LANES, E0));
      q = q.mul(r).fma(r, r);
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - 127);
      FloatVector power = exponent.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
      FloatVector m = q.fma(power, power.sub(one));
      FloatVector wide = m.add(2f);
      FloatVector tanh = m.neg().div(wide);
      VectorMask<Float> near = a.compare(VectorOperators.LT, NEAR);
      FloatVector square = m.mul(m);
      FloatVector e = m.add(one);
      FloatVector above = e.blend(square, near);
      FloatVector below = e.add(2f).blend(wide.mul(wide).mul(2f).sub(square), near);
      FloatVector s = above.div(below);
      FloatVector s2 = s.mul(s);
      FloatVector l = s2.fma(FloatVector.broadcast(LANES, A3), FloatVector.broadcast(LANES, A2));
      l = l.fma(s2, FloatVector.broadcast(LANES, A1));
      l = l.fma(s2, FloatVector.broadcast(LANES, A0));
      l = s.mul(s2).fma(l, s);
      FloatVector loss = l.add(l).add(a.sub(LOG_2)).blend(l, near);
      sum = sum.add(loss);
      FloatVector signed = tanh.blend(tanh.neg(), d.compare(VectorOperators.LT, 0f));
      signed.mul(scale).intoArray(g, i);
    }
    sum.intoArray(sums, 0);
  }
}
