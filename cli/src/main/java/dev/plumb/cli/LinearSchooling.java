package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.models.Card;
import dev.plumb.training.Calibrated;
import dev.plumb.training.Dataset;
import dev.plumb.training.Fit;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Penalty;
import dev.plumb.training.Trainer;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say how a linear model is trained.
final class LinearSchooling {
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

  @Mixin private Probabilities probabilities = new Probabilities();

  @Mixin private SeveralNumbers several = new SeveralNumbers();

  /// Complains about what cannot be, before the data are read.
  ///
  /// @param loss null when none was typed
  void check(String loss) {
    several.check(loss);
    Limits.penalty("--l1", l1);
    optimiser(0);
    probabilities.method();
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
        probabilities.method().map(method -> trainer.calibrated(taught, method, Calibrated.FOLDS));
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

  /// As the card tells it.
  String text() {
    return solver == null ? "auto" : solver;
  }

  private Optimiser optimiser(long seed) {
    return Mistake.unless(() -> Optimiser.named(text(), seed));
  }
}
