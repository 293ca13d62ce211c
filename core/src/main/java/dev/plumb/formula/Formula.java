package dev.plumb.formula;

import java.util.AbstractList;
import java.util.Arrays;
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
      arguments = Arguments.of(arguments);
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

  /// One bit for each operation in this formula (operations may share a bit): a formula without all
  /// bits of a pattern cannot match it.
  default long signature() {
    return this instanceof Apply(var operation, Arguments arguments)
        ? operation.bit() | arguments.signature
        : 0;
  }

  /// How many operations lie one inside another at most.
  default int depth() {
    return this instanceof Apply(_, Arguments arguments) ? 1 + arguments.depth : 0;
  }

  /// How many numbers, names and operations are written in this formula, equal parts counted each
  /// time; at most somewhat above 2^31.
  default long size() {
    return this instanceof Apply(_, Arguments arguments) ? 1 + arguments.size : 1;
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
    return switch (this) {
      case Number _ -> Stream.of();
      case Name(var text) -> Stream.of(text);
      case Apply(_, var arguments) -> ((Arguments) arguments).names().stream();
    };
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

  /// The arguments of an application: an immutable list that knows its hash, so that deep formulas
  /// are cheap keys.
  final class Arguments extends AbstractList<Formula> {
    private final Formula[] formulas;
    private final int hash;
    private final long signature;
    private final int depth;
    private final long size;
    private List<String> names;

    private Arguments(List<Formula> list) {
      this.formulas = list.toArray(Formula[]::new);
      this.hash = Arrays.hashCode(formulas);
      long signatures = 0;
      int deepest = 0;
      long sizes = 0;
      for (Formula formula : formulas) {
        signatures |= formula.signature();
        deepest = Math.max(deepest, formula.depth());
        sizes += formula.size();
      }
      this.signature = signatures;
      this.depth = deepest;
      this.size = Math.min(Integer.MAX_VALUE, sizes);
    }

    static List<Formula> of(List<Formula> list) {
      return list instanceof Arguments ? list : new Arguments(list);
    }

    /// Asked for by few, so collected when it is.
    private List<String> names() {
      if (names == null) {
        names = Arrays.stream(formulas).flatMap(Formula::names).distinct().toList();
      }
      return names;
    }

    @Override
    public Formula get(int index) {
      return formulas[index];
    }

    @Override
    public int size() {
      return formulas.length;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Arguments that
              && hash == that.hash
              && Arrays.equals(formulas, that.formulas);
    }
  }
}
