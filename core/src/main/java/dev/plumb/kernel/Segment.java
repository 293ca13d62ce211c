package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers in memory of any kind: on the heap, off it, or in a mapped file.
///
/// @param memory where they lie
/// @param precision whether they are floats or doubles, in the byte order of the machine
public record Segment(MemorySegment memory, Precision precision) {

  /// How many numbers there are.
  public long length() {
    return memory.byteSize() / (precision == Precision.FLOAT ? Float.BYTES : Double.BYTES);
  }

  /// One number.
  public double at(long index) {
    return precision == Precision.FLOAT
        ? memory.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, index)
        : memory.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, index);
  }
}
