package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Which losses are compared.
///
/// @param list in the order of the catalogue, then those asked for
/// @param notes what was left out, and why
record Candidates(List<Candidate> list, List<String> notes) {
  /// How many times its smallest value the largest of an amount must be for its logarithm to be the
  /// natural scale.
  private static final double WIDE = 10;

  /// The losses asked for; or, where none is, every common loss of the catalogue that is meant for
  /// such a target.
  ///
  /// @param named whose parameters in units of the residual are chosen from the data; empty for the
  ///   catalogue
  /// @param fixed that join as they are
  /// @param sought the loss that the ranking metric is made of, which joins those of the catalogue
  /// @throws PlumbException when one that was asked for does not fit the target, or none fits
  static Candidates of(Dataset data, List<Loss> named, List<Loss> fixed, Optional<Loss> sought) {
    var list = new ArrayList<Candidate>();
    var notes = new ArrayList<String>();
    if (named.isEmpty()) {
      var logarithmic = new ArrayList<String>();
      for (var definition : common()) {
        Pairing.suiting(Loss.of(definition.name()), data.target())
            .ifPresent(pairing -> {
              boolean isSought =
                  sought.filter(l -> l.text().equals(pairing.loss().text())).isPresent();
              if (isSought || Candidate.onTargetScale(pairing) || mayBeLogarithmic(data.target())) {
                list.add(Candidate.scaled(pairing, false));
              } else {
                logarithmic.add(definition.name());
              }
            });
      }
      sought
          .filter(
              loss -> list.stream().noneMatch(c -> c.pairing().loss().text().equals(loss.text())))
          .flatMap(loss -> Pairing.suiting(loss, data.target()))
          .ifPresent(pairing -> list.add(new Candidate(pairing, false, List.of())));
      if (!logarithmic.isEmpty()) {
        boolean one = logarithmic.size() == 1;
        notes.add(
            "%s %s the logarithm, and %s does not span a factor of %s: name %s to compare %5$s too."
                .formatted(
                    String.join(", ", logarithmic),
                    one ? "predicts" : "predict",
                    data.target().name(),
                    Math.round(WIDE),
                    one ? "it" : "them"));
      }
    }
    named.forEach(loss -> list.add(Candidate.scaled(Pairing.of(loss, data), true)));
    fixed.forEach(loss -> list.add(Candidate.fixed(Pairing.of(loss, data))));
    if (list.isEmpty()) {
      throw new PlumbException(
          "no loss of the catalogue fits the target %s (%s): name one"
              .formatted(data.target().name(), data.target().kind().text()));
    }
    return new Candidates(list, notes);
  }

  /// Whether a model of the logarithm suits: labels and counts have a link of their own, an amount
  /// has one where none is below 0 and those above 0 span a wide range.
  private static boolean mayBeLogarithmic(Target target) {
    if (target.kind().isClasses() || target.kind() == Target.Kind.COUNT) {
      return true;
    }
    DoubleSummaryStatistics above =
        Arrays.stream(target.values()).filter(y -> y > 0).summaryStatistics();
    return Arrays.stream(target.values()).allMatch(y -> y >= 0)
        && above.getMax() >= WIDE * above.getMin();
  }

  private static List<Definition> common() {
    return Catalogue.builtin().all().stream().filter(Definition::common).toList();
  }

  /// Those that a requirement lets through; of each other one that no one asked for a note is made.
  ///
  /// @param requirement throws where a loss does not meet it
  /// @throws PlumbException of one that was asked for, or when none is left
  Candidates meeting(Consumer<Pairing> requirement) {
    var left = new ArrayList<Candidate>();
    var remarks = new ArrayList<>(notes);
    for (Candidate candidate : list) {
      try {
        requirement.accept(candidate.pairing());
        left.add(candidate);
      } catch (PlumbException unmet) {
        if (candidate.asked() || left.isEmpty() && candidate == list.getLast()) {
          throw unmet;
        }
        remarks.add(
            "%s; %s is left out.".formatted(unmet.getMessage(), candidate.pairing().loss().text()));
      }
    }
    return new Candidates(left, remarks);
  }

  /// Each minimum once: of the losses that no one asked for, those that pull like an earlier one
  /// are left out, with a note.
  Candidates distinct(Target target, double spread) {
    Map<Candidate, Likeness> kept = new LinkedHashMap<>();
    Map<Candidate, List<String>> alike = new LinkedHashMap<>();
    for (Candidate candidate : list) {
      Pairing pairing = candidate.reported(spread);
      Likeness likeness = Likeness.of(pairing, target, spread);
      var same = kept.entrySet().stream().filter(e -> e.getValue().sameAs(likeness)).findFirst();
      if (same.isPresent() && !candidate.asked()) {
        alike
            .computeIfAbsent(same.get().getKey(), first -> new ArrayList<>())
            .add(pairing.loss().text());
      } else {
        kept.put(candidate, likeness);
      }
    }
    var remarks = new ArrayList<>(notes);
    alike.forEach((first, others) ->
        remarks.add(
            "%s %s the same minimum as %s and %s left out."
                .formatted(
                    String.join(", ", others),
                    others.size() == 1 ? "has" : "have",
                    first.reported(spread).loss().text(),
                    others.size() == 1 ? "is" : "are")));
    return new Candidates(List.copyOf(kept.keySet()), remarks);
  }
}
