package dev.plumb.bench.twin;

import static dev.plumb.bench.twin.Twin.E0;
import static dev.plumb.bench.twin.Twin.E1;
import static dev.plumb.bench.twin.Twin.E2;
import static dev.plumb.bench.twin.Twin.E3;
import static dev.plumb.bench.twin.Twin.E4;
import static dev.plumb.bench.twin.Twin.LANES;
import static dev.plumb.bench.twin.Twin.LENGTH;
import static dev.plumb.bench.twin.Twin.LOG_2_HIGH;
import static dev.plumb.bench.twin.Twin.LOG_2_LOW;
import static dev.plumb.bench.twin.Twin.PER_LOG_2;
import static dev.plumb.bench.twin.Twin.ROUNDING;
import static dev.plumb.bench.twin.Twin.ROUNDING_BITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// Sparse softmax cross-entropy, classes on lanes: per row one sweep for the maximum, one that
/// stores exponentials and adds them, one that scales. A row stays in cache between them.
public final class Softmax {
  private final float[] lanes = new float[LENGTH];

  /// The mean over rows, and its gradient.
  ///
  /// @param z scores, rows of `classes`, which is a multiple of four vectors, or is padded to it by
  ///   a scalar rest
  /// @param g receives the gradient; may be `z`
  public double run(float[] z, int classes, float[] y, float[] g) {
    int rows = z.length / classes;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int from = row * classes;
      int to = from + classes;
      int right = from + (int) y[row];
      float score = z[right];
      float max = max(z, from, to);
      double total = exponentials(z, g, from, to, max);
      sum += Math.log(total) + max - score;
      float scale = (float) (1 / (total * rows));
      scale(g, from, to, scale);
      g[right] -= 1f / rows;
    }
    return sum / rows;
  }

  private float max(float[] z, int from, int to) {
    int whole = from + (to - from) / (4 * LENGTH) * (4 * LENGTH);
    FloatVector m0 = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
    FloatVector m1 = m0;
    FloatVector m2 = m0;
    FloatVector m3 = m0;
    for (int i = from; i < whole; i += 4 * LENGTH) {
      FloatVector x0 = FloatVector.fromArray(LANES, z, i);
      FloatVector x1 = FloatVector.fromArray(LANES, z, i + LENGTH);
      FloatVector x2 = FloatVector.fromArray(LANES, z, i + 2 * LENGTH);
      FloatVector x3 = FloatVector.fromArray(LANES, z, i + 3 * LENGTH);
      m0 = m0.blend(x0, x0.compare(VectorOperators.GT, m0));
      m1 = m1.blend(x1, x1.compare(VectorOperators.GT, m1));
      m2 = m2.blend(x2, x2.compare(VectorOperators.GT, m2));
      m3 = m3.blend(x3, x3.compare(VectorOperators.GT, m3));
    }
    float max = m0.max(m1).max(m2.max(m3)).reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < to; i++) {
      max = Math.max(max, z[i]);
    }
    return max;
  }

  private double exponentials(float[] z, float[] g, int from, int to, float max) {
    int whole = from + LANES.loopBound(to - from);
    FloatVector sum = FloatVector.zero(LANES);
    FloatVector one = FloatVector.broadcast(LANES, 1);
    for (int i = from; i < whole; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(LANES, z, i).sub(max);
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
      q = q.fma(r, one).fma(r, one);
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - 127);
      q = q.mul(exponent.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
      q.intoArray(g, i);
      sum = sum.add(q);
    }
    sum.intoArray(lanes, 0);
    double total = 0;
    for (float lane : lanes) {
      total += lane;
    }
    for (int i = whole; i < to; i++) {
      g[i] = (float) Math.exp(z[i] - max);
      total += g[i];
    }
    return total;
  }

  private static void scale(float[] g, int from, int to, float scale) {
    int whole = from + LANES.loopBound(to - from);
    for (int i = from; i < whole; i += LENGTH) {
      FloatVector.fromArray(LANES, g, i).mul(scale).intoArray(g, i);
    }
    for (int i = whole; i < to; i++) {
      g[i] *= scale;
    }
  }
}
