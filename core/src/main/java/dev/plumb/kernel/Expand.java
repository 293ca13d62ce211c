package dev.plumb.kernel;

import dev.plumb.exact.Function;
import dev.plumb.exact.Functions;
import dev.plumb.exact.Instruction;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From a program of operations to a program of exact ones: those of [dev.plumb.exact.Primitive],
/// which IEEE 754 rounds the same way everywhere, and the structure of rows (folds, picks, pairs).
///
/// - An elementary function becomes its own steps, shared with every other call.
/// - A condition becomes a mask. In the language a condition on NaN is NaN, and a mask is false
///   there, so a choice is guarded for NaN, unless both of its branches are NaN then anyway.
/// - `max`, `min` and `sign` become comparisons and choices: the first argument wins a tie.
///
/// A function that has no exact form stays an operation; only the plain twin can run it.
final class Expand {
  private static final Set<String> EXACT =
      Set.of("add", "subtract", "multiply", "divide", "negate", "abs", "sqrt");
  private static final Set<String> NEVER_NAN = Set.of("length", "index");

  private final Program program;
  private final Precision precision;
  private final Steps steps = new Steps();
  private final Strict strict = new Strict(steps);
  private final Map<Integer, Integer> numbers = new HashMap<>();

  /// A condition: where it holds, and the numbers whose NaN makes it NaN.
  private record Truth(int mask, Set<Integer> operands) {}

  private Expand(Program program, Precision precision) {
    this.program = program;
    this.precision = precision;
  }

  /// The same program in exact steps of a precision.
  static Program of(Program program, Precision precision) {
    var expand = new Expand(program, precision);
    List<Integer> outputs = program.outputs().stream().map(expand::number).toList();
    return new Program(
            program.inputs(),
            program.rows(),
            program.parameters(),
            expand.steps.list(),
            outputs,
            program.rowOutputs())
        .compact();
  }

  private int number(int old) {
    Integer known = numbers.get(old);
    if (known == null) {
      known = made(program.steps().get(old));
      numbers.put(old, known);
    }
    return known;
  }

  private int made(Step step) {
    if (step.operation() == null) {
      return steps.add(step);
    }
    if (isCondition(step)) {
      Truth truth = truth(step);
      return guarded(
          steps.apply("select", truth.mask(), steps.number(1), steps.number(0)), truth.operands());
    }
    List<Integer> old = step.arguments();
    return switch (step.operation()) {
      case "if" -> choice(truth(old.get(0)), number(old.get(1)), number(old.get(2)));
      case "max", "min" -> step.isLoop() ? kept(step) : larger(step);
      case "sign" -> sign(number(old.getFirst()));
      default ->
          EXACT.contains(step.operation()) || step.isStructure() ? kept(step) : function(step);
    };
  }

  /// The same operation on the new arguments.
  private int kept(Step step) {
    List<Integer> arguments = step.arguments().stream().map(this::number).toList();
    int depth = arguments.stream().mapToInt(a -> steps.get(a).depth()).max().orElse(0);
    return steps.add(
        new Step(
            step.operation(), null, 0, arguments, step.shape(), step.isLoop() ? depth + 1 : depth));
  }

  private int function(Step step) {
    int[] arguments = step.arguments().stream().mapToInt(this::number).toArray();
    Optional<Function> function = Functions.of(step.operation(), precision);
    int result =
        function.isPresent()
            ? inlined(function.get(), arguments)
            : steps.apply(step.operation(), arguments);
    // A power with exponent 0 is 1 for any base, also NaN.
    if (!step.operation().equals("power")) {
      strict.in(result, arguments);
    }
    return result;
  }

