package dev.plumb.bench.twin;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The focal loss for targets from 0 to 1: cross-entropy times `w q^gamma`, with `q` the
/// probability of being wrong. Two exponentials, two logarithms, one division.
public final class Focal extends Twin {
  // log(1 + f) = f - f^2 / 2 + f^3 (L0 + L1 f + ...), sqrt(1/2) <= 1 + f < sqrt(2)
  static final float L0 = 0.3333391f;
  static final float L1 = -0.25001338f;
  static final float L2 = 0.19963062f;
  static final float L3 = -0.16577587f;
  static final float L4 = 0.14914787f;
  static final float L5 = -0.14267476f;
  static final float L6 = 0.087003596f;
  static final int ROOT_HALF = 0x3f3504f3;

  private final float alpha;
  private final float gamma;

  public Focal(float alpha, float gamma) {
    this.alpha = alpha;
    this.gamma = gamma;
  }

  @Override
  void block(float[] p, float[] y, float[] g, int from, int to, float scale, float[] sums) {
    FloatVector sum = FloatVector.zero(LANES);
    FloatVector one = FloatVector.broadcast(LANES, 1);
    FloatVector perLog = FloatVector.broadcast(LANES, PER_LOG_2);
    FloatVector rounding = FloatVector.broadcast(LANES, ROUNDING);
    FloatVector high = FloatVector.broadcast(LANES, -LOG_2_HIGH);
    FloatVector low = FloatVector.broadcast(LANES, -LOG_2_LOW);
    for (int i = from; i < to; i += LENGTH) {
      FloatVector z = FloatVector.fromArray(LANES, p, i);
      FloatVector t = FloatVector.fromArray(LANES, y, i);
      FloatVector a = z.abs();
      FloatVector x = a.neg().blend(-87f, a.compare(VectorOperators.GT, 87f));
      FloatVector shifted = x.fma(perLog, rounding);
      FloatVector n = shifted.sub(rounding);
      FloatVector r = n.fma(low, n.fma(high, x));
      FloatVector q = r.fma(FloatVector.broadcast(LANES, E4), FloatVector.broadcast(LANES, E3));
      q = q.fma(r, FloatVector.broadcast(LANES, E2));
      q = q.fma(r, FloatVector.broadcast(LANES, E1));
      q = q.fma(r, FloatVector.broadcast(LANES, E0));
      q = q.fma(r, one).fma(r, one);
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - 127);
      FloatVector e = q.mul(exponent.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
      FloatVector above = e.add(one);
      FloatVector wide = e.add(2f);
      FloatVector both = one.div(above.mul(wide));
      FloatVector s = e.mul(above).mul(both);
      FloatVector s2 = s.mul(s);
      FloatVector l = s2.fma(FloatVector.broadcast(LANES, A3), FloatVector.broadcast(LANES, A2));
      l = l.fma(s2, FloatVector.broadcast(LANES, A1));
      l = l.fma(s2, FloatVector.broadcast(LANES, A0));
      FloatVector twice = s.add(s);
      l = twice.mul(s2).fma(l, twice);
      FloatVector close = wide.mul(both);
      FloatVector far = e.mul(close);
      VectorMask<Float> right = z.compare(VectorOperators.GE, 0f);
      FloatVector plus = far.blend(close, right);
      FloatVector minus = close.blend(far, right);
      FloatVector rest = one.sub(t);
      FloatVector entropy = a.fma(t.blend(rest, right), l);
      FloatVector slope = rest.mul(plus).sub(t.mul(minus));
      FloatVector wrong = t.mul(minus).add(rest.mul(plus));
      FloatVector bend = plus.mul(minus).mul(rest.sub(t));
      // wrong^(gamma - 1), by its logarithm: one division less than wrong^gamma / wrong
      IntVector bits = wrong.reinterpretAsInts().sub(ROOT_HALF);
      IntVector power = bits.lanewise(VectorOperators.ASHR, 23);
      FloatVector f = bits.and(0x7fffff).add(ROOT_HALF).reinterpretAsFloats().sub(one);
      FloatVector k = (FloatVector) power.convertShape(VectorOperators.I2F, LANES, 0);
      FloatVector c = f.fma(FloatVector.broadcast(LANES, L6), FloatVector.broadcast(LANES, L5));
      c = c.fma(f, FloatVector.broadcast(LANES, L4));
      c = c.fma(f, FloatVector.broadcast(LANES, L3));
      c = c.fma(f, FloatVector.broadcast(LANES, L2));
      c = c.fma(f, FloatVector.broadcast(LANES, L1));
      c = c.fma(f, FloatVector.broadcast(LANES, L0));
      c = c.fma(f, FloatVector.broadcast(LANES, -0.5f)).mul(f).fma(f, f);
      c = k.fma(FloatVector.broadcast(LANES, LOG_2), c).mul(gamma - 1);
      x = c.blend(-87f, c.compare(VectorOperators.LT, -87f));
      shifted = x.fma(perLog, rounding);
      n = shifted.sub(rounding);
      r = n.fma(low, n.fma(high, x));
      q = r.fma(FloatVector.broadcast(LANES, E4), FloatVector.broadcast(LANES, E3));
      q = q.fma(r, FloatVector.broadcast(LANES, E2));
      q = q.fma(r, FloatVector.broadcast(LANES, E1));
      q = q.fma(r, FloatVector.broadcast(LANES, E0));
      q = q.fma(r, one).fma(r, one);
      exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - 127);
      q = q.mul(exponent.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
      FloatVector weight = t.fma(FloatVector.broadcast(LANES, alpha), rest.mul(1 - alpha)).mul(q);
      sum = weight.mul(wrong).fma(entropy, sum);
      FloatVector fall = entropy.mul(gamma).mul(bend);
      weight.mul(slope.fma(wrong, fall)).mul(scale).intoArray(g, i);
    }
    sum.intoArray(sums, 0);
  }
}
