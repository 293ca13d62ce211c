package dev.plumb.kernel;

import dev.plumb.exact.Function;
import dev.plumb.exact.Functions;
import dev.plumb.exact.Instruction;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// From a program of operations to a program of exact ones: those of [dev.plumb.exact.Primitive],
/// which IEEE 754 rounds the same way everywhere, and the structure of rows (folds, picks, pairs).
///
/// - An elementary function becomes its own steps, shared with every other call.
/// - A condition becomes a mask. In the language a condition on NaN is NaN, and a mask is false
///   there, so a choice is guarded for NaN, unless both of its branches are NaN then anyway.
/// - `max`, `min` and `sign` become comparisons and choices: the first argument wins a tie.
/// - No guard is put where the outputs that need the choice are NaN anyway; there the largest and
///   the smallest of a row pass NaN over, too ([Hidden]).
final class Expand {
  private static final Set<String> EXACT =
      Set.of("add", "subtract", "multiply", "divide", "negate", "abs", "sqrt");
  private static final Set<String> NEVER_NAN =
      Set.of("length", "index", "argmax", "argmin", "max_number", "min_number");

  private final Program program;
  private final Precision precision;
  private final Steps steps = new Steps();
  private final Shorten exact = new Shorten(steps);
  private final Strict strict = new Strict(steps);
  private final Signs signs = new Signs(steps);
  private final Beside beside;
  private final Hidden hidden = new Hidden(steps, strict);

  /// The steps whose NaN may be hidden.
  private final Set<Integer> hideable = new HashSet<>();

  /// Where they are in the program that is expanded.
  private final Set<Integer> candidates;

  private final Map<Integer, Integer> numbers = new HashMap<>();

  /// A condition: where it holds, the numbers whose NaN makes it NaN, and of them those whose NaN
  /// makes the mask false, or true, for certain.
  private record Truth(
      int mask, Set<Integer> operands, Set<Integer> falseOnNan, Set<Integer> trueOnNan) {
    Truth(int mask, Set<Integer> operands) {
      this(mask, operands, operands, Set.of());
    }
  }

  private Expand(Program program, Precision precision, Set<Integer> candidates) {
    this.program = program;
    this.precision = precision;
    this.candidates = candidates;
    beside = Beside.of(program);
  }

  /// The same program in exact steps of a precision.
  static Program of(Program program, Precision precision) {
    Set<Integer> candidates = candidates(program);
    while (true) {
      var expand = new Expand(program, precision, candidates);
      Program expanded = expand.expanded();
      Set<Integer> lost = expand.hidden.lost(expanded);
      if (lost.isEmpty()) {
        return expanded.compact();
      }
      candidates.removeIf(place -> lost.contains(expand.root(place)));
    }
  }

  /// What may be NaN and is often asked: inputs, and rows whose largest or smallest is wanted.
  private static Set<Integer> candidates(Program program) {
    var candidates = new HashSet<Integer>();
    for (int place = 0; place < program.steps().size(); place++) {
      Step step = program.steps().get(place);
      if (step.name() != null && program.inputs().contains(step.name())) {
        candidates.add(place);
      } else if (isExtreme(step)) {
        candidates.add(step.arguments().getFirst());
      }
    }
    return candidates;
  }

  private static boolean isExtreme(Step step) {
    return step.isLoop() && ("max".equals(step.operation()) || "min".equals(step.operation()));
  }

  private Program expanded() {
    List<Integer> outputs = program.outputs().stream().map(this::number).toList();
    return new Program(
        program.inputs(),
        program.rows(),
        program.parameters(),
        steps.list(),
        outputs,
        program.rowOutputs());
  }

  private int root(int old) {
    return strict.root(number(old));
  }

  private int number(int old) {
    Integer known = numbers.get(old);
    if (known == null) {
      known = made(old);
      numbers.put(old, known);
      if (candidates.contains(old)) {
        hideable.add(strict.root(known));
      }
    }
    return known;
  }

