package dev.plumb.training.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Products on lanes: two vectors of four doubles, one after the other, or one of eight are the
/// eight running sums. Floats are widened before they are multiplied.
final class LaneProducts implements Products {
  private static final VectorSpecies<Double> WIDE =
      DoubleVector.SPECIES_PREFERRED.length() >= SUMS
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_256;
  private static final VectorSpecies<Float> NARROW =
      WIDE.length() == SUMS ? FloatVector.SPECIES_256 : FloatVector.SPECIES_128;

  /// Doubles in a vector.
  private static final int STEP = WIDE.length();

  /// Rows that are worked on at once, as eight vectors, so that their sums do not wait for each
  /// other: a strip, or half of one.
  private static final int PART = 8 * STEP;

  /// Columns of half a strip that are worked on before the other half, which is then in the
  /// first-level cache.
  private static final int TOGETHER = PART == STRIP ? Integer.MAX_VALUE / 2 : 32;

  /// Whether the processor has vectors of four doubles.
  static boolean fits() {
    return DoubleVector.SPECIES_PREFERRED.length() >= 4;
  }

  @Override
  public void add(double[] a, double[][] tile, int columns, double[] sums, int at) {
    int j = 0;
    var joined = new double[4 * SUMS];
    for (; j + 4 <= columns; j += 4) {
      for (int part = 0; part < SUMS; part += WIDE.length()) {
        four(a, tile[j], tile[j + 1], tile[j + 2], tile[j + 3], joined, part);
      }
      for (int k = 0; k < 4; k++) {
        sums[at + j + k] += Products.join(joined, k * SUMS);
      }
    }
    for (; j < columns; j++) {
      for (int part = 0; part < SUMS; part += WIDE.length()) {
        one(a, tile[j], joined, part);
      }
      sums[at + j] += Products.join(joined, 0);
    }
  }

