package dev.plumb.bench.twin;

import static dev.plumb.bench.twin.Twin.BLOCK;
import static dev.plumb.bench.twin.Twin.LANES;
import static dev.plumb.bench.twin.Twin.LENGTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// The huber loss by hand, with each block's sum by `reduceLanes`, whose order nobody promises:
/// what a fixed order costs.
public final class Unordered {
  private final float delta;

  public Unordered(float delta) {
    this.delta = delta;
  }

  /// The mean, and its gradient, as in [Twin#run].
  public double run(float[] p, float[] y, float[] g) {
    double sum = 0;
    float scale = 1f / p.length;
    for (int from = 0; from < p.length; from += BLOCK) {
      sum += block(p, y, g, from, from + BLOCK, scale);
    }
    return sum / p.length;
  }

  private float block(float[] p, float[] y, float[] g, int from, int to, float scale) {

    FloatVector s0 = FloatVector.zero(LANES);
    FloatVector s1 = s0;
    FloatVector high = FloatVector.broadcast(LANES, delta);
    FloatVector low = FloatVector.broadcast(LANES, -delta);
    FloatVector half = FloatVector.broadcast(LANES, -0.5f);
    for (int i = from; i < to; i += 2 * LENGTH) {
      FloatVector r0 = FloatVector.fromArray(LANES, p, i).sub(FloatVector.fromArray(LANES, y, i));
      FloatVector r1 =
          FloatVector.fromArray(LANES, p, i + LENGTH)
              .sub(FloatVector.fromArray(LANES, y, i + LENGTH));
      FloatVector c0 = r0.blend(high, r0.compare(VectorOperators.GT, high));
      FloatVector c1 = r1.blend(high, r1.compare(VectorOperators.GT, high));
      c0 = c0.blend(low, r0.compare(VectorOperators.LT, low));
      c1 = c1.blend(low, r1.compare(VectorOperators.LT, low));
      s0 = c0.fma(c0.fma(half, r0), s0);
      s1 = c1.fma(c1.fma(half, r1), s1);
      c0.mul(scale).intoArray(g, i);
      c1.mul(scale).intoArray(g, i + LENGTH);
    }
    return s0.add(s1).reduceLanes(VectorOperators.ADD);
  }
}
