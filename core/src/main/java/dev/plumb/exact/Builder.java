package dev.plumb.exact;

import dev.plumb.exact.Instruction.Apply;
import dev.plumb.exact.Instruction.Argument;
import dev.plumb.exact.Instruction.Constant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Collects the instructions of a function; an instruction that is there already is not added
/// again.
final class Builder {
  private final Precision precision;
  private final Map<Instruction, Integer> places = new HashMap<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Primitive.Kind> kinds = new ArrayList<>();

  Builder(Precision precision) {
    this.precision = precision;
  }

  int constant(double value) {
    return add(new Constant(value), Primitive.Kind.NUMBER);
  }

  int argument(int index) {
    return add(new Argument(index), Primitive.Kind.NUMBER);
  }

  /// The result of a primitive; `abs(-a)` is `abs(a)`, so that functions of a and of -a share it.
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
    if (primitive == Primitive.ABS
        && instructions.get(operands[0]) instanceof Apply(Primitive inner, var negated)
        && inner == Primitive.NEGATE) {
      return apply(Primitive.ABS, negated.getFirst());
    }
    OptionalDouble known = known(primitive, operands);
    return known.isPresent()
        ? constant(known.getAsDouble())
        : add(new Apply(primitive, List.of(operands)), primitive.result());
  }

  /// Sums, differences and negations of constants are constants: `magic() + 64`.
  private OptionalDouble known(Primitive primitive, Integer... operands) {
    if (!(instructions.get(operands[0]) instanceof Constant(double a))) {
      return OptionalDouble.empty();
    }
    if (primitive == Primitive.NEGATE) {
      return OptionalDouble.of(-a);
    }
    if (operands.length != 2 || !(instructions.get(operands[1]) instanceof Constant(double b))) {
      return OptionalDouble.empty();
    }
    return switch (primitive) {
      case ADD -> OptionalDouble.of(precision.rounded(a + b));
      case SUBTRACT -> OptionalDouble.of(precision.rounded(a - b));
      default -> OptionalDouble.empty();
    };
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

  /// The instructions that a result needs, which is the last of them.
  List<Instruction> leadingTo(int result) {
    var needed = new BitSet();
    needed.set(result);
    for (int i = result; i >= 0; i--) {
      if (needed.get(i) && instructions.get(i) instanceof Apply(_, var operands)) {
        operands.forEach(needed::set);
      }
    }
    int[] places = new int[result + 1];
    var kept = new ArrayList<Instruction>();
    for (int i = 0; i <= result; i++) {
      places[i] = kept.size();
      if (needed.get(i)) {
        kept.add(moved(instructions.get(i), places));
      }
    }
    return kept;
  }

  private static Instruction moved(Instruction instruction, int[] places) {
    return instruction instanceof Apply(var primitive, var operands)
        ? new Apply(primitive, operands.stream().map(o -> places[o]).toList())
        : instruction;
  }

  private int add(Instruction instruction, Primitive.Kind kind) {
    Integer known = places.putIfAbsent(instruction, instructions.size());
    if (known == null) {
      instructions.add(instruction);
      kinds.add(kind);
    }
    return known == null ? instructions.size() - 1 : known;
  }
}
