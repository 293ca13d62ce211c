package dev.plumb.exact;

import dev.plumb.exact.Instruction.Apply;
import dev.plumb.exact.Instruction.Argument;
import dev.plumb.exact.Instruction.Constant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the instructions of a function; an instruction that is there already is not added
/// again.
final class Builder {
  private final Map<Instruction, Integer> places = new LinkedHashMap<>();
  private final List<Primitive.Kind> kinds = new ArrayList<>();

  int constant(double value) {
    return add(new Constant(value), Primitive.Kind.NUMBER);
  }

  int argument(int index) {
    return add(new Argument(index), Primitive.Kind.NUMBER);
  }

  /// The result of a primitive.
  ///
  /// @throws IllegalArgumentException where a mask stands for a number or the other way round
  int apply(Primitive primitive, Integer... operands) {
    for (int i = 0; i < operands.length; i++) {
      if (kinds.get(operands[i]) != primitive.operands().get(i)) {
        throw new IllegalArgumentException(
            primitive.operands().get(i) == Primitive.Kind.MASK
                ? "expected a condition, found a number"
                : "expected a number, found a condition");
      }
    }
    return add(new Apply(primitive, List.of(operands)), primitive.result());
  }

  /// The negation, which of a constant is a constant.
  int negated(int operand) {
    return instructions().get(operand) instanceof Constant(double value)
        ? constant(-value)
        : apply(Primitive.NEGATE, operand);
  }

  /// The result of a whole function.
  int call(Function function, List<Integer> arguments) {
    var mapped = new ArrayList<Integer>();
    for (Instruction instruction : function.instructions()) {
      mapped.add(
          switch (instruction) {
            case Constant(double value) -> constant(value);
            case Argument(int index) -> arguments.get(index);
            case Apply(var primitive, var operands) ->
                apply(primitive, operands.stream().map(mapped::get).toArray(Integer[]::new));
          });
    }
    return mapped.get(function.result());
  }

  boolean isMask(int place) {
    return kinds.get(place) == Primitive.Kind.MASK;
  }

  List<Instruction> instructions() {
    return List.copyOf(places.keySet());
  }

  private int add(Instruction instruction, Primitive.Kind kind) {
    Integer known = places.putIfAbsent(instruction, kinds.size());
    if (known == null) {
      kinds.add(kind);
    }
    return known == null ? kinds.size() - 1 : known;
  }
}
