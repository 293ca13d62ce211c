package dev.plumb.cli;

import dev.plumb.formula.Numbers;
import dev.plumb.models.Card;
import dev.plumb.training.Dataset;
import dev.plumb.training.Model;
import dev.plumb.training.Trainer;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/// The options for several numbers that one model says about an amount, in place of a loss.
final class SeveralNumbers {
  @Option(
      names = "--quantiles",
      split = ",",
      paramLabel = "LOW,…,HIGH",
      hideParamSyntax = true,
      description = "Linear: in place of a loss, quantiles that never cross: 0.1,0.5,0.9.")
  private double[] quantiles;

  @Option(
      names = "--mean-and-variance",
      description =
          "Linear: in place of a loss, the mean and the variance of a normal distribution.")
  private boolean meanAndVariance;

  /// Complains unless exactly one thing to train was typed.
  ///
  /// @param loss null when none was typed
  void check(String loss) {
    int told = (loss == null ? 0 : 1) + (quantiles == null ? 0 : 1) + (meanAndVariance ? 1 : 0);
    if (told == 0) {
      throw new Mistake("missing what to train: --loss LOSS, --quantiles or --mean-and-variance");
    }
    if (told > 1) {
      throw new Mistake("--loss, --quantiles and --mean-and-variance: name one of them");
    }
    if (quantiles != null) {
      Mistake.check(() -> Trainer.linear().quantiles(quantiles));
    }
  }

  /// Whether it was typed.
  boolean isTold() {
    return quantiles != null || meanAndVariance;
  }

  /// Tells a trainer what was typed.
  void tell(Trainer trainer) {
    if (meanAndVariance) {
      trainer.meanAndVariance();
    } else {
      trainer.quantiles(quantiles);
    }
  }

  /// The card with what the numbers are called; of quantiles also which share of the rows lies at
  /// or below each.
  Card told(Card card, Model model, Dataset taught) {
    Card told = card.named(names());
    double[] predictions = model.predict(taught);
    for (int k = 0; quantiles != null && k < quantiles.length; k++) {
      String name = "quantile.%s.share_below".formatted(Numbers.text(quantiles[k]));
      told = told.with(name, shareBelow(predictions, k, taught));
    }
    return told;
  }

  private double shareBelow(double[] predictions, int k, Dataset taught) {
    double below = 0;
    double all = 0;
    for (int i = 0; i < taught.rows(); i++) {
      double w = taught.weights() == null ? 1 : taught.weights()[i];
      all += w;
      below += taught.target().values()[i] <= predictions[i * quantiles.length + k] ? w : 0;
    }
    return below / all;
  }

  /// What the numbers are called.
  private List<String> names() {
    return meanAndVariance
        ? List.of("mean", "variance")
        : Arrays.stream(quantiles).mapToObj(Numbers::text).toList();
  }
}
