package dev.plumb.cli;

import dev.plumb.training.Optimiser;
import dev.plumb.training.Penalty;
import dev.plumb.training.Trainer;
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

  /// Complains about what cannot be, before the data are read.
  void check() {
    Limits.penalty("--l1", l1);
    optimiser(0);
  }

  /// Tells a trainer what was typed.
  ///
  /// @param l2 the factor of half the squared weights; null when not told
  void tell(Trainer trainer, Double l2, long seed) {
    trainer.optimiser(optimiser(seed));
    if (l1 != null) {
      trainer.penalty(new Penalty(l1, l2 == null ? 0 : l2));
    } else if (l2 != null) {
      trainer.penalty(l2);
    }
  }

  /// As the card tells it.
  String text() {
    return solver == null ? "auto" : solver;
  }

  private Optimiser optimiser(long seed) {
    return Mistake.unless(() -> Optimiser.named(text(), seed));
  }
}
