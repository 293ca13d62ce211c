package dev.plumb.training.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Products on lanes: two vectors of four doubles, or one of eight, are the eight running sums.
/// Floats are widened before they are multiplied.
final class LaneProducts implements Products {
  private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
  private static final VectorSpecies<Float> NARROW = FloatVector.SPECIES_128;
  private static final int HALF = 4;

  /// Whether the processor has vectors of four doubles.
  static boolean fits() {
    return DoubleVector.SPECIES_PREFERRED.length() >= HALF;
  }

  @Override
  public void add(double[] a, double[][] tile, int columns, double[] sums, int at) {
    int j = 0;
    var joined = new double[4 * SUMS];
    for (; j + 4 <= columns; j += 4) {
      four(a, tile[j], tile[j + 1], tile[j + 2], tile[j + 3], joined);
      for (int k = 0; k < 4; k++) {
        sums[at + j + k] += Products.join(joined, k * SUMS);
      }
    }
    for (; j < columns; j++) {
      one(a, tile[j], joined);
      sums[at + j] += Products.join(joined, 0);
    }
  }

  private static void four(
      double[] a, double[] b, double[] c, double[] d, double[] e, double[] to) {
    DoubleVector b0 = DoubleVector.zero(FOUR);
    DoubleVector b1 = b0;
    DoubleVector c0 = b0;
    DoubleVector c1 = b0;
    DoubleVector d0 = b0;
    DoubleVector d1 = b0;
    DoubleVector e0 = b0;
    DoubleVector e1 = b0;
    for (int i = 0; i < a.length; i += SUMS) {
      DoubleVector x = DoubleVector.fromArray(FOUR, a, i);
      DoubleVector y = DoubleVector.fromArray(FOUR, a, i + HALF);
      b0 = b0.add(x.mul(DoubleVector.fromArray(FOUR, b, i)));
      b1 = b1.add(y.mul(DoubleVector.fromArray(FOUR, b, i + HALF)));
      c0 = c0.add(x.mul(DoubleVector.fromArray(FOUR, c, i)));
      c1 = c1.add(y.mul(DoubleVector.fromArray(FOUR, c, i + HALF)));
      d0 = d0.add(x.mul(DoubleVector.fromArray(FOUR, d, i)));
      d1 = d1.add(y.mul(DoubleVector.fromArray(FOUR, d, i + HALF)));
      e0 = e0.add(x.mul(DoubleVector.fromArray(FOUR, e, i)));
      e1 = e1.add(y.mul(DoubleVector.fromArray(FOUR, e, i + HALF)));
    }
    b0.intoArray(to, 0);
    b1.intoArray(to, HALF);
    c0.intoArray(to, SUMS);
    c1.intoArray(to, SUMS + HALF);
    d0.intoArray(to, 2 * SUMS);
    d1.intoArray(to, 2 * SUMS + HALF);
    e0.intoArray(to, 3 * SUMS);
    e1.intoArray(to, 3 * SUMS + HALF);
  }

  private static void one(double[] a, double[] b, double[] to) {
    DoubleVector b0 = DoubleVector.zero(FOUR);
    DoubleVector b1 = b0;
    for (int i = 0; i < a.length; i += SUMS) {
      b0 = b0.add(DoubleVector.fromArray(FOUR, a, i).mul(DoubleVector.fromArray(FOUR, b, i)));
      b1 =
          b1.add(
              DoubleVector.fromArray(FOUR, a, i + HALF)
                  .mul(DoubleVector.fromArray(FOUR, b, i + HALF)));
    }
    b0.intoArray(to, 0);
    b1.intoArray(to, HALF);
  }

  @Override
  public void combine(
      double[] weights, float[] columns, int from, int stride, int rows, double[] to, int at) {
    int j = 0;
    for (; j + 4 <= weights.length; j += 4) {
      combineFour(weights, j, columns, from + j * stride, stride, rows, to, at);
    }
    for (; j < weights.length; j++) {
      int place = from + j * stride;
      for (int i = 0; i < rows; i += HALF) {
        DoubleVector sum = DoubleVector.fromArray(FOUR, to, at + i);
        sum.add(wide(columns, place + i).mul(weights[j])).intoArray(to, at + i);
      }
    }
  }