  private int made(int place) {
    Step step = program.steps().get(place);
    if (step.operation() == null) {
      return steps.add(step);
    }
    if (isCondition(step)) {
      Truth truth = truth(step);
      return choice(truth, steps.number(1), steps.number(0));
    }
    List<Integer> old = step.arguments();
    return switch (step.operation()) {
      case "if" -> choice(truth(old.get(0)), number(old.get(1)), number(old.get(2)));
      case "max", "min" -> step.isLoop() ? extreme(step) : larger(step);
      case "sum" -> sum(step, number(old.getFirst()));
      case "sign" -> sign(number(old.getFirst()));
      default ->
          EXACT.contains(step.operation())
              ? exact.apply(step.operation(), numbers(old))
              : step.isStructure() ? kept(step) : function(place, step);
    };
  }

  private int[] numbers(List<Integer> old) {
    return old.stream().mapToInt(this::number).toArray();
  }

  /// The same operation on the new arguments.
  private int kept(Step step) {
    return kept(step.operation(), step);
  }

  private int extreme(Step step) {
    int row = step.arguments().getFirst();
    if (!candidates.contains(row)) {
      return kept(step);
    }
    int extreme = kept(step.operation() + "_number", step);
    hidden.add(extreme, root(row));
    return extreme;
  }

  private int kept(String operation, Step step) {
    List<Integer> arguments = step.arguments().stream().map(this::number).toList();
    int depth = arguments.stream().mapToInt(a -> steps.get(a).depth()).max().orElse(0);
    return steps.add(
        new Step(operation, null, 0, arguments, step.shape(), step.isLoop() ? depth + 1 : depth));
  }

  /// The sum of a row. What makes each of its elements NaN makes the sum NaN, once.
  private int sum(Step step, int row) {
    Step guard = steps.get(row);
    boolean isGuard =
        "select".equals(guard.operation())
            && steps.get(guard.arguments().get(2)).shape() == Shape.NUMBER
            && isNotNan(guard.arguments().get(0), guard.arguments().get(2));
    if (!isGuard) {
      return fold(step, row);
    }
    int sum = sum(step, guard.arguments().get(1));
    return guarded(sum, Set.of(guard.arguments().get(2)));
  }

  /// Whether a mask is where a step is not NaN.
  private boolean isNotNan(int mask, int place) {
    return "equal".equals(steps.get(mask).operation())
        && steps.get(mask).arguments().equals(List.of(place, place));
  }

  private int fold(Step step, int row) {
    return steps.add(
        new Step(
            step.operation(), null, 0, List.of(row), step.shape(), steps.get(row).depth() + 1));
  }

  private int function(int place, Step step) {
    int[] arguments = numbers(step.arguments());
    String name = variant(place, step, arguments[0]);
    Function function =
        Functions.of(name, precision)
            .orElseThrow(() -> new IllegalArgumentException(name + " has no exact form"));
    int result = inlined(function, arguments);
    // A power with exponent 0 is 1 for any base, also NaN.
    if (!step.operation().equals("power")) {
      strict.in(result, arguments);
    }
    return result;
  }

  /// The function of a step, or the one that takes fewer steps to the same bits there.
  private String variant(int place, Step step, int argument) {
    return switch (step.operation()) {
      case "exp" -> signs.isNeverPositive(argument) ? "exp_below" : "exp";
      case "expm1" ->
          beside.isBeside(place, step.arguments().getFirst()) ? "expm1_beside_0" : "expm1";
      default -> step.operation();
    };
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
                exact.apply(
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
      int second = max ? exact.apply("less", a, b) : exact.apply("less", b, a);
      return choice(new Truth(second, Set.of(a)), b, a);
    }
    int first = max ? exact.apply("less_equal", b, a) : exact.apply("less_equal", a, b);
    return choice(new Truth(first, Set.of(a)), a, b);
  }

  private int sign(int a) {
    int notZero = exact.apply("less", steps.number(0), exact.apply("abs", a));
    int sign = exact.apply("select", notZero, exact.apply("copy_sign", steps.number(1), a), a);
    strict.in(sign, a);
    return sign;
  }

  /// A choice, NaN where the condition is. An operand needs no guard if its NaN leads to a branch
  /// that is NaN then.
  private int choice(Truth truth, int a, int b) {
    var silent = new LinkedHashSet<>(truth.operands());
    silent.removeIf(operand -> {
      int root = strict.root(operand);
      return truth.falseOnNan().contains(operand) && strict.follows(b, root)
          || truth.trueOnNan().contains(operand) && strict.follows(a, root);
    });
    var hiding = new LinkedHashSet<>(silent);
    hiding.removeIf(operand -> !hideable.contains(strict.root(operand)));
    silent.removeAll(hiding);
    int choice = guarded(exact.apply("select", truth.mask(), a, b), silent);
    for (int operand : truth.operands()) {
      if (hiding.contains(operand)) {
        hidden.add(choice, strict.root(operand));
      } else {
        strict.in(choice, strict.root(operand));
      }
    }
    return choice;
  }

