package dev.plumb.calculus;

import static dev.plumb.formula.Operation.OTHER;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Shape;
import dev.plumb.formula.Shapes;

/// Formulas of the pairs (i, j) of a row's elements, with the places of i and j exchanged or made
/// equal.
record Pairs(Shapes shapes) {
  /// The formula at (j, i).
  Formula swapped(Formula formula) {
    if (shapes.of(formula) == Shape.NUMBER) {
      return formula;
    }
    if (formula.is(OTHER)) {
      return formula.children().getFirst();
    }
    return formula instanceof Apply(var operation, _) && operation.spreads()
        ? formula.map(this::swapped)
        : OTHER.of(formula);
  }

  /// The formula at (i, i), a row.
  Formula diagonal(Formula formula) {
    if (formula.is(OTHER)) {
      return formula.children().getFirst();
    }
    return formula instanceof Apply(var operation, _) && operation.spreads()
        ? formula.map(this::diagonal)
        : formula;
  }
}
