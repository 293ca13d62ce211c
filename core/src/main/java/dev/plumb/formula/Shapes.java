package dev.plumb.formula;

import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which formulas are numbers, which are rows of numbers, and which are pairs of a row's elements.
///
/// A smaller shape meets a larger one by spreading over it. A fold makes a number of a row, a fold
/// across a row of pairs.
public final class Shapes {
  private final Set<String> rows;
  private final Map<Formula, Shape> known = new HashMap<>();

  /// @param rows the names that stand for rows
  public Shapes(Set<String> rows) {
    this.rows = Set.copyOf(rows);
  }

  /// One of the row inputs, always the same; all rows of a loss have one length.
  public Optional<Formula> anyRow() {
    return rows.stream().min(String::compareTo).map(Name::new);
  }

  /// The shape of a formula.
  public Shape of(Formula formula) {
    return switch (formula) {
      case Number _ -> Shape.NUMBER;
      case Name(String text) -> rows.contains(text) ? Shape.ROW : Shape.NUMBER;
      case Apply apply -> {
        Shape shape = known.get(apply);
        if (shape == null) {
          shape = applied(apply);
          known.put(apply, shape);
        }
        yield shape;
      }
    };
  }

  private Shape applied(Apply apply) {
    return apply.operation().spreads()
        ? apply.arguments().stream().map(this::of).reduce(Shape.NUMBER, Shape::spread)
        : apply.operation().gives();
  }

  /// Whether the formula is a row of numbers.
  public boolean isRow(Formula formula) {
    return of(formula) == Shape.ROW;
  }

  /// Whether the formula is a fold of a row into a number.
  public static boolean isFold(Formula formula) {
    return formula instanceof Apply(var operation, _) && operation.isFold();
  }

  /// Whether the formula is a fold of pairs into a row.
  public static boolean isAcross(Formula formula) {
    return formula instanceof Apply(var operation, _) && operation.takes(0) == Shape.PAIRS;
  }

  /// What is wrong with the shapes in a formula, if anything is.
  public Optional<String> fault(Formula formula) {
    return formula.all().flatMap(f -> ownFault(f).stream()).findFirst();
  }

  private Optional<String> ownFault(Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments)) || operation.spreads()) {
      return Optional.empty();
    }
    for (int i = 0; i < arguments.size(); i++) {
      Shape shape = of(arguments.get(i));
      if (shape != operation.takes(i)) {
        return Optional.of(
            "%s takes %s, but %s is %s%s"
                .formatted(
                    operation == Operation.PICK ? "row[index]" : operation.name(),
                    words(operation.takes(i)),
                    Printer.text(arguments.get(i)),
                    words(shape),
                    hint(operation.takes(i))));
      }
    }
    return Optional.empty();
  }

  private static String words(Shape shape) {
    return switch (shape) {
      case NUMBER -> "a number";
      case ROW -> "a row";
      case PAIRS -> "pairs";
    };
  }

  private static String hint(Shape wanted) {
    return switch (wanted) {
      case NUMBER -> "";
      case ROW -> "; a row input is declared as z[]";
      case PAIRS -> "; other(z) is the second element of a pair";
    };
  }
}
