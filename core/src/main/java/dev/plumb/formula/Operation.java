package dev.plumb.formula;

import java.util.List;
import java.util.Optional;

/// An operation of the language: one row of `operations.table`.
///
/// The table gives its name, its arguments, its derivatives, its range, its plain meaning and the
/// form that keeps its digits, all as text of the language. An operation without a meaning is a
/// primitive, which each backend knows.
public final class Operation {
  public static final Operation ADD = named("add", 2);
  public static final Operation SUBTRACT = named("subtract", 2);
  public static final Operation MULTIPLY = named("multiply", 2);
  public static final Operation DIVIDE = named("divide", 2);
  public static final Operation NEGATE = named("negate", 1);
  public static final Operation POWER = named("power", 2);
  public static final Operation IF = named("if", 3);
  public static final Operation ABS = named("abs", 1);
  public static final Operation SQRT = named("sqrt", 1);
  public static final Operation SUM = named("sum", 1);
  public static final Operation PICK = named("pick", 2);
  public static final Operation LENGTH = named("length", 1);
  public static final Operation OTHER = named("other", 1);
  public static final Operation ACROSS = named("across", 1);
  public static final Operation WEIGH = named("weigh", 2);
  public static final Operation PART = named("part", 2);
  public static final Operation OUTGROWN = named("outgrown", 2);
  public static final Operation MEET = named("meet", 2);

  private final String name;
  private final List<String> arguments;
  private final Shape gives;
  private final List<String> derivatives;
  private final Optional<Domain.Interval> range;
  private final String meaning;
  private final String stable;

  Operation(
      String name,
      List<String> arguments,
      Shape gives,
      List<String> derivatives,
      Optional<Domain.Interval> range,
      String meaning,
      String stable) {
    this.name = name;
    this.arguments = arguments;
    this.gives = gives;
    this.derivatives = derivatives;
    this.range = range;
    this.meaning = meaning;
    this.stable = stable;
  }

  /// The operation of this name and number of arguments.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Operation named(String name, int arity) {
    return find(name, arity)
        .orElseThrow(() -> new IllegalArgumentException("no operation " + name + "/" + arity));
  }

  /// The operation of this name and number of arguments, if there is one.
  public static Optional<Operation> find(String name, int arity) {
    return OperationTable.find(name, arity);
  }

  /// Every operation, in the order of the table.
  public static List<Operation> all() {
    return OperationTable.all();
  }

  /// This operation applied.
  public Formula of(Formula... formulas) {
    if (formulas.length != arguments.size()) {
      throw new IllegalArgumentException(
          name + " takes " + arguments.size() + " arguments, not " + formulas.length);
    }
    return new Formula.Apply(this, List.of(formulas));
  }

  public String name() {
    return name;
  }

  /// The bit of this operation in a formula's signature; 0 for arithmetic, which patterns match in
  /// many forms.
  long bit() {
    return isArithmetic() ? 0 : 1L << (name.hashCode() & 63);
  }

  private boolean isArithmetic() {
    return Syntax.of(this).isPresent() || name.equals("negate");
  }

  /// The names of the arguments in the texts of the table.
  public List<String> arguments() {
    return arguments;
  }

  public int arity() {
    return arguments.size();
  }

  /// The shape that the argument at this place must have; NUMBER also for what spreads.
  public Shape takes(int argument) {
    return switch (arguments.get(argument)) {
      case "v" -> Shape.ROW;
      case "w" -> Shape.PAIRS;
      default -> Shape.NUMBER;
    };
  }

  /// Whether it works number by number and spreads over rows and pairs.
  public boolean spreads() {
    return takes(0) == Shape.NUMBER && gives == Shape.NUMBER;
  }

  /// Whether the first argument is a row and the result is a number.
  public boolean isFold() {
    return takes(0) == Shape.ROW && gives == Shape.NUMBER;
  }

  /// The shape of the result; for an operation that spreads, that of its arguments.
  public Shape gives() {
    return gives;
  }

  /// Whether every backend must know it, because it has no meaning in terms of others.
  public boolean isPrimitive() {
    return meaning.isEmpty();
  }

  /// The derivative by an argument, over the names of [#arguments].
  ///
  /// @throws IllegalStateException for a part of a stable form, which no formula that is derived
  ///   may hold
  public Formula derivative(int argument) {
    String text = derivatives.get(Math.min(argument, derivatives.size() - 1));
    if (text.equals(".")) {
      throw new IllegalStateException(name + " has no derivative: expand its meaning first");
    }
    return OperationTable.formula(this, text);
  }

  /// Whether the derivative is taken through the meaning.
  public boolean derivesByMeaning() {
    return derivatives.getFirst().equals(".");
  }

  /// An interval that holds every value.
  public Optional<Domain.Interval> range() {
    return range;
  }

  /// The plain mathematical form over the names of [#arguments]; empty for a primitive.
  public Optional<Formula> meaning() {
    return meaning.isEmpty()
        ? Optional.empty()
        : Optional.of(OperationTable.formula(this, meaning));
  }

  /// The form that keeps its digits, over the names of [#arguments]; empty for a primitive.
  public Optional<Formula> stable() {
    return stable.isEmpty() ? meaning() : Optional.of(OperationTable.formula(this, stable));
  }

  @Override
  public String toString() {
    return name;
  }
}
