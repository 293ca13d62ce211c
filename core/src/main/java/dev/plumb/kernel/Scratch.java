package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import java.util.Arrays;

/// Arrays that a thread computes with, kept from call to call.
final class Scratch {
  private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

  Object[] arrays = new Object[0];
  int[] offsets = new int[0];

  /// For each column whether kernels use it as it is.
  boolean[] direct = new boolean[0];

  private float[] floatWork = new float[0];
  private double[] doubleWork = new double[0];
  private float[][] floatCopies = new float[0][];
  private double[][] doubleCopies = new double[0][];

  private Scratch() {}

  static Scratch ofThread() {
    return OF_THREAD.get();
  }

  /// Makes room for so many columns.
  void columns(int count) {
    if (arrays.length < count) {
      arrays = new Object[count];
      offsets = new int[count];
      direct = new boolean[count];
      floatCopies = Arrays.copyOf(floatCopies, count);
      doubleCopies = Arrays.copyOf(doubleCopies, count);
    }
  }

  /// Lets go of the caller's arrays.
  void end(int count) {
    Arrays.fill(arrays, 0, count, null);
  }

  /// A workspace of at least this size; what it holds stays when it grows.
  Object work(Precision precision, int size) {
    if (precision == Precision.FLOAT) {
      if (floatWork.length < size) {
        floatWork = Arrays.copyOf(floatWork, size);
      }
      return floatWork;
    }
    if (doubleWork.length < size) {
      doubleWork = Arrays.copyOf(doubleWork, size);
    }
    return doubleWork;
  }

  /// An array of at least this size for a column that a kernel cannot use as it is.
  Object copy(int column, Precision precision, int size) {
    if (precision == Precision.FLOAT) {
      if (floatCopies[column] == null || floatCopies[column].length < size) {
        floatCopies[column] = new float[size];
      }
      return floatCopies[column];
    }
    if (doubleCopies[column] == null || doubleCopies[column].length < size) {
      doubleCopies[column] = new double[size];
    }
    return doubleCopies[column];
  }
}
