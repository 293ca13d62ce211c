package dev.plumb.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// A formula of the language: a number, a name, or an operation applied to formulas.
///
/// Formulas are values: two with the same text are equal. What a name stands for (a number or a
/// row) is told by the [Definition] around it.
public sealed interface Formula {

  /// A number. The parser gives none below 0: `-2` is the negation of `2`.
  record Number(double value) implements Formula {}

  /// An input, a parameter, or an argument of an operation in its table.
  record Name(String text) implements Formula {}

  /// An operation applied to as many arguments as it takes.
  record Apply(Operation operation, List<Formula> arguments) implements Formula {
    public Apply {
      arguments = List.copyOf(arguments);
    }

    /// The argument at a place, from 0.
    public Formula argument(int index) {
      return arguments.get(index);
    }
  }

  /// A number, as `-2` is written: the negation of `2`.
  static Formula number(double value) {
    return value < 0 ? Operation.NEGATE.of(new Number(-value)) : new Number(value);
  }

  /// Whether this is an application of the operation.
  default boolean is(Operation operation) {
    return this instanceof Apply(var o, _) && o == operation;
  }

  /// Whether this is exactly this number.
  default boolean is(double value) {
    return this instanceof Number(double v) && v == value;
  }

  /// The formulas directly below this one.
  default List<Formula> children() {
    return this instanceof Apply(_, var arguments) ? arguments : List.of();
  }

  /// This formula and all below it.
  default Stream<Formula> all() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Formula::all));
  }

  /// The names in this formula.
  default Stream<String> names() {
    return all().filter(Name.class::isInstance).map(f -> ((Name) f).text()).distinct();
  }

  /// This formula with every child changed.
  default Formula map(Function<Formula, Formula> change) {
    if (!(this instanceof Apply(var operation, var arguments))) {
      return this;
    }
    List<Formula> changed = arguments.stream().map(change).toList();
    return changed.equals(arguments) ? this : new Apply(operation, changed);
  }

  /// This formula with names replaced.
  default Formula with(Map<String, Formula> values) {
    return new Object() {
      final Map<Formula, Formula> done = new HashMap<>();

      Formula in(Formula formula) {
        Formula known = done.get(formula);
        if (known == null) {
          known =
              formula instanceof Name(var text)
                  ? values.getOrDefault(text, formula)
                  : formula.map(this::in);
          done.put(formula, known);
        }
        return known;
      }
    }.in(this);
  }
}
