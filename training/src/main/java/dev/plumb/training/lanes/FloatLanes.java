package dev.plumb.training.lanes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Products in float on lanes: one vector of sixteen floats, or two vectors one after the other,
/// are the sixteen running sums. A strip is four or eight vectors of rows.
final class FloatLanes {
  private static final VectorSpecies<Float> LANES =
      FloatVector.SPECIES_PREFERRED.length() > Products.FLOAT_SUMS
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int SUMS = Products.FLOAT_SUMS;

  private static final int STRIP = Products.STRIP;

  /// Floats in a vector.
  private static final int STEP = LANES.length();

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
      float[] weights, float[] means, float[] columns, int from, int strips, float[] to, int at) {
    for (int strip = 0; strip < strips; strip++) {
      int place = from + strip * weights.length * STRIP;
      int row = at + strip * STRIP;
      if (STEP == SUMS) {
        combineFour(weights, means, columns, place, to, row);
      } else {
        combineEight(weights, means, columns, place, to, row);
      }
    }
  }

  /// Sums of the vectors of a strip stay in registers while columns go by.
  private static void combineFour(
      float[] weights, float[] means, float[] columns, int from, float[] to, int at) {
    FloatVector s0 = FloatVector.fromArray(LANES, to, at);
    FloatVector s1 = FloatVector.fromArray(LANES, to, at + STEP);
    FloatVector s2 = FloatVector.fromArray(LANES, to, at + 2 * STEP);
    FloatVector s3 = FloatVector.fromArray(LANES, to, at + 3 * STEP);
    for (int j = 0; j < means.length; j++) {
      float weight = weights[j];
      float mean = means[j];
      int place = from + j * STRIP;
      s0 = s0.add(from(columns, place, mean).mul(weight));
      s1 = s1.add(from(columns, place + STEP, mean).mul(weight));
      s2 = s2.add(from(columns, place + 2 * STEP, mean).mul(weight));
      s3 = s3.add(from(columns, place + 3 * STEP, mean).mul(weight));
    }
    s0.intoArray(to, at);
    s1.intoArray(to, at + STEP);
    s2.intoArray(to, at + 2 * STEP);
    s3.intoArray(to, at + 3 * STEP);
  }

  private static void combineEight(
      float[] weights, float[] means, float[] columns, int from, float[] to, int at) {
    FloatVector s0 = FloatVector.fromArray(LANES, to, at);
    FloatVector s1 = FloatVector.fromArray(LANES, to, at + STEP);
    FloatVector s2 = FloatVector.fromArray(LANES, to, at + 2 * STEP);
    FloatVector s3 = FloatVector.fromArray(LANES, to, at + 3 * STEP);
    FloatVector s4 = FloatVector.fromArray(LANES, to, at + 4 * STEP);
    FloatVector s5 = FloatVector.fromArray(LANES, to, at + 5 * STEP);
    FloatVector s6 = FloatVector.fromArray(LANES, to, at + 6 * STEP);
    FloatVector s7 = FloatVector.fromArray(LANES, to, at + 7 * STEP);
    for (int j = 0; j < means.length; j++) {
      float weight = weights[j];
      float mean = means[j];
      int place = from + j * STRIP;
      s0 = s0.add(from(columns, place, mean).mul(weight));
      s1 = s1.add(from(columns, place + STEP, mean).mul(weight));
      s2 = s2.add(from(columns, place + 2 * STEP, mean).mul(weight));
      s3 = s3.add(from(columns, place + 3 * STEP, mean).mul(weight));
      s4 = s4.add(from(columns, place + 4 * STEP, mean).mul(weight));
      s5 = s5.add(from(columns, place + 5 * STEP, mean).mul(weight));
      s6 = s6.add(from(columns, place + 6 * STEP, mean).mul(weight));
      s7 = s7.add(from(columns, place + 7 * STEP, mean).mul(weight));
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

  static void project(
      float[] gradient,
      int start,
      int strips,
      float[] means,
      float[] columns,
      int from,
      float[] lanes) {
    for (int strip = 0; strip < strips; strip++) {
      int place = from + strip * means.length * STRIP;
      int row = start + strip * STRIP;
      if (STEP == SUMS) {
        projectWhole(gradient, row, means, columns, place, lanes);
      } else {
        projectHalves(gradient, row, means, columns, place, lanes);
      }
    }
  }

  /// Gradients of the vectors of a strip stay in registers while columns go by; a vector holds the
  /// running sums of a column.
  private static void projectWhole(
      float[] gradient, int at, float[] means, float[] columns, int from, float[] lanes) {
    FloatVector g0 = FloatVector.fromArray(LANES, gradient, at);
    FloatVector g1 = FloatVector.fromArray(LANES, gradient, at + STEP);
    FloatVector g2 = FloatVector.fromArray(LANES, gradient, at + 2 * STEP);
    FloatVector g3 = FloatVector.fromArray(LANES, gradient, at + 3 * STEP);
    for (int j = 0; j < means.length; j++) {
      float mean = means[j];
      int place = from + j * STRIP;
      FloatVector sum = FloatVector.fromArray(LANES, lanes, j * SUMS);
      sum = sum.add(g0.mul(from(columns, place, mean)));
      sum = sum.add(g1.mul(from(columns, place + STEP, mean)));
      sum = sum.add(g2.mul(from(columns, place + 2 * STEP, mean)));
      sum = sum.add(g3.mul(from(columns, place + 3 * STEP, mean)));
      sum.intoArray(lanes, j * SUMS);
    }
  }

  /// The same where two do.
  private static void projectHalves(
      float[] gradient, int at, float[] means, float[] columns, int from, float[] lanes) {
    FloatVector g0 = FloatVector.fromArray(LANES, gradient, at);
    FloatVector g1 = FloatVector.fromArray(LANES, gradient, at + STEP);
    FloatVector g2 = FloatVector.fromArray(LANES, gradient, at + 2 * STEP);
    FloatVector g3 = FloatVector.fromArray(LANES, gradient, at + 3 * STEP);
    FloatVector g4 = FloatVector.fromArray(LANES, gradient, at + 4 * STEP);
    FloatVector g5 = FloatVector.fromArray(LANES, gradient, at + 5 * STEP);
    FloatVector g6 = FloatVector.fromArray(LANES, gradient, at + 6 * STEP);
    FloatVector g7 = FloatVector.fromArray(LANES, gradient, at + 7 * STEP);
    for (int j = 0; j < means.length; j++) {
      float mean = means[j];
      int place = from + j * STRIP;
      FloatVector even = FloatVector.fromArray(LANES, lanes, j * SUMS);
      FloatVector odd = FloatVector.fromArray(LANES, lanes, j * SUMS + STEP);
      even = even.add(g0.mul(from(columns, place, mean)));
      odd = odd.add(g1.mul(from(columns, place + STEP, mean)));
      even = even.add(g2.mul(from(columns, place + 2 * STEP, mean)));
      odd = odd.add(g3.mul(from(columns, place + 3 * STEP, mean)));
      even = even.add(g4.mul(from(columns, place + 4 * STEP, mean)));
      odd = odd.add(g5.mul(from(columns, place + 5 * STEP, mean)));
      even = even.add(g6.mul(from(columns, place + 6 * STEP, mean)));
      odd = odd.add(g7.mul(from(columns, place + 7 * STEP, mean)));
      even.intoArray(lanes, j * SUMS);
      odd.intoArray(lanes, j * SUMS + STEP);
    }
  }

  private static FloatVector from(float[] column, int at, float mean) {
    return FloatVector.fromArray(LANES, column, at).sub(mean);
  }
}
