package dev.plumb.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/// What [Turn] turns squares of lanes with: which lanes to take of two vectors, one after the
/// other, to merge them at a distance of 1, 2, 4 or 8. Constants, which the machine keeps in
/// registers. Distances that the lanes of this machine do not have are never asked for.
final class Shuffles {
  static final FloatVector UPPER_FLOAT_1 = floats(0, 1);
  static final FloatVector UPPER_FLOAT_2 = floats(0, 2);
  static final FloatVector UPPER_FLOAT_4 = floats(0, 4);
  static final FloatVector UPPER_FLOAT_8 = floats(0, 8);
  static final FloatVector LOWER_FLOAT_1 = floats(1, 1);
  static final FloatVector LOWER_FLOAT_2 = floats(1, 2);
  static final FloatVector LOWER_FLOAT_4 = floats(1, 4);
  static final FloatVector LOWER_FLOAT_8 = floats(1, 8);
  static final DoubleVector UPPER_DOUBLE_1 = doubles(0, 1);
  static final DoubleVector UPPER_DOUBLE_2 = doubles(0, 2);
  static final DoubleVector UPPER_DOUBLE_4 = doubles(0, 4);
  static final DoubleVector LOWER_DOUBLE_1 = doubles(1, 1);
  static final DoubleVector LOWER_DOUBLE_2 = doubles(1, 2);
  static final DoubleVector LOWER_DOUBLE_4 = doubles(1, 4);

  private Shuffles() {}

  /// Of two rows of a square, the upper one as it becomes (0) or the lower one (1): lane k has the
  /// bit of the distance where it comes from the lower row.
  private static double[] lanes(int row, int distance, int length) {
    double[] lanes = new double[length];
    for (int k = 0; k < length; k++) {
      boolean second = (k & distance) != 0;
      lanes[k] = ((k & -distance - 1) + row * distance + (second ? length : 0)) % (2 * length);
    }
    return lanes;
  }

  private static DoubleVector doubles(int row, int distance) {
    int length = DoubleVector.SPECIES_PREFERRED.length();
    return DoubleVector.fromArray(DoubleVector.SPECIES_PREFERRED, lanes(row, distance, length), 0);
  }

  private static FloatVector floats(int row, int distance) {
    int length = FloatVector.SPECIES_PREFERRED.length();
    double[] lanes = lanes(row, distance, length);
    float[] floats = new float[length];
    for (int k = 0; k < length; k++) {
      floats[k] = (float) lanes[k];
    }
    return FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, floats, 0);
  }
}
