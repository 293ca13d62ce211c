package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers from a column of any kind to an array of a kernel's precision, and back.
final class Convert {
  private Convert() {}

  /// Whether a kernel of this precision can use the column as it is.
  static boolean fits(Object column, Precision precision) {
    return precision == Precision.FLOAT ? column instanceof float[] : column instanceof double[];
  }

  /// Copies numbers of a column to the start of an array.
  static void in(Object column, long from, Object array, int count) {
    if (column instanceof Segment(var memory, var precision)) {
      in(memory, precision, from, array, count);
      return;
    }
    int start = Math.toIntExact(from);
    if (array instanceof double[] doubles) {
      if (column instanceof double[] source) {
        System.arraycopy(source, start, doubles, 0, count);
      } else {
        widen((float[]) column, start, doubles, count);
      }
    } else if (column instanceof float[] source) {
      System.arraycopy(source, start, (float[]) array, 0, count);
    } else {
      narrow((double[]) column, start, (float[]) array, 0, count);
    }
  }

  private static void in(
      MemorySegment memory, Precision precision, long from, Object array, int count) {
    if (precision == Precision.FLOAT) {
      if (array instanceof float[] floats) {
        MemorySegment.copy(
            memory, ValueLayout.JAVA_FLOAT_UNALIGNED, from * Float.BYTES, floats, 0, count);
      } else {
        double[] doubles = (double[]) array;
        for (int i = 0; i < count; i++) {
          doubles[i] = memory.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, from + i);
        }
      }
    } else {
      MemorySegment.copy(
          memory,
          ValueLayout.JAVA_DOUBLE_UNALIGNED,
          from * Double.BYTES,
          (double[]) array,
          0,
          count);
    }
  }

  /// Copies numbers from the start of an array into a column.
  static void out(Object array, int count, Object column, long to) {
    if (column instanceof Segment(var memory, var precision)) {
      out(array, count, memory, precision, to);
    } else if (column instanceof float[] floats && array instanceof double[] doubles) {
      narrow(doubles, 0, floats, Math.toIntExact(to), count);
    } else {
      System.arraycopy(array, 0, column, Math.toIntExact(to), count);
    }
  }

  private static void out(
      Object array, int count, MemorySegment memory, Precision precision, long to) {
    if (array instanceof float[] floats) {
      MemorySegment.copy(
          floats, 0, memory, ValueLayout.JAVA_FLOAT_UNALIGNED, to * Float.BYTES, count);
    } else if (precision == Precision.DOUBLE) {
      MemorySegment.copy(
          (double[]) array, 0, memory, ValueLayout.JAVA_DOUBLE_UNALIGNED, to * Double.BYTES, count);
    } else {
      double[] doubles = (double[]) array;
      for (int i = 0; i < count; i++) {
        memory.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, to + i, (float) doubles[i]);
      }
    }
  }

  private static void widen(float[] from, int start, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = from[start + i];
    }
  }

  private static void narrow(double[] from, int start, float[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = (float) from[start + i];
    }
  }
}
