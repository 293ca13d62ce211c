package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which losses are compared.
///
/// @param list in the order of the catalogue, then those asked for
/// @param notes what was left out, and why
record Candidates(List<Candidate> list, List<String> notes) {

  /// The losses asked for; or, where none is, every common loss of the catalogue that is meant for
  /// such a target.
  ///
  /// @param named whose parameters in units of the residual are chosen from the data; empty for the
  ///   catalogue
  /// @param fixed that join as they are
  /// @throws PlumbException when one that was asked for does not fit the target, or none fits
  static Candidates of(Dataset data, List<Loss> named, List<Loss> fixed) {
    var list = new ArrayList<Candidate>();
    if (named.isEmpty()) {
      for (var definition : common()) {
        Pairing.suiting(Loss.of(definition.name()), data.target())
            .map(pairing -> Candidate.scaled(pairing, false))
            .ifPresent(list::add);
      }
    }
    named.forEach(loss -> list.add(Candidate.scaled(Pairing.of(loss, data), true)));
    fixed.forEach(loss -> list.add(Candidate.fixed(Pairing.of(loss, data))));
    if (list.isEmpty()) {
      throw new PlumbException(
          "no loss of the catalogue fits the target %s (%s): name one"
              .formatted(data.target().name(), data.target().kind().text()));
    }
    return new Candidates(list, List.of());
  }

  private static List<Definition> common() {
    return Catalogue.builtin().all().stream().filter(Definition::common).toList();
  }

  /// Whether any has a parameter to be chosen from the data.
  boolean needSpread() {
    return list.stream().anyMatch(c -> !c.free().isEmpty());
  }

  /// Each minimum once: of the losses that no one asked for, those that pull like an earlier one
  /// are left out, with a note.
  Candidates distinct(Target target, double spread) {
    Map<Candidate, Likeness> kept = new LinkedHashMap<>();
    var remarks = new ArrayList<>(notes);
    for (Candidate candidate : list) {
      Pairing pairing = candidate.reported(spread);
      Likeness likeness = Likeness.of(pairing, target, spread);
      var same = kept.entrySet().stream().filter(e -> e.getValue().sameAs(likeness)).findFirst();
      if (same.isPresent() && !candidate.asked()) {
        remarks.add(
            "%s has the same minimum as %s and is left out."
                .formatted(
                    pairing.loss().text(), same.get().getKey().reported(spread).loss().text()));
      } else {
        kept.put(candidate, likeness);
      }
    }
    return new Candidates(List.copyOf(kept.keySet()), remarks);
  }
}
