package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.formula.Near;
import dev.plumb.models.Card;
import dev.plumb.training.Calibrated;
import dev.plumb.training.Dataset;
import dev.plumb.training.Fit;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Penalty;
import dev.plumb.training.Trainer;
import dev.plumb.training.calibration.Calibration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say how a linear model is trained.
final class LinearSchooling {
  private static final int FOLDS = 5;

  @Option(
      names = "--l1",
      paramLabel = "X",
      description =
          "Linear: the factor of the absolute weights that is added to the cost; it puts weights to"
              + " exactly 0.")
  private Double l1;

  @Option(
      names = "--solver",
      paramLabel = "NAME",
      description =
          "Linear: how weights are found: auto (the default), newton, lbfgs, proximal, sgd, adam or"
              + " adamw.")
  private String solver;

  @Option(
      names = "--calibrate",
      paramLabel = "METHOD",
      description =
          "Linear: learn on folds held out how scores become probabilities: platt or isotonic for"
              + " two classes, temperature for any number.")
  private String calibrate;

  @Mixin private SeveralNumbers several = new SeveralNumbers();

  /// Complains about what cannot be, before the data are read.
  ///
  /// @param loss null when none was typed
  void check(String loss) {
    several.check(loss);
    Limits.penalty("--l1", l1);
    optimiser(0);
    method();
  }

  /// A trainer of what was typed.
  ///
  /// @param loss null where several numbers are trained in place of one
  /// @param l2 the factor of half the squared weights; null when not told
  Trainer trainer(Loss loss, Double l2, long seed) {
    Trainer trainer = Trainer.linear();
    if (several.isTold()) {
      several.tell(trainer);
    } else {
      trainer.loss(loss);
    }
    trainer.optimiser(optimiser(seed));
    if (l1 != null) {
      trainer.penalty(new Penalty(l1, l2 == null ? 0 : l2));
    } else if (l2 != null) {
      trainer.penalty(l2);
    }
    return trainer;
  }

  /// Trains, and calibrates where that was typed.
  Schooled fit(Trainer trainer, Dataset taught) {
    Optional<Calibrated> calibrated =
        method().map(method -> trainer.calibrated(taught, method, FOLDS));
    Fit fit = calibrated.map(Calibrated::fit).orElseGet(() -> trainer.fit(taught));
    Card card =
        calibrated.map(c -> Card.of(taught, c)).orElseGet(() -> Card.of(taught, fit.model()));
    Card told = several.isTold() ? several.told(card, fit.model(), taught) : card;
    return new Schooled(fit, calibrated, told);
  }

  /// What a training gave.
  ///
  /// @param card what it tells so far
  record Schooled(Fit fit, Optional<Calibrated> calibrated, Card card) {}

  private Optional<Calibration.Method> method() {
    if (calibrate == null) {
      return Optional.empty();
    }
    List<String> names =
        Stream.of(Calibration.Method.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(calibrate)) {
      throw new Mistake(
          "--calibrate: no method %s%s; there are %s"
              .formatted(calibrate, Near.hint(calibrate, names), String.join(", ", names)));
    }
    return Optional.of(Calibration.Method.valueOf(calibrate.toUpperCase(Locale.ROOT)));
  }

  /// As the card tells it.
  String text() {
    return solver == null ? "auto" : solver;
  }

  private Optimiser optimiser(long seed) {
    return Mistake.unless(() -> Optimiser.named(text(), seed));
  }
}
