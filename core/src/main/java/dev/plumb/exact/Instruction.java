package dev.plumb.exact;

import java.util.List;

/// One step of a function.
public sealed interface Instruction {

  /// A number. In a function of floats it is exactly a float.
  record Constant(double value) implements Instruction {
    // Records compare doubles by their bits: 0.0 and −0.0 are two constants, NaN is one.
  }

  /// An argument of the function, from 0.
  record Argument(int index) implements Instruction {}

  /// A primitive applied to the results of earlier instructions, which are named by their places.
  record Apply(Primitive primitive, List<Integer> operands) implements Instruction {
    public Apply {
      operands = List.copyOf(operands);
    }
  }
}
