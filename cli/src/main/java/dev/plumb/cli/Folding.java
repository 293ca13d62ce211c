package dev.plumb.cli;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Puts the `where` names of a definition back into formulas, for reading: `abs(p - y)` becomes
/// `abs(r)`.
final class Folding {
  private final SequencedMap<Formula, String> names = new LinkedHashMap<>();
  private final SequencedSet<String> used = new LinkedHashSet<>();

  Folding(Definition definition) {
    definition.bindings().forEach((name, formula) -> names.put(formula, name));
  }

  /// The text of a formula with its names.
  String text(Formula formula) {
    return Printer.text(folded(formula));
  }

  private Formula folded(Formula formula) {
    String name = names.get(formula);
    if (name != null) {
      used.add(name);
      return new Formula.Name(name);
    }
    return turned(formula).orElseGet(() -> formula.map(this::folded));
  }

  /// `-r` for `y - p`, where `r` names `p - y`.
  private Optional<Formula> turned(Formula formula) {
    if (!formula.is(Operation.SUBTRACT)) {
      return Optional.empty();
    }
    Formula opposite = Operation.SUBTRACT.of(formula.children().get(1), formula.children().get(0));
    return names.containsKey(opposite)
        ? Optional.of(Operation.NEGATE.of(folded(opposite)))
        : Optional.empty();
  }

  /// `where r = p - y`: the names that have been used so far, or nothing.
  String where() {
    var clauses = new ArrayList<String>();
    for (Map.Entry<Formula, String> entry : names.entrySet()) {
      if (used.contains(entry.getValue())) {
        clauses.add(entry.getValue() + " = " + Printer.text(entry.getKey().map(this::folded)));
      }
    }
    return clauses.isEmpty() ? "" : "where " + String.join(", ", clauses);
  }
}
