package dev.plumb.cli;

import dev.plumb.formula.Formula;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Formulas in which each part that occurs more than once has a name, so that it is written once:
/// in full, the lowered formulas of a derivative may be longer than a book.
final class SharedParts {
  /// Parts with fewer numbers, names and operations are written where they occur.
  private static final int SMALLEST = 5;

  private final Map<Formula, Integer> uses = new HashMap<>();
  private final Map<Formula, Formula> written = new HashMap<>();
  private final SequencedMap<String, Formula> parts = new LinkedHashMap<>();
  private final List<Formula> formulas;
  private final Set<String> taken;

  SharedParts(List<Formula> whole) {
    this.taken = whole.stream().flatMap(Formula::names).collect(Collectors.toSet());
    whole.forEach(this::count);
    this.formulas = whole.stream().map(this::written).toList();
  }

  /// The formulas, with names in place of parts.
  List<Formula> formulas() {
    return formulas;
  }

  /// What each name stands for, with the names before it.
  SequencedMap<String, Formula> parts() {
    return parts;
  }

  private void count(Formula formula) {
    if (uses.merge(formula, 1, Integer::sum) == 1) {
      formula.children().forEach(this::count);
    }
  }

  private Formula written(Formula formula) {
    Formula known = written.get(formula);
    if (known == null) {
      Formula inside = formula.map(this::written);
      known = uses.get(formula) > 1 && formula.size() >= SMALLEST ? named(inside) : inside;
      written.put(formula, known);
    }
    return known;
  }

  private Formula named(Formula part) {
    int number = parts.size() + 1;
    while (taken.contains("part_" + number)) {
      number++;
    }
    String name = "part_" + number;
    taken.add(name);
    parts.put(name, part);
    return new Formula.Name(name);
  }
}