  private static void four(
      double[] a, double[] b, double[] c, double[] d, double[] e, double[] to, int part) {
    DoubleVector s0 = DoubleVector.zero(WIDE);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int i = part; i < a.length; i += SUMS) {
      DoubleVector x = DoubleVector.fromArray(WIDE, a, i);
      s0 = s0.add(x.mul(DoubleVector.fromArray(WIDE, b, i)));
      s1 = s1.add(x.mul(DoubleVector.fromArray(WIDE, c, i)));
      s2 = s2.add(x.mul(DoubleVector.fromArray(WIDE, d, i)));
      s3 = s3.add(x.mul(DoubleVector.fromArray(WIDE, e, i)));
    }
    s0.intoArray(to, part);
    s1.intoArray(to, SUMS + part);
    s2.intoArray(to, 2 * SUMS + part);
    s3.intoArray(to, 3 * SUMS + part);
  }

  private static void one(double[] a, double[] b, double[] to, int part) {
    DoubleVector sum = DoubleVector.zero(WIDE);
    for (int i = part; i < a.length; i += SUMS) {
      sum = sum.add(DoubleVector.fromArray(WIDE, a, i).mul(DoubleVector.fromArray(WIDE, b, i)));
    }
    sum.intoArray(to, part);
  }

  @Override
  public void combine(
      double[] weights, float[] columns, int from, int strips, double[] to, int at) {
    for (int strip = 0; strip < strips; strip++) {
      int place = from + strip * weights.length * STRIP;
      for (int j = 0; j < weights.length; j += TOGETHER) {
        int end = Math.min(weights.length, j + TOGETHER);
        for (int part = 0; part < STRIP; part += PART) {
          combine(weights, j, end, columns, place + part, to, at + strip * STRIP + part);
        }
      }
    }
  }

  /// Sums of eight vectors of rows stay in registers while columns go by.
  private static void combine(
      double[] weights, int first, int end, float[] columns, int from, double[] to, int at) {
    DoubleVector s0 = DoubleVector.fromArray(WIDE, to, at);
    DoubleVector s1 = DoubleVector.fromArray(WIDE, to, at + STEP);
    DoubleVector s2 = DoubleVector.fromArray(WIDE, to, at + 2 * STEP);
    DoubleVector s3 = DoubleVector.fromArray(WIDE, to, at + 3 * STEP);
    DoubleVector s4 = DoubleVector.fromArray(WIDE, to, at + 4 * STEP);
    DoubleVector s5 = DoubleVector.fromArray(WIDE, to, at + 5 * STEP);
    DoubleVector s6 = DoubleVector.fromArray(WIDE, to, at + 6 * STEP);
    DoubleVector s7 = DoubleVector.fromArray(WIDE, to, at + 7 * STEP);
    for (int j = first; j < end; j++) {
      double weight = weights[j];
      int place = from + j * STRIP;
      s0 = s0.add(wide(columns, place).mul(weight));
      s1 = s1.add(wide(columns, place + STEP).mul(weight));
      s2 = s2.add(wide(columns, place + 2 * STEP).mul(weight));
      s3 = s3.add(wide(columns, place + 3 * STEP).mul(weight));
      s4 = s4.add(wide(columns, place + 4 * STEP).mul(weight));
      s5 = s5.add(wide(columns, place + 5 * STEP).mul(weight));
      s6 = s6.add(wide(columns, place + 6 * STEP).mul(weight));
      s7 = s7.add(wide(columns, place + 7 * STEP).mul(weight));
    }
    s0.intoArray(to, at);
    s1.intoArray(to, at + STEP);
    s2.intoArray(to, at + 2 * STEP);
    s3.intoArray(to, at + 3 * STEP);
    s4.intoArray(to, at + 4 * STEP);
    s5.intoArray(to, at + 5 * STEP);
    s6.intoArray(to, at + 6 * STEP);
    s7.intoArray(to, at + 7 * STEP);
  }

  @Override
  public void project(
      double[] gradient,
      int start,
      int strips,
      float[] columns,
      int from,
      int count,
      double[] lanes) {
    for (int strip = 0; strip < strips; strip++) {
      int place = from + strip * count * STRIP;
      for (int j = 0; j < count; j += TOGETHER) {
        int end = Math.min(count, j + TOGETHER);
        for (int part = 0; part < STRIP; part += PART) {
          int at = start + strip * STRIP + part;
          if (STEP == SUMS) {
            project(gradient, at, j, end, columns, place + part, lanes);
          } else {
            projectHalves(gradient, at, j, end, columns, place + part, lanes);
          }
        }
      }
    }
  }

  /// Gradients of eight vectors of rows stay in registers while columns go by; a vector holds the
  /// running sums of a column.
  private static void project(
      double[] gradient, int at, int first, int end, float[] columns, int from, double[] lanes) {
    DoubleVector g0 = DoubleVector.fromArray(WIDE, gradient, at);
    DoubleVector g1 = DoubleVector.fromArray(WIDE, gradient, at + STEP);
    DoubleVector g2 = DoubleVector.fromArray(WIDE, gradient, at + 2 * STEP);
    DoubleVector g3 = DoubleVector.fromArray(WIDE, gradient, at + 3 * STEP);
    DoubleVector g4 = DoubleVector.fromArray(WIDE, gradient, at + 4 * STEP);
    DoubleVector g5 = DoubleVector.fromArray(WIDE, gradient, at + 5 * STEP);
    DoubleVector g6 = DoubleVector.fromArray(WIDE, gradient, at + 6 * STEP);
    DoubleVector g7 = DoubleVector.fromArray(WIDE, gradient, at + 7 * STEP);
    for (int j = first; j < end; j++) {
      int place = from + j * STRIP;
      DoubleVector sum = DoubleVector.fromArray(WIDE, lanes, j * SUMS);
      sum = sum.add(g0.mul(wide(columns, place)));
      sum = sum.add(g1.mul(wide(columns, place + STEP)));
      sum = sum.add(g2.mul(wide(columns, place + 2 * STEP)));
      sum = sum.add(g3.mul(wide(columns, place + 3 * STEP)));
      sum = sum.add(g4.mul(wide(columns, place + 4 * STEP)));
      sum = sum.add(g5.mul(wide(columns, place + 5 * STEP)));
      sum = sum.add(g6.mul(wide(columns, place + 6 * STEP)));
      sum = sum.add(g7.mul(wide(columns, place + 7 * STEP)));
      sum.intoArray(lanes, j * SUMS);
    }
  }

  /// The same where two vectors hold the running sums of a column.
  private static void projectHalves(
      double[] gradient, int at, int first, int end, float[] columns, int from, double[] lanes) {
    DoubleVector g0 = DoubleVector.fromArray(WIDE, gradient, at);
    DoubleVector g1 = DoubleVector.fromArray(WIDE, gradient, at + STEP);
    DoubleVector g2 = DoubleVector.fromArray(WIDE, gradient, at + 2 * STEP);
    DoubleVector g3 = DoubleVector.fromArray(WIDE, gradient, at + 3 * STEP);
    DoubleVector g4 = DoubleVector.fromArray(WIDE, gradient, at + 4 * STEP);
    DoubleVector g5 = DoubleVector.fromArray(WIDE, gradient, at + 5 * STEP);
    DoubleVector g6 = DoubleVector.fromArray(WIDE, gradient, at + 6 * STEP);
    DoubleVector g7 = DoubleVector.fromArray(WIDE, gradient, at + 7 * STEP);
    for (int j = first; j < end; j++) {
      int place = from + j * STRIP;
      DoubleVector even = DoubleVector.fromArray(WIDE, lanes, j * SUMS);
      DoubleVector odd = DoubleVector.fromArray(WIDE, lanes, j * SUMS + STEP);
      even = even.add(g0.mul(wide(columns, place)));
      odd = odd.add(g1.mul(wide(columns, place + STEP)));
      even = even.add(g2.mul(wide(columns, place + 2 * STEP)));
      odd = odd.add(g3.mul(wide(columns, place + 3 * STEP)));
      even = even.add(g4.mul(wide(columns, place + 4 * STEP)));
      odd = odd.add(g5.mul(wide(columns, place + 5 * STEP)));
      even = even.add(g6.mul(wide(columns, place + 6 * STEP)));
      odd = odd.add(g7.mul(wide(columns, place + 7 * STEP)));
      even.intoArray(lanes, j * SUMS);
      odd.intoArray(lanes, j * SUMS + STEP);
    }
  }

  @Override
  public void distances(float[] values, int from, int count, float middle, double[] lanes) {
    for (int part = 0; part < DISTANCES; part += 2 * WIDE.length()) {
      int next = part + WIDE.length();
      DoubleVector s0 = DoubleVector.fromArray(WIDE, lanes, part);
      DoubleVector s1 = DoubleVector.fromArray(WIDE, lanes, next);
      DoubleVector q0 = DoubleVector.fromArray(WIDE, lanes, DISTANCES + part);
      DoubleVector q1 = DoubleVector.fromArray(WIDE, lanes, DISTANCES + next);
      for (int i = from; i < from + count; i += DISTANCES) {
        DoubleVector d0 = wide(values, i + part).sub(middle);
        DoubleVector d1 = wide(values, i + next).sub(middle);
        s0 = s0.add(d0);
        s1 = s1.add(d1);
        q0 = q0.add(d0.mul(d0));
        q1 = q1.add(d1.mul(d1));
      }
      s0.intoArray(lanes, part);
      s1.intoArray(lanes, next);
      q0.intoArray(lanes, DISTANCES + part);
      q1.intoArray(lanes, DISTANCES + next);
    }
  }

  @Override
  public void distances(
      float[] values, double[] weights, int from, int count, float middle, double[] lanes) {
    for (int part = 0; part < DISTANCES; part += WIDE.length()) {
      DoubleVector sum = DoubleVector.fromArray(WIDE, lanes, part);
      DoubleVector square = DoubleVector.fromArray(WIDE, lanes, DISTANCES + part);
      DoubleVector all = DoubleVector.fromArray(WIDE, lanes, 2 * DISTANCES + part);
      for (int i = from + part; i < from + count; i += DISTANCES) {
        DoubleVector weight = DoubleVector.fromArray(WIDE, weights, i);
        DoubleVector distance = wide(values, i).sub(middle);
        DoubleVector weighted = weight.mul(distance);
        sum = sum.add(weighted);
        square = square.add(weighted.mul(distance));
        all = all.add(weight);
      }
      sum.intoArray(lanes, part);
      square.intoArray(lanes, DISTANCES + part);
      all.intoArray(lanes, 2 * DISTANCES + part);
    }
  }

  @Override
  public void copy(float[] values, int from, int count, float instead, float[] to, int at) {
    FloatLanes.copy(values, from, count, instead, to, at);
  }

  @Override
  public void combine(
      float[] weights, float[] means, float[] columns, int from, int strips, float[] to, int at) {
    FloatLanes.combine(weights, means, columns, from, strips, to, at);
  }

  @Override
  public void project(
      float[] gradient,
      int start,
      int strips,
      float[] means,
      float[] columns,
      int from,
      float[] lanes) {
    FloatLanes.project(gradient, start, strips, means, columns, from, lanes);
  }

  private static DoubleVector wide(float[] column, int at) {
    return (DoubleVector)
        FloatVector.fromArray(NARROW, column, at).convertShape(VectorOperators.F2D, WIDE, 0);
  }
}
