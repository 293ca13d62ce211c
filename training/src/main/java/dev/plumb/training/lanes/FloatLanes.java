package dev.plumb.training.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Products in float on lanes: one vector of sixteen floats, or two or four vectors one after the
/// other, are the sixteen running sums.
final class FloatLanes {
  private static final VectorSpecies<Float> LANES =
      FloatVector.SPECIES_PREFERRED.length() > Products.FLOAT_SUMS
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int SUMS = Products.FLOAT_SUMS;

  /// Columns that are worked on at once, so that their sums do not wait for each other.
  private static final int COLUMNS = 8;

  private FloatLanes() {}

  static void copy(float[] values, int from, int count, float instead, float[] to, int at) {
    int whole = LANES.loopBound(count);
    for (int i = 0; i < whole; i += LANES.length()) {
      FloatVector x = FloatVector.fromArray(LANES, values, from + i);
      x.blend(instead, x.test(VectorOperators.IS_NAN)).intoArray(to, at + i);
    }
    for (int i = whole; i < count; i++) {
      float x = values[from + i];
      to[at + i] = x == x ? x : instead;
    }
  }

  static void combine(
      float[] weights,
      float[] means,
      float[] columns,
      int from,
      int stride,
      int rows,
      float[] to,
      int at) {
    int j = 0;
    for (; j + COLUMNS <= weights.length; j += COLUMNS) {
      combineEight(weights, means, j, columns, from + j * stride, stride, rows, to, at);
    }
    for (; j < weights.length; j++) {
      int place = from + j * stride;
      for (int i = 0; i < rows; i += LANES.length()) {
        FloatVector sum = FloatVector.fromArray(LANES, to, at + i);
        sum.add(from(columns, place + i, means[j]).mul(weights[j])).intoArray(to, at + i);
      }
    }
  }

  private static void combineEight(
      float[] weights,
      float[] means,
      int j,
      float[] columns,
      int from,
      int stride,
      int rows,
      float[] to,
      int at) {
    float w0 = weights[j];
    float w1 = weights[j + 1];
    float w2 = weights[j + 2];
    float w3 = weights[j + 3];
    float w4 = weights[j + 4];
    float w5 = weights[j + 5];
    float w6 = weights[j + 6];
    float w7 = weights[j + 7];
    float m0 = means[j];
    float m1 = means[j + 1];
    float m2 = means[j + 2];
    float m3 = means[j + 3];
    float m4 = means[j + 4];
    float m5 = means[j + 5];
    float m6 = means[j + 6];
    float m7 = means[j + 7];
    for (int i = 0; i < rows; i += LANES.length()) {
      int place = from + i;
      FloatVector sum = FloatVector.fromArray(LANES, to, at + i);
      sum = sum.add(from(columns, place, m0).mul(w0));
      sum = sum.add(from(columns, place + stride, m1).mul(w1));
      sum = sum.add(from(columns, place + 2 * stride, m2).mul(w2));
      sum = sum.add(from(columns, place + 3 * stride, m3).mul(w3));
      sum = sum.add(from(columns, place + 4 * stride, m4).mul(w4));
      sum = sum.add(from(columns, place + 5 * stride, m5).mul(w5));
      sum = sum.add(from(columns, place + 6 * stride, m6).mul(w6));
      sum = sum.add(from(columns, place + 7 * stride, m7).mul(w7));
      sum.intoArray(to, at + i);
    }
  }

  static void project(
      float[] gradient,
      int start,
      int rows,
      float[] means,
      float[] columns,
      int from,
      int stride,
      float[] lanes) {
    for (int part = 0; part < SUMS; part += LANES.length()) {
      int j = 0;
      for (; j + COLUMNS <= means.length; j += COLUMNS) {
        projectEight(
            gradient, start, rows, means, j, columns, from + j * stride, stride, lanes, part);
      }
      for (; j < means.length; j++) {
        int place = from + j * stride;
        FloatVector sum = FloatVector.fromArray(LANES, lanes, j * SUMS + part);
        for (int i = part; i < rows; i += SUMS) {
          FloatVector x = FloatVector.fromArray(LANES, gradient, start + i);
          sum = sum.add(x.mul(from(columns, place + i, means[j])));
        }
        sum.intoArray(lanes, j * SUMS + part);
      }
    }
  }

  private static void projectEight(
      float[] gradient,
      int start,
      int rows,
      float[] means,
      int j,
      float[] columns,
      int from,
      int stride,
      float[] lanes,
      int part) {
    float m0 = means[j];
    float m1 = means[j + 1];
    float m2 = means[j + 2];
    float m3 = means[j + 3];
    float m4 = means[j + 4];
    float m5 = means[j + 5];
    float m6 = means[j + 6];
    float m7 = means[j + 7];
    int at = j * SUMS + part;
    FloatVector s0 = FloatVector.fromArray(LANES, lanes, at);
    FloatVector s1 = FloatVector.fromArray(LANES, lanes, at + SUMS);
    FloatVector s2 = FloatVector.fromArray(LANES, lanes, at + 2 * SUMS);
    FloatVector s3 = FloatVector.fromArray(LANES, lanes, at + 3 * SUMS);
    FloatVector s4 = FloatVector.fromArray(LANES, lanes, at + 4 * SUMS);
    FloatVector s5 = FloatVector.fromArray(LANES, lanes, at + 5 * SUMS);
    FloatVector s6 = FloatVector.fromArray(LANES, lanes, at + 6 * SUMS);
    FloatVector s7 = FloatVector.fromArray(LANES, lanes, at + 7 * SUMS);
    for (int i = part; i < rows; i += SUMS) {
      FloatVector x = FloatVector.fromArray(LANES, gradient, start + i);
      int place = from + i;
      s0 = s0.add(x.mul(from(columns, place, m0)));
      s1 = s1.add(x.mul(from(columns, place + stride, m1)));
      s2 = s2.add(x.mul(from(columns, place + 2 * stride, m2)));
      s3 = s3.add(x.mul(from(columns, place + 3 * stride, m3)));
      s4 = s4.add(x.mul(from(columns, place + 4 * stride, m4)));
      s5 = s5.add(x.mul(from(columns, place + 5 * stride, m5)));
      s6 = s6.add(x.mul(from(columns, place + 6 * stride, m6)));
      s7 = s7.add(x.mul(from(columns, place + 7 * stride, m7)));
    }
    s0.intoArray(lanes, at);
    s1.intoArray(lanes, at + SUMS);
    s2.intoArray(lanes, at + 2 * SUMS);
    s3.intoArray(lanes, at + 3 * SUMS);
    s4.intoArray(lanes, at + 4 * SUMS);
    s5.intoArray(lanes, at + 5 * SUMS);
    s6.intoArray(lanes, at + 6 * SUMS);
    s7.intoArray(lanes, at + 7 * SUMS);
  }

  private static FloatVector from(float[] column, int at, float mean) {
    return FloatVector.fromArray(LANES, column, at).sub(mean);
  }
}
