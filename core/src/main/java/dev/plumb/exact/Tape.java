package dev.plumb.exact;

import dev.plumb.exact.Instruction.Apply;
import dev.plumb.exact.Instruction.Argument;
import java.util.ArrayList;
import java.util.List;

/// The instructions of a function, unpacked for running.
///
/// @param arguments the place of each argument
record Tape(int[] arguments, Step[] steps) {

  /// A primitive, the place of its result and those of its operands; where it has fewer than three,
  /// the last ones are any.
  record Step(Primitive primitive, int to, int a, int b, int c) {}

  static Tape of(Function function) {
    var arguments = new int[function.arguments()];
    var steps = new ArrayList<Step>();
    List<Instruction> instructions = function.instructions();
    for (int i = 0; i < instructions.size(); i++) {
      switch (instructions.get(i)) {
        case Argument(int index) -> arguments[index] = i;
        case Apply(var primitive, var o) ->
            steps.add(
                new Step(primitive, i, o.getFirst(), o.get(o.size() > 1 ? 1 : 0), o.getLast()));
        case Instruction.Constant _ -> {}
      }
    }
    return new Tape(arguments, steps.toArray(Step[]::new));
  }
}