  private int inlined(Function function, int[] arguments) {
    List<Instruction> instructions = function.instructions();
    int[] places = new int[instructions.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] =
          switch (instructions.get(i)) {
            case Instruction.Constant(double value) -> steps.number(value);
            case Instruction.Argument(int index) -> arguments[index];
            case Instruction.Apply(var primitive, var operands) ->
                steps.apply(
                    primitive.name().toLowerCase(java.util.Locale.ROOT),
                    operands.stream().mapToInt(o -> places[o]).toArray());
          };
    }
    return places[function.result()];
  }

  // Choices

  private int larger(Step step) {
    int a = number(step.arguments().get(0));
    int b = number(step.arguments().get(1));
    boolean max = step.operation().equals("max");
    if (neverNan(b)) {
      int second = max ? steps.apply("less", a, b) : steps.apply("less", b, a);
      return steps.apply("select", second, b, a);
    }
    int first = max ? steps.apply("less_equal", b, a) : steps.apply("less_equal", a, b);
    return guarded(steps.apply("select", first, a, b), Set.of(a));
  }

  private int sign(int a) {
    int notZero = steps.apply("less", steps.number(0), steps.apply("abs", a));
    int sign = steps.apply("select", notZero, steps.apply("copy_sign", steps.number(1), a), a);
    strict.in(sign, a);
    return sign;
  }

  private int choice(Truth truth, int a, int b) {
    return guarded(steps.apply("select", truth.mask(), a, b), truth.operands());
  }

  /// The value, but NaN where one of the operands is NaN.
  private int guarded(int value, Set<Integer> operands) {
    int guarded = value;
    for (int operand : operands) {
      int root = strict.root(operand);
      if (!neverNan(root) && !strict.follows(guarded, root)) {
        int inner = guarded;
        guarded = steps.apply("select", steps.apply("equal", root, root), inner, root);
        strict.in(guarded, root);
        strict.like(guarded, inner);
      }
    }
    return guarded;
  }

  private boolean neverNan(int place) {
    Step step = steps.get(place);
    return step.operation() == null
        ? step.isNumber() ? !Double.isNaN(step.value()) : program.parameters().contains(step.name())
        : NEVER_NAN.contains(step.operation());
  }

  // Conditions

  private static boolean isCondition(Step step) {
    return switch (step.operation()) {
      case "less", "less_equal", "greater", "greater_equal", "equal", "not_equal" -> true;
      case "and", "or", "not", "onehot" -> true;
      case null, default -> false;
    };
  }

  private Truth truth(int old) {
    Step step = program.steps().get(old);
    if (isCondition(step)) {
      return truth(step);
    }
    int value = number(old);
    int zero = steps.apply("equal", value, steps.number(0));
    return new Truth(steps.apply("not", zero), Set.of(value));
  }

  private Truth truth(Step step) {
    return switch (step.operation()) {
      case "less" -> compared("less", step, 0, 1);
      case "less_equal" -> compared("less_equal", step, 0, 1);
      case "greater" -> compared("less", step, 1, 0);
      case "greater_equal" -> compared("less_equal", step, 1, 0);
      case "equal" -> compared("equal", step, 0, 1);
      case "not_equal" -> not(compared("equal", step, 0, 1));
      case "onehot" -> {
        int place = number(step.arguments().getFirst());
        int index = steps.add(new Step("index", null, 0, List.of(), Shape.ROW, 0));
        yield new Truth(steps.apply("equal", index, place), Set.of(place));
      }
      case "not" -> not(truth(step.arguments().getFirst()));
      default -> {
        Truth a = truth(step.arguments().get(0));
        Truth b = truth(step.arguments().get(1));
        Set<Integer> operands = new LinkedHashSet<>(a.operands());
        operands.addAll(b.operands());
        yield new Truth(steps.apply(step.operation(), a.mask(), b.mask()), operands);
      }
    };
  }

  private Truth compared(String comparison, Step step, int left, int right) {
    int a = number(step.arguments().get(left));
    int b = number(step.arguments().get(right));
    return new Truth(steps.apply(comparison, a, b), new LinkedHashSet<>(List.of(a, b)));
  }

  private Truth not(Truth truth) {
    return new Truth(steps.apply("not", truth.mask()), truth.operands());
  }
}
