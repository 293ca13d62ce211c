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

  /// Columns that are worked on at once, so that their sums do not wait for each other.
  private static final int COLUMNS = 8;

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
      double[] weights, float[] columns, int from, int stride, int rows, double[] to, int at) {
    int j = 0;
    for (; j + COLUMNS <= weights.length; j += COLUMNS) {
      combineEight(weights, j, columns, from + j * stride, stride, rows, to, at);
    }
    for (; j < weights.length; j++) {
      int place = from + j * stride;
      for (int i = 0; i < rows; i += WIDE.length()) {
        DoubleVector sum = DoubleVector.fromArray(WIDE, to, at + i);
        sum.add(wide(columns, place + i).mul(weights[j])).intoArray(to, at + i);
      }
    }
  }

  private static void combineEight(
      double[] weights,
      int j,
      float[] columns,
      int from,
      int stride,
      int rows,
      double[] to,
      int at) {
    double w0 = weights[j];
    double w1 = weights[j + 1];
    double w2 = weights[j + 2];
    double w3 = weights[j + 3];
    double w4 = weights[j + 4];
    double w5 = weights[j + 5];
    double w6 = weights[j + 6];
    double w7 = weights[j + 7];
    for (int i = 0; i < rows; i += WIDE.length()) {
      int place = from + i;
      DoubleVector sum = DoubleVector.fromArray(WIDE, to, at + i);
      sum = sum.add(wide(columns, place).mul(w0));
      sum = sum.add(wide(columns, place + stride).mul(w1));
      sum = sum.add(wide(columns, place + 2 * stride).mul(w2));
      sum = sum.add(wide(columns, place + 3 * stride).mul(w3));
      sum = sum.add(wide(columns, place + 4 * stride).mul(w4));
      sum = sum.add(wide(columns, place + 5 * stride).mul(w5));
      sum = sum.add(wide(columns, place + 6 * stride).mul(w6));
      sum = sum.add(wide(columns, place + 7 * stride).mul(w7));
      sum.intoArray(to, at + i);
    }
  }

  @Override
  public void project(
      double[] gradient,
      int start,
      int rows,
      float[] columns,
      int from,
      int stride,
      int count,
      double[] lanes) {
    for (int part = 0; part < SUMS; part += WIDE.length()) {
      int j = 0;
      for (; j + COLUMNS <= count; j += COLUMNS) {
        projectEight(
            gradient, start, rows, columns, from + j * stride, stride, lanes, j * SUMS, part);
      }
      for (; j < count; j++) {
        int place = from + j * stride;
        DoubleVector sum = DoubleVector.fromArray(WIDE, lanes, j * SUMS + part);
        for (int i = part; i < rows; i += SUMS) {
          sum =
              sum.add(
                  DoubleVector.fromArray(WIDE, gradient, start + i).mul(wide(columns, place + i)));
        }
        sum.intoArray(lanes, j * SUMS + part);
      }
    }
  }

  private static void projectEight(
      double[] gradient,
      int start,
      int rows,
      float[] columns,
      int from,
      int stride,
      double[] lanes,
      int at,
      int part) {
    DoubleVector s0 = DoubleVector.fromArray(WIDE, lanes, at + part);
    DoubleVector s1 = DoubleVector.fromArray(WIDE, lanes, at + SUMS + part);
    DoubleVector s2 = DoubleVector.fromArray(WIDE, lanes, at + 2 * SUMS + part);
    DoubleVector s3 = DoubleVector.fromArray(WIDE, lanes, at + 3 * SUMS + part);
    DoubleVector s4 = DoubleVector.fromArray(WIDE, lanes, at + 4 * SUMS + part);
    DoubleVector s5 = DoubleVector.fromArray(WIDE, lanes, at + 5 * SUMS + part);
    DoubleVector s6 = DoubleVector.fromArray(WIDE, lanes, at + 6 * SUMS + part);
    DoubleVector s7 = DoubleVector.fromArray(WIDE, lanes, at + 7 * SUMS + part);
    for (int i = part; i < rows; i += SUMS) {
      DoubleVector x = DoubleVector.fromArray(WIDE, gradient, start + i);
      int place = from + i;
      s0 = s0.add(x.mul(wide(columns, place)));
      s1 = s1.add(x.mul(wide(columns, place + stride)));
      s2 = s2.add(x.mul(wide(columns, place + 2 * stride)));
      s3 = s3.add(x.mul(wide(columns, place + 3 * stride)));
      s4 = s4.add(x.mul(wide(columns, place + 4 * stride)));
      s5 = s5.add(x.mul(wide(columns, place + 5 * stride)));
      s6 = s6.add(x.mul(wide(columns, place + 6 * stride)));
      s7 = s7.add(x.mul(wide(columns, place + 7 * stride)));
    }
    s0.intoArray(lanes, at + part);
    s1.intoArray(lanes, at + SUMS + part);
    s2.intoArray(lanes, at + 2 * SUMS + part);
    s3.intoArray(lanes, at + 3 * SUMS + part);
    s4.intoArray(lanes, at + 4 * SUMS + part);
    s5.intoArray(lanes, at + 5 * SUMS + part);
    s6.intoArray(lanes, at + 6 * SUMS + part);
    s7.intoArray(lanes, at + 7 * SUMS + part);
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
      float[] weights,
      float[] means,
      float[] columns,
      int from,
      int stride,
      int rows,
      float[] to,
      int at) {
    FloatLanes.combine(weights, means, columns, from, stride, rows, to, at);
  }

  @Override
  public void project(
      float[] gradient,
      int start,
      int rows,
      float[] means,
      float[] columns,
      int from,
      int stride,
      float[] lanes) {
    FloatLanes.project(gradient, start, rows, means, columns, from, stride, lanes);
  }

  private static DoubleVector wide(float[] column, int at) {
    return (DoubleVector)
        FloatVector.fromArray(NARROW, column, at).convertShape(VectorOperators.F2D, WIDE, 0);
  }
}
