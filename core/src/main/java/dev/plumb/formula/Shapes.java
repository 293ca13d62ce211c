package dev.plumb.formula;

import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which formulas are numbers and which are rows of numbers.
///
/// A number meets a row by spreading over it. A fold makes a number of a row; `onehot` and
/// `softmax` give rows.
public final class Shapes {
  private final Set<String> rows;
  private final Map<Formula, Boolean> known = new HashMap<>();

  /// @param rows the names that stand for rows
  public Shapes(Set<String> rows) {
    this.rows = Set.copyOf(rows);
  }

  /// One of the row inputs, always the same; all rows of a loss have one length.
  public Optional<Formula> anyRow() {
    return rows.stream().min(String::compareTo).map(Name::new);
  }

  /// Whether the formula is a row of numbers.
  public boolean isRow(Formula formula) {
    return switch (formula) {
      case Number _ -> false;
      case Name(String text) -> rows.contains(text);
      case Apply apply -> {
        Boolean row = known.get(apply);
        if (row == null) {
          row = isRow(apply);
          known.put(apply, row);
        }
        yield row;
      }
    };
  }

  private boolean isRow(Apply apply) {
    Operation operation = apply.operation();
    if (operation.givesRow()) {
      return true;
    }
    return !operation.isFold() && apply.arguments().stream().anyMatch(this::isRow);
  }

  /// Whether the formula is a fold of a row into a number.
  public static boolean isFold(Formula formula) {
    return formula instanceof Apply(var operation, _) && operation.isFold();
  }

  /// What is wrong with the shapes in a formula, if anything is.
  public Optional<String> fault(Formula formula) {
    return formula.all().flatMap(f -> ownFault(f).stream()).findFirst();
  }

  private Optional<String> ownFault(Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments))) {
      return Optional.empty();
    }
    boolean wantsRow = operation.takesRow(0);
    boolean isSpread = !wantsRow && !operation.givesRow();
    for (int i = 0; i < arguments.size(); i++) {
      boolean row = isRow(arguments.get(i));
      String argument = Printer.text(arguments.get(i));
      if (operation.takesRow(i) && !row) {
        return Optional.of(
            "%s takes a row, but %s is a number; a row input is declared as z[]"
                .formatted(written(operation), argument));
      }
      if (!operation.takesRow(i) && row && !isSpread) {
        return Optional.of(
            "%s takes a number, but %s is a row".formatted(written(operation), argument));
      }
    }
    return Optional.empty();
  }

  private static String written(Operation operation) {
    return operation == Operation.PICK ? "row[index]" : operation.name();
  }
}
