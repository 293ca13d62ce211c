package dev.plumb.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// What [Turn] turns squares of lanes with: shuffles that exchange lanes at a distance of 1, 2, 4
/// or 8, and masks that hold in the upper one of each two. Constants, which the machine keeps in
/// registers. Distances that the lanes of this machine do not have are never asked for.
final class Shuffles {
  static final VectorShuffle<Float> FLOAT_1 = exchange(FloatVector.SPECIES_PREFERRED, 1);
  static final VectorShuffle<Float> FLOAT_2 = exchange(FloatVector.SPECIES_PREFERRED, 2);
  static final VectorShuffle<Float> FLOAT_4 = exchange(FloatVector.SPECIES_PREFERRED, 4);
  static final VectorShuffle<Float> FLOAT_8 = exchange(FloatVector.SPECIES_PREFERRED, 8);
  static final VectorShuffle<Double> DOUBLE_1 = exchange(DoubleVector.SPECIES_PREFERRED, 1);
  static final VectorShuffle<Double> DOUBLE_2 = exchange(DoubleVector.SPECIES_PREFERRED, 2);
  static final VectorShuffle<Double> DOUBLE_4 = exchange(DoubleVector.SPECIES_PREFERRED, 4);

  static final VectorMask<Float> UPPER_FLOAT_1 = upper(FloatVector.SPECIES_PREFERRED, 1);
  static final VectorMask<Float> UPPER_FLOAT_2 = upper(FloatVector.SPECIES_PREFERRED, 2);
  static final VectorMask<Float> UPPER_FLOAT_4 = upper(FloatVector.SPECIES_PREFERRED, 4);
  static final VectorMask<Float> UPPER_FLOAT_8 = upper(FloatVector.SPECIES_PREFERRED, 8);
  static final VectorMask<Double> UPPER_DOUBLE_1 = upper(DoubleVector.SPECIES_PREFERRED, 1);
  static final VectorMask<Double> UPPER_DOUBLE_2 = upper(DoubleVector.SPECIES_PREFERRED, 2);
  static final VectorMask<Double> UPPER_DOUBLE_4 = upper(DoubleVector.SPECIES_PREFERRED, 4);

  private Shuffles() {}

  private static <E> VectorShuffle<E> exchange(VectorSpecies<E> species, int distance) {
    return species.shuffleFromOp(lane -> (lane ^ distance) % species.length());
  }

  private static <E> VectorMask<E> upper(VectorSpecies<E> species, int distance) {
    boolean[] upper = new boolean[species.length()];
    for (int lane = 0; lane < upper.length; lane++) {
      upper[lane] = (lane & distance) != 0;
    }
    return VectorMask.fromArray(species, upper, 0);
  }
}
