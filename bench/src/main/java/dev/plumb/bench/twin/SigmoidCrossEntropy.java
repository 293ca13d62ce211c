package dev.plumb.bench.twin;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// With `e = exp(-|z|)`: one exponential and one division for both `log1p(e)` and the sigmoids, and
/// no digit lost where the model is nearly sure.
public final class SigmoidCrossEntropy extends Twin {
  @Override
  void block(float[] p, float[] y, float[] g, int from, int to, float scale, float[] sums) {
    FloatVector sum = FloatVector.zero(LANES);
    FloatVector one = FloatVector.broadcast(LANES, 1);
    FloatVector two = FloatVector.broadcast(LANES, 2);
    for (int i = from; i < to; i += LENGTH) {
      FloatVector z = FloatVector.fromArray(LANES, p, i);
      FloatVector t = FloatVector.fromArray(LANES, y, i);
      FloatVector a = z.abs().neg();
      FloatVector x = a.blend(-87f, a.compare(VectorOperators.LT, -87f));
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
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - 127);
      FloatVector e = q.mul(exponent.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
      // 1 / ((1 + e) (2 + e)) serves e / (2 + e) and 1 / (1 + e).
      FloatVector above = e.add(one);
      FloatVector wide = e.add(two);
      FloatVector both = one.div(above.mul(wide));
      FloatVector s = e.mul(above).mul(both);
      FloatVector s2 = s.mul(s);
      FloatVector l = s2.fma(FloatVector.broadcast(LANES, A3), FloatVector.broadcast(LANES, A2));
      l = l.fma(s2, FloatVector.broadcast(LANES, A1));
      l = l.fma(s2, FloatVector.broadcast(LANES, A0));
      FloatVector twice = s.add(s);
      l = twice.mul(s2).fma(l, twice);
      FloatVector near = wide.mul(both);
      FloatVector far = e.mul(near);
      VectorMask<Float> right = z.compare(VectorOperators.GE, 0f);
      FloatVector plus = far.blend(near, right);
      FloatVector minus = near.blend(far, right);
      FloatVector rest = one.sub(t);
      FloatVector wrong = t.blend(rest, right);
      sum = sum.add(z.abs().fma(wrong, l));
      rest.mul(plus).sub(t.mul(minus)).mul(scale).intoArray(g, i);
    }
    sum.intoArray(sums, 0);
  }
}
