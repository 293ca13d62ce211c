package dev.plumb.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How operations are written: the signs between their arguments and how tightly they bind. The
/// parser and the printer both read this.
final class Syntax {
  /// A sign between two arguments.
  ///
  /// @param level how tightly it binds; higher binds tighter
  record Infix(String sign, Operation operation, int level) {}

  static final int CONDITION = 0;
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int COMPARISON = 4;
  static final int SUM = 5;
  static final int PRODUCT = 6;
  static final int SIGN = 7;
  static final int POWER = 8;
  static final int INDEX = 9;
  static final int ATOM = 10;

  static final List<Infix> INFIX =
      List.of(
          infix("or", "or", OR),
          infix("and", "and", AND),
          infix("<", "less", COMPARISON),
          infix("<=", "less_equal", COMPARISON),
          infix(">", "greater", COMPARISON),
          infix(">=", "greater_equal", COMPARISON),
          infix("==", "equal", COMPARISON),
          infix("!=", "not_equal", COMPARISON),
          infix("+", "add", SUM),
          infix("-", "subtract", SUM),
          infix("*", "multiply", PRODUCT),
          infix("/", "divide", PRODUCT),
          infix("^", "power", POWER));

  static final Operation NOT_OPERATION = Operation.named("not", 1);

  /// Words that cannot be names.
  static final Set<String> RESERVED =
      Set.of(
          "common",
          "if",
          "then",
          "else",
          "and",
          "or",
          "not",
          "where",
          "in",
          "loss",
          "response",
          "estimates",
          "also",
          "example",
          "source",
          "inf");

  /// Operations that are written by signs or words, not by their names.
  static final Set<String> UNNAMED =
      Set.of(
          "add",
          "subtract",
          "multiply",
          "divide",
          "negate",
          "power",
          "less",
          "less_equal",
          "greater",
          "greater_equal",
          "equal",
          "not_equal",
          "and",
          "or",
          "not",
          "if",
          "pick");

  private static final Map<Operation, Infix> BY_OPERATION =
      INFIX.stream().collect(java.util.stream.Collectors.toMap(Infix::operation, i -> i));

  private Syntax() {}

  static Optional<Infix> of(Operation operation) {
    return Optional.ofNullable(BY_OPERATION.get(operation));
  }

  /// The infix operation of a sign at one of the levels.
  static Optional<Infix> at(String sign, int level) {
    return INFIX.stream().filter(i -> i.level() == level && i.sign().equals(sign)).findFirst();
  }

  private static Infix infix(String sign, String operation, int level) {
    return new Infix(sign, Operation.named(operation, 2), level);
  }
}
