package dev.plumb.bench.twin;

import static dev.plumb.bench.twin.Twin.E0;
import static dev.plumb.bench.twin.Twin.E1;
import static dev.plumb.bench.twin.Twin.E2;
import static dev.plumb.bench.twin.Twin.E3;
import static dev.plumb.bench.twin.Twin.E4;
import static dev.plumb.bench.twin.Twin.LANES;
import static dev.plumb.bench.twin.Twin.LENGTH;
import static dev.plumb.bench.twin.Twin.LOG_2;
import static dev.plumb.bench.twin.Twin.LOG_2_HIGH;
import static dev.plumb.bench.twin.Twin.LOG_2_LOW;
import static dev.plumb.bench.twin.Twin.PER_LOG_2;
import static dev.plumb.bench.twin.Twin.ROUNDING;
import static dev.plumb.bench.twin.Twin.ROUNDING_BITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// Sparse softmax cross-entropy of few classes, samples on lanes: 64 rows at a time are turned over
/// in a buffer that stays in the first cache. Maxima and sums over the lanes of a row, the other
/// way, took a quarter longer.
public final class FewClasses {
  private static final int ROWS = 64;

  private final int classes;
  private final float[] turned;
  private final float[] tops = new float[ROWS];

  public FewClasses(int classes) {
    this.classes = classes;
    this.turned = new float[classes * ROWS];
  }

  /// The mean over rows, a multiple of 64, and its gradient.
  ///
  /// @param g receives the gradient; may be `z`
  public double run(float[] z, float[] y, float[] g) {
    int rows = z.length / classes;
    float share = 1f / rows;
    double sum = 0;
    for (int first = 0; first < rows; first += ROWS) {
      turn(z, first * classes);
      double scores = 0;
      for (int i = 0; i < ROWS; i++) {
        scores += turned[(int) y[first + i] * ROWS + i];
      }
      for (int i = 0; i < ROWS; i += LENGTH) {
        softmax(i, share);
      }
      for (int i = 0; i < ROWS; i++) {
        sum += tops[i];
        turned[(int) y[first + i] * ROWS + i] -= share;
      }
      sum -= scores;
      turnBack(g, first * classes);
    }
    return sum / rows;
  }

  private void turn(float[] z, int from) {
    for (int i = 0; i < ROWS; i++) {
      for (int c = 0; c < classes; c++) {
        turned[c * ROWS + i] = z[from + i * classes + c];
      }
    }
  }

  private void turnBack(float[] g, int from) {
    for (int i = 0; i < ROWS; i++) {
      for (int c = 0; c < classes; c++) {
        g[from + i * classes + c] = turned[c * ROWS + i];
      }
    }
  }

  /// The softmax of the rows from `i` on, one a lane, times `share`; the logarithms of their sums
  /// of exponentials go to `tops`.
  private void softmax(int i, float share) {
    FloatVector one = FloatVector.broadcast(LANES, 1);
    FloatVector max = FloatVector.fromArray(LANES, turned, i);
    for (int c = 1; c < classes; c++) {
      FloatVector x = FloatVector.fromArray(LANES, turned, c * ROWS + i);
      max = max.blend(x, x.compare(VectorOperators.GT, max));
    }
    FloatVector sum = FloatVector.zero(LANES);
    for (int c = 0; c < classes; c++) {
      FloatVector x = FloatVector.fromArray(LANES, turned, c * ROWS + i).sub(max);
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
      q.intoArray(turned, c * ROWS + i);
      sum = sum.add(q);
    }
    FloatVector scale = FloatVector.broadcast(LANES, share).div(sum);
    for (int c = 0; c < classes; c++) {
      int at = c * ROWS + i;
      FloatVector.fromArray(LANES, turned, at).mul(scale).intoArray(turned, at);
    }
    IntVector bits = sum.reinterpretAsInts().sub(Focal.ROOT_HALF);
    FloatVector power =
        (FloatVector)
            bits.lanewise(VectorOperators.ASHR, 23).convertShape(VectorOperators.I2F, LANES, 0);
    FloatVector f = bits.and(0x7fffff).add(Focal.ROOT_HALF).reinterpretAsFloats().sub(one);
    FloatVector l =
        f.fma(FloatVector.broadcast(LANES, Focal.L6), FloatVector.broadcast(LANES, Focal.L5));
    l = l.fma(f, FloatVector.broadcast(LANES, Focal.L4));
    l = l.fma(f, FloatVector.broadcast(LANES, Focal.L3));
    l = l.fma(f, FloatVector.broadcast(LANES, Focal.L2));
    l = l.fma(f, FloatVector.broadcast(LANES, Focal.L1));
    l = l.fma(f, FloatVector.broadcast(LANES, Focal.L0));
    l = l.fma(f, FloatVector.broadcast(LANES, -0.5f)).mul(f).fma(f, f);
    power.fma(FloatVector.broadcast(LANES, LOG_2), l).add(max).intoArray(tops, i);
  }
}
