package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Domain;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A loss met with a target: what is trained, on how many scores, and how the target is handed
/// over.
///
/// @param loss as it was named
/// @param scored the same loss as a function of raw scores, which is what is trained
/// @param form how the target is handed to it
/// @param outputs how many scores a row has: one, one a class, or one a level but the lowest
record Pairing(Loss loss, Loss scored, TargetForm form, int outputs) {
  /// Of two levels there is one score, and nothing to order.
  private static final int FEWEST_LEVELS = 3;

  /// The pairing of a loss that someone asked for.
  ///
  /// @throws PlumbException when the loss cannot be trained on this target; the message names the
  ///   row where one is outside its domain
  static Pairing of(Loss loss, Dataset data) {
    Target target = data.target();
    Definition definition = loss.definition();
    if (definition.predictions().size() != 1 || definition.targets().size() != 1) {
      throw new PlumbException(
          "%s has %d predictions and %d targets: a linear model trains losses with one of each"
              .formatted(
                  loss.name(), definition.predictions().size(), definition.targets().size()));
    }
    TargetForm form =
        form(definition, target)
            .orElseThrow(() ->
                new PlumbException(
                    "%s takes %s, which does not fit the target %s (%s)"
                        .formatted(
                            loss.name(), words(definition), target.name(), target.kind().text())));
    outside(definition, target, form)
        .ifPresent(row -> {
          throw new PlumbException(
              "%s row %d, column %s: %s is outside %s, which %s requires"
                  .formatted(
                      data.name(),
                      row + 1,
                      target.name(),
                      form.of(new double[] {target.values()[row]}, 1)[0],
                      definition.targets().getFirst().domain().text(),
                      loss.name()));
        });
    return paired(loss, target, form);
  }

  /// The pairing of a loss of the catalogue, where it is meant for such a target: an amount inside
  /// its domain; labels for a loss whose target is −1 or 1, lies in \[0, 1\], is a class number or
  /// a row of probabilities. Empty otherwise: a squared error could be trained on labels 0 and 1,
  /// but only who asks for it gets it.
  static Optional<Pairing> suiting(Loss loss, Target target) {
    Definition definition = loss.definition();
    if (definition.predictions().size() != 1 || definition.targets().size() != 1) {
      return Optional.empty();
    }
    Domain domain = definition.targets().getFirst().domain();
    boolean labels =
        switch (domain) {
          case Domain.Values _, Domain.ClassNumber _, Domain.Simplex _ -> true;
          case Domain.Interval(var low, var high, _, _) ->
              low == 0 && high == 1 || areLevels(definition);
        };
    if (target.kind().isClasses() && !labels) {
      return Optional.empty();
    }
    return form(definition, target)
        .filter(form -> outside(definition, target, form).isEmpty())
        .map(form -> paired(loss, target, form));
  }

  /// The pairing of an amount with a loss of a row of scores that has been made for it.
  static Pairing several(Loss loss, int outputs) {
    return new Pairing(loss, loss.onScores(), TargetForm.VALUE, outputs);
  }

  /// The same with another loss, of the same predictions and targets.
  Pairing with(Loss other) {
    return new Pairing(other, other.onScores(), form, outputs);
  }

  /// Whether the scores are of ordered levels: each tells whether the level after it is reached. A
  /// linear model has one slope for all of them, and an intercept for each.
  boolean isOfLevels() {
    return outputs > 1 && areLevels(loss.definition());
  }

  /// The length of a row of scores and targets; 1 for a pointwise loss.
  int classes() {
    return outputs;
  }

  /// What a loss of one score says at these scores of rows of one class, whatever such a row counts
  /// for: class weights move the scores that are learnt, not what a score means. Infinite where
  /// rows of the class count for nothing.
  double[] losses(double[] scores, double label) {
    var labels = new double[scores.length];
    Arrays.fill(labels, label);
    Batch batch = Batch.of(scores, form.of(labels, 1));
    var losses = new double[scores.length];
    var weights = new double[scores.length];
    scored.values(batch, losses);
    scored.weights(batch, 0, scores.length, weights);
    Arrays.setAll(losses, i -> weights[i] == 0 ? Double.POSITIVE_INFINITY : losses[i] / weights[i]);
    return losses;
  }

  private static Pairing paired(Loss loss, Target target, TargetForm form) {
    int classes = target.labels().size();
    int row = areLevels(loss.definition()) ? classes - 1 : classes;
    boolean isRow = loss.definition().predictions().getFirst().row();
    return new Pairing(loss, loss.onScores(), form, isRow ? row : 1);
  }

  /// Whether a loss asks of each level but the lowest, by a score of its own, if it is reached.
  private static boolean areLevels(Definition definition) {
    Definition.Input given = definition.targets().getFirst();
    Domain domain = given.domain();
    return definition.predictions().getFirst().row()
        && !given.row()
        && domain instanceof Domain.Interval
        && domain.contains(0)
        && domain.contains(FEWEST_LEVELS - 1)
        && !domain.contains(-1);
  }

  private static Optional<TargetForm> form(Definition definition, Target target) {
    Definition.Input given = definition.targets().getFirst();
    boolean scoresInRows = definition.predictions().getFirst().row();
    if (!target.kind().isClasses()) {
      return scoresInRows || given.row() ? Optional.empty() : Optional.of(TargetForm.VALUE);
    }
    if (scoresInRows) {
      if (given.row()) {
        return Optional.of(TargetForm.ONE_HOT);
      }
      boolean levels =
          target.kind() == Target.Kind.ORDINAL
              && target.labels().size() >= FEWEST_LEVELS
              && areLevels(definition);
      return levels || given.domain() instanceof Domain.ClassNumber
          ? Optional.of(TargetForm.VALUE)
          : Optional.empty();
    }
    if (target.kind() != Target.Kind.TWO_CLASSES || given.row()) {
      return Optional.empty();
    }
    boolean signs = given.domain().contains(-1) && !given.domain().contains(0);
    return Optional.of(signs ? TargetForm.SIGN : TargetForm.VALUE);
  }

  /// The first row whose target lies outside the domain.
  private static OptionalInt outside(Definition definition, Target target, TargetForm form) {
    Domain domain = definition.targets().getFirst().domain();
    double[] values = target.values();
    if (form == TargetForm.ONE_HOT) {
      return OptionalInt.empty();
    }
    double[] handed = form == TargetForm.VALUE ? values : form.of(values, 1);
    if (domain instanceof Domain.Interval && contains(domain, handed)) {
      return OptionalInt.empty();
    }
    return IntStream.range(0, values.length).filter(i -> !domain.contains(handed[i])).findFirst();
  }

  /// Whether the least and the greatest number lie in an interval.
  private static boolean contains(Domain interval, double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return interval.contains(least) && interval.contains(greatest);
  }

  private static String words(Definition definition) {
    var given = definition.targets().getFirst();
    return (definition.predictions().getFirst().row() ? "a row of scores" : "one score")
        + " and a target in "
        + given.domain().text()
        + (given.row() ? " for each class" : "");
  }
}
