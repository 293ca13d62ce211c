package dev.plumb.kernel;

import dev.plumb.calculus.Calculus;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Shape;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Lowered formulas as a list of steps, in which equal formulas are one step.
///
/// A step is of a sample (one number) or of an element (one number for each class). A fold makes a
/// number of a sample out of elements, so that steps come in phases: phase d loops over the
/// elements and finishes the folds of depth d + 1, after which the sample steps that need them
/// follow.
///
/// @param inputs the names of the columns, in order
/// @param rows for each input whether it is a row
/// @param parameters the names of the parameters, in order
/// @param steps every step after those it needs
/// @param outputs the step of each output
/// @param rowOutputs for each output whether it fills a row for each sample
public record Program(
    List<String> inputs,
    List<Boolean> rows,
    List<String> parameters,
    List<Step> steps,
    List<Integer> outputs,
    List<Boolean> rowOutputs) {

  /// A step.
  ///
  /// @param operation the primitive; null for a number, an input or a parameter
  /// @param name of an input or a parameter, or null
  /// @param value of a number
  /// @param arguments the steps it needs
  /// @param shape what it is of: NUMBER a sample, ROW an element, PAIRS a pair of elements
  /// @param depth how many folds lie one inside another at most below it
  public record Step(
      String operation,
      String name,
      double value,
      List<Integer> arguments,
      Shape shape,
      int depth) {
    private Step at(int[] places) {
      List<Integer> moved = arguments.stream().map(a -> places[a]).toList();
      return new Step(operation, name, value, moved, shape, depth);
    }

    /// Whether this step is a fold that loops over the elements of its argument.
    public boolean isLoop() {
      return operation != null && LOOPS.contains(operation) && arguments.size() == 1;
    }

    /// Whether this step is a number written in the formula.
    public boolean isNumber() {
      return operation == null && name == null;
    }

    /// Whether this step is about the elements of a row: folds, picks, indices and pairs.
    public boolean isStructure() {
      return isLoop() || operation != null && STRUCTURE.contains(operation);
    }

    /// Whether this step is a fold over the second places of pairs.
    public boolean isAcross() {
      return "across".equals(operation) || "max_across".equals(operation);
    }

    /// Whether this step takes one element of a row by its index.
    public boolean isPick() {
      return "pick".equals(operation);
    }
  }

  /// The operations that make up the shapes of rows; every other works number by number.
  private static final Set<String> STRUCTURE =
      Set.of("length", "index", "pick", "sum", "argmax", "argmin", "other", "across", "max_across");

  private static final List<String> LOOPS =
      List.of("sum", "max", "min", "max_number", "min_number", "argmax", "argmin");

  /// The program of lowered formulas.
  ///
  /// @param rowOutputs for each formula whether it is wanted for every element, also when it is one
  ///   number
  public static Program of(
      List<String> inputs,
      List<String> parameters,
      Shapes shapes,
      List<Formula> outputs,
      List<Boolean> rowOutputs) {
    var builder = new Builder(shapes);
    List<Integer> steps = outputs.stream().map(builder::step).toList();
    return new Program(
        List.copyOf(inputs),
        inputs.stream().map(n -> shapes.isRow(new Name(n))).toList(),
        List.copyOf(parameters),
        builder.steps.list(),
        steps,
        List.copyOf(rowOutputs));
  }

  /// The program of a loss: its value, then its gradients, then its hessians, as many as asked.
  ///
  /// @param order 0 for the value, 1 with gradients, 2 with hessians
  public static Program of(Calculus calculus, int order) {
    Definition definition = calculus.definition();
    var rowOutputs = new ArrayList<Boolean>(List.of(false));
    for (int i = 0; i < order; i++) {
      definition.predictions().forEach(p -> rowOutputs.add(p.row()));
    }
    return of(
        Stream.concat(definition.predictions().stream(), definition.targets().stream())
            .map(Input::name)
            .toList(),
        definition.parameters().stream().map(Parameter::name).toList(),
        calculus.shapes(),
        calculus.lowered(order),
        rowOutputs);
  }

  /// The depth of the deepest step.
  public int depth() {
    return steps.stream().mapToInt(Step::depth).max().orElse(0);
  }

  /// Whether anything in it is about the elements of rows.
  boolean hasRows() {
    return rows.contains(true)
        || rowOutputs.contains(true)
        || steps.stream().anyMatch(s -> s.shape() != Shape.NUMBER);
  }

  /// Whether it compares the elements of a row in pairs.
  boolean hasPairs() {
    return steps.stream().anyMatch(s -> s.shape() == Shape.PAIRS);
  }

  /// Which steps the outputs `from` to `to - 1` need.
  boolean[] needed(int from, int to) {
    boolean[] needed = new boolean[steps.size()];
    outputs.subList(from, to).forEach(o -> needed[o] = true);
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (needed[i]) {
        steps.get(i).arguments().forEach(a -> needed[a] = true);
      }
    }
    return needed;
  }

  /// The same program without the steps that no output needs.
  Program compact() {
    boolean[] needed = needed(0, outputs.size());
    int[] places = new int[steps.size()];
    var kept = new ArrayList<Step>();
    for (int i = 0; i < places.length; i++) {
      places[i] = kept.size();
      if (needed[i]) {
        kept.add(steps.get(i).at(places));
      }
    }
    List<Integer> moved = outputs.stream().map(o -> places[o]).toList();
    return new Program(inputs, rows, parameters, List.copyOf(kept), moved, rowOutputs);
  }

  private static final class Builder {
    private final Shapes shapes;
    private final Steps steps = new Steps();
    private final Map<Formula, Integer> known = new HashMap<>();

    Builder(Shapes shapes) {
      this.shapes = shapes;
    }

    int step(Formula formula) {
      Integer place = known.get(formula);
      if (place == null) {
        place = steps.add(made(formula));
        known.put(formula, place);
      }
      return place;
    }

    private Step made(Formula formula) {
      return switch (formula) {
        case Number(double value) -> new Step(null, null, value, List.of(), Shape.NUMBER, 0);
        case Name(String text) -> new Step(null, text, 0, List.of(), shapes.of(formula), 0);
        case Apply apply -> applied(apply);
      };
    }

    private Step applied(Apply apply) {
      String name = apply.operation().name();
      if (name.equals("length") || name.equals("index")) {
        return new Step(name, null, 0, List.of(), apply.operation().gives(), 0);
      }
      List<Integer> arguments = apply.arguments().stream().map(this::step).toList();
      int depth = arguments.stream().mapToInt(a -> steps.get(a).depth()).max().orElse(0);
      var step = new Step(name, null, 0, arguments, shapes.of(apply), depth);
      return step.isLoop() ? new Step(name, null, 0, arguments, Shape.NUMBER, depth + 1) : step;
    }
  }
}