  /// The value, but NaN where one of the operands is NaN. An operand needs no guard of its own
  /// beside one that is NaN then: an element beside the largest of its row.
  private int guarded(int value, Set<Integer> operands) {
    int guarded = value;
    for (int operand : operands) {
      int root = strict.root(operand);
      boolean covered =
          operands.stream()
              .map(strict::root)
              .anyMatch(o -> o != root && !neverNan(o) && strict.follows(o, root));
      if (!covered && !neverNan(root) && !strict.follows(guarded, root)) {
        int inner = guarded;
        guarded = exact.apply("select", exact.apply("equal", root, root), inner, root);
        strict.in(guarded, root);
        strict.in(guarded, inner);
      }
    }
    return guarded;
  }

  private boolean neverNan(int place) {
    Step step = steps.get(place);
    return switch (step.operation()) {
      case null ->
          step.isNumber()
              ? !Double.isNaN(step.value())
              : program.parameters().contains(step.name());
      case "negate", "abs" -> neverNan(step.arguments().getFirst());
      default -> NEVER_NAN.contains(step.operation());
    };
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
    int zero = exact.apply("equal", value, steps.number(0));
    return not(new Truth(zero, Set.of(value)));
  }

  private Truth truth(Step step) {
    return switch (step.operation()) {
      case "less" -> compared("less", step, 0, 1);
      case "less_equal" -> isAnyNumber(step) ? any(step) : compared("less_equal", step, 0, 1);
      case "greater" -> compared("less", step, 1, 0);
      case "greater_equal" -> compared("less_equal", step, 1, 0);
      case "equal" -> compared("equal", step, 0, 1);
      case "not_equal" -> not(compared("equal", step, 0, 1));
      case "onehot" -> {
        int place = number(step.arguments().getFirst());
        int index = steps.add(new Step("index", null, 0, List.of(), Shape.ROW, 0));
        yield new Truth(exact.apply("equal", index, place), Set.of(place));
      }
      case "not" -> not(truth(step.arguments().getFirst()));
      default -> both(step, step.operation().equals("and"));
    };
  }

  private Truth both(Step step, boolean and) {
    Truth a = truth(step.arguments().get(0));
    Truth b = truth(step.arguments().get(1));
    return new Truth(
        exact.apply(step.operation(), a.mask(), b.mask()),
        joined(a.operands(), b.operands(), true),
        joined(a.falseOnNan(), b.falseOnNan(), and),
        joined(a.trueOnNan(), b.trueOnNan(), !and));
  }

  private static Set<Integer> joined(Set<Integer> a, Set<Integer> b, boolean either) {
    Set<Integer> joined = new LinkedHashSet<>(a);
    if (either) {
      joined.addAll(b);
    } else {
      joined.retainAll(b);
    }
    return joined;
  }

  private Truth compared(String comparison, Step step, int left, int right) {
    int a = number(step.arguments().get(left));
    int b = number(step.arguments().get(right));
    return new Truth(exact.apply(comparison, a, b), new LinkedHashSet<>(List.of(a, b)));
  }

  /// Whether a condition is `a <= inf`, which holds wherever a is not NaN.
  private boolean isAnyNumber(Step step) {
    Step bound = program.steps().get(step.arguments().get(1));
    return bound.isNumber() && bound.value() == Double.POSITIVE_INFINITY;
  }

  /// Such a condition; its mask is always true where NaN may be hidden.
  private Truth any(Step step) {
    int a = number(step.arguments().getFirst());
    if (!hideable.contains(strict.root(a))) {
      return compared("less_equal", step, 0, 1);
    }
    int zero = steps.number(0);
    return new Truth(exact.apply("equal", zero, zero), Set.of(a), Set.of(), Set.of());
  }

  private Truth not(Truth truth) {
    return new Truth(
        exact.apply("not", truth.mask()), truth.operands(), truth.trueOnNan(), truth.falseOnNan());
  }
}