  private static void combineFour(
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
    for (int i = 0; i < rows; i += HALF) {
      int place = from + i;
      DoubleVector sum = DoubleVector.fromArray(FOUR, to, at + i);
      sum = sum.add(wide(columns, place).mul(w0));
      sum = sum.add(wide(columns, place + stride).mul(w1));
      sum = sum.add(wide(columns, place + 2 * stride).mul(w2));
      sum = sum.add(wide(columns, place + 3 * stride).mul(w3));
      sum.intoArray(to, at + i);
    }
  }

  @Override
  public void project(
      double[] gradient, float[] columns, int from, int stride, int count, double[] lanes) {
    int j = 0;
    for (; j + 4 <= count; j += 4) {
      projectFour(gradient, columns, from + j * stride, stride, lanes, j * SUMS);
    }
    for (; j < count; j++) {
      int place = from + j * stride;
      DoubleVector s0 = DoubleVector.fromArray(FOUR, lanes, j * SUMS);
      DoubleVector s1 = DoubleVector.fromArray(FOUR, lanes, j * SUMS + HALF);
      for (int i = 0; i < gradient.length; i += SUMS) {
        s0 = s0.add(DoubleVector.fromArray(FOUR, gradient, i).mul(wide(columns, place + i)));
        s1 =
            s1.add(
                DoubleVector.fromArray(FOUR, gradient, i + HALF)
                    .mul(wide(columns, place + i + HALF)));
      }
      s0.intoArray(lanes, j * SUMS);
      s1.intoArray(lanes, j * SUMS + HALF);
    }
  }

  private static void projectFour(
      double[] gradient, float[] columns, int from, int stride, double[] lanes, int at) {
    DoubleVector a0 = DoubleVector.fromArray(FOUR, lanes, at);
    DoubleVector a1 = DoubleVector.fromArray(FOUR, lanes, at + HALF);
    DoubleVector b0 = DoubleVector.fromArray(FOUR, lanes, at + SUMS);
    DoubleVector b1 = DoubleVector.fromArray(FOUR, lanes, at + SUMS + HALF);
    DoubleVector c0 = DoubleVector.fromArray(FOUR, lanes, at + 2 * SUMS);
    DoubleVector c1 = DoubleVector.fromArray(FOUR, lanes, at + 2 * SUMS + HALF);
    DoubleVector d0 = DoubleVector.fromArray(FOUR, lanes, at + 3 * SUMS);
    DoubleVector d1 = DoubleVector.fromArray(FOUR, lanes, at + 3 * SUMS + HALF);
    for (int i = 0; i < gradient.length; i += SUMS) {
      DoubleVector x = DoubleVector.fromArray(FOUR, gradient, i);
      DoubleVector y = DoubleVector.fromArray(FOUR, gradient, i + HALF);
      int place = from + i;
      a0 = a0.add(x.mul(wide(columns, place)));
      a1 = a1.add(y.mul(wide(columns, place + HALF)));
      b0 = b0.add(x.mul(wide(columns, place + stride)));
      b1 = b1.add(y.mul(wide(columns, place + stride + HALF)));
      c0 = c0.add(x.mul(wide(columns, place + 2 * stride)));
      c1 = c1.add(y.mul(wide(columns, place + 2 * stride + HALF)));
      d0 = d0.add(x.mul(wide(columns, place + 3 * stride)));
      d1 = d1.add(y.mul(wide(columns, place + 3 * stride + HALF)));
    }
    a0.intoArray(lanes, at);
    a1.intoArray(lanes, at + HALF);
    b0.intoArray(lanes, at + SUMS);
    b1.intoArray(lanes, at + SUMS + HALF);
    c0.intoArray(lanes, at + 2 * SUMS);
    c1.intoArray(lanes, at + 2 * SUMS + HALF);
    d0.intoArray(lanes, at + 3 * SUMS);
    d1.intoArray(lanes, at + 3 * SUMS + HALF);
  }

  private static DoubleVector wide(float[] column, int at) {
    return (DoubleVector)
        FloatVector.fromArray(NARROW, column, at).convertShape(VectorOperators.F2D, FOUR, 0);
  }
}
