package dev.plumb.matrix;

import static dev.plumb.matrix.PlainExponentials.EXPONENT_BITS;
import static dev.plumb.matrix.PlainExponentials.EXPONENT_OF_ONE;
import static dev.plumb.matrix.PlainExponentials.LEAST;
import static dev.plumb.matrix.PlainExponentials.LOG_2_HIGH;
import static dev.plumb.matrix.PlainExponentials.LOG_2_LOW;
import static dev.plumb.matrix.PlainExponentials.PER_LOG_2;
import static dev.plumb.matrix.PlainExponentials.ROUNDING;
import static dev.plumb.matrix.PlainExponentials.T2;
import static dev.plumb.matrix.PlainExponentials.T3;
import static dev.plumb.matrix.PlainExponentials.T4;
import static dev.plumb.matrix.PlainExponentials.T5;
import static dev.plumb.matrix.PlainExponentials.T6;
import static dev.plumb.matrix.PlainExponentials.T7;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Exponentials on lanes. Both loops hold the whole polynomial: a method that returns a vector may
/// not be inlined, and then allocates.
final class LaneExponentials implements Exponentials {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = LANES.length();
  private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);

  @Override
  public float max(float[] row, int from, int to) {
    int whole = from + LANES.loopBound(to - from);
    FloatVector max = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
    for (int i = from; i < whole; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(LANES, row, i);
      max = max.blend(x, x.compare(VectorOperators.GT, max));
    }
    float greatest = max.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < to; i++) {
      greatest = row[i] > greatest ? row[i] : greatest;
    }
    return greatest;
  }

  @Override
  public double sum(float[] row, int from, int to, float max, float[] sums) {
    int whole = from + (to - from) / SUMS * SUMS;
    for (int lane = 0; lane < SUMS; lane += LENGTH) {
      FloatVector sum = FloatVector.zero(LANES);
      for (int i = from + lane; i < whole; i += SUMS) {
        FloatVector x = FloatVector.fromArray(LANES, row, i).sub(max);
        FloatVector shifted =
            x.fma(FloatVector.broadcast(LANES, PER_LOG_2), FloatVector.broadcast(LANES, ROUNDING));
        FloatVector n = shifted.sub(ROUNDING);
        FloatVector r = n.fma(FloatVector.broadcast(LANES, -LOG_2_HIGH), x);
        r = n.fma(FloatVector.broadcast(LANES, -LOG_2_LOW), r);
        FloatVector p = r.fma(FloatVector.broadcast(LANES, T7), FloatVector.broadcast(LANES, T6));
        p = p.fma(r, FloatVector.broadcast(LANES, T5));
        p = p.fma(r, FloatVector.broadcast(LANES, T4));
        p = p.fma(r, FloatVector.broadcast(LANES, T3));
        p = p.fma(r, FloatVector.broadcast(LANES, T2));
        p = p.fma(r, FloatVector.broadcast(LANES, 1));
        p = p.fma(r, FloatVector.broadcast(LANES, 1));
        IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - EXPONENT_OF_ONE);
        FloatVector power =
            exponent.lanewise(VectorOperators.LSHL, EXPONENT_BITS).reinterpretAsFloats();
        sum = sum.add(p.mul(power).blend(0f, x.compare(VectorOperators.LT, LEAST)));
      }
      sum.intoArray(sums, lane);
    }
    PlainExponentials.addRest(row, from, whole, to, max, sums);
    return PlainExponentials.joined(sums);
  }

  @Override
  public void scale(float[] row, int from, int to, float max, float factor) {
    int whole = from + LANES.loopBound(to - from);
    for (int i = from; i < whole; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(LANES, row, i).sub(max);
      FloatVector shifted =
          x.fma(FloatVector.broadcast(LANES, PER_LOG_2), FloatVector.broadcast(LANES, ROUNDING));
      FloatVector n = shifted.sub(ROUNDING);
      FloatVector r = n.fma(FloatVector.broadcast(LANES, -LOG_2_HIGH), x);
      r = n.fma(FloatVector.broadcast(LANES, -LOG_2_LOW), r);
      FloatVector p = r.fma(FloatVector.broadcast(LANES, T7), FloatVector.broadcast(LANES, T6));
      p = p.fma(r, FloatVector.broadcast(LANES, T5));
      p = p.fma(r, FloatVector.broadcast(LANES, T4));
      p = p.fma(r, FloatVector.broadcast(LANES, T3));
      p = p.fma(r, FloatVector.broadcast(LANES, T2));
      p = p.fma(r, FloatVector.broadcast(LANES, 1));
      p = p.fma(r, FloatVector.broadcast(LANES, 1));
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDING_BITS - EXPONENT_OF_ONE);
      FloatVector power =
          exponent.lanewise(VectorOperators.LSHL, EXPONENT_BITS).reinterpretAsFloats();
      p.mul(power).blend(0f, x.compare(VectorOperators.LT, LEAST)).mul(factor).intoArray(row, i);
    }
    for (int i = whole; i < to; i++) {
      row[i] = factor * PlainExponentials.exp(row[i] - max);
    }
  }
}
