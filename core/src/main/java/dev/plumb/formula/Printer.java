package dev.plumb.formula;

import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.stream.Collectors;

/// A formula as text that reads back as the same formula.
public final class Printer {
  private Printer() {}

  /// The text of a formula.
  public static String text(Formula formula) {
    return at(formula, Syntax.CONDITION);
  }

  /// The text, in parentheses when it binds less tightly than its place asks for.
  private static String at(Formula formula, int level) {
    String text = written(formula);
    return level(formula) < level ? "(" + text + ")" : text;
  }

  private static String written(Formula formula) {
    return switch (formula) {
      case Number(double value) -> Numbers.text(value);
      case Name(String text) -> text;
      case Apply apply -> written(apply);
    };
  }

  private static String written(Apply apply) {
    Operation operation = apply.operation();
    if (operation == Operation.IF) {
      return "if %s then %s else %s"
          .formatted(
              at(apply.argument(0), Syntax.OR),
              at(apply.argument(1), Syntax.CONDITION),
              at(apply.argument(2), Syntax.CONDITION));
    }
    if (operation == Operation.NEGATE) {
      return "-" + at(apply.argument(0), Syntax.SIGN);
    }
    if (operation == Syntax.NOT_OPERATION) {
      return "not " + at(apply.argument(0), Syntax.NOT);
    }
    if (operation == Operation.PICK) {
      return at(apply.argument(0), Syntax.INDEX) + "[" + text(apply.argument(1)) + "]";
    }
    return Syntax.of(operation).map(infix -> infix(apply, infix)).orElseGet(() -> call(apply));
  }

  private static String infix(Apply apply, Syntax.Infix infix) {
    if (infix.level() == Syntax.POWER) {
      return at(apply.argument(0), Syntax.INDEX) + "^" + at(apply.argument(1), Syntax.SIGN);
    }
    int left = infix.level() == Syntax.COMPARISON ? Syntax.SUM : infix.level();
    return at(apply.argument(0), left)
        + " "
        + infix.sign()
        + " "
        + at(apply.argument(1), infix.level() + 1);
  }

  private static String call(Apply apply) {
    return apply.arguments().stream()
        .map(Printer::text)
        .collect(Collectors.joining(", ", apply.operation().name() + "(", ")"));
  }

  private static int level(Formula formula) {
    if (!(formula instanceof Apply(var operation, _))) {
      return formula instanceof Number(double v) && v < 0 ? Syntax.SIGN : Syntax.ATOM;
    }
    if (operation == Operation.IF) {
      return Syntax.CONDITION;
    }
    if (operation == Operation.NEGATE) {
      return Syntax.SIGN;
    }
    if (operation == Syntax.NOT_OPERATION) {
      return Syntax.NOT;
    }
    if (operation == Operation.PICK) {
      return Syntax.INDEX;
    }
    return Syntax.of(operation).map(Syntax.Infix::level).orElse(Syntax.ATOM);
  }
}
