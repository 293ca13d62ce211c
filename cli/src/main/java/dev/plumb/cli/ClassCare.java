package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.formula.Near;
import dev.plumb.training.Balance;
import dev.plumb.training.Comparison;
import dev.plumb.training.Dataset;
import dev.plumb.training.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The options that say what a row of each class counts for.
final class ClassCare {
  @Option(
      names = "--balanced",
      description = "Give every class the same weight in all, however many rows it has.")
  private boolean balanced;

  @Option(
      names = "--class-weights",
      split = ",",
      paramLabel = "LABEL=X,…",
      hideParamSyntax = true,
      description = "What a row of a label counts for: 'yes=5'; 1 unless told.")
  private Map<String, Double> weights = Map.of();

  /// Complains about what cannot be, before the data are read.
  void check() {
    if (balanced && !weights.isEmpty()) {
      throw new Mistake("--balanced and --class-weights both weigh the classes: name one");
    }
    weights.forEach((label, weight) -> {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new Mistake(
            "--class-weights %s=%s: needs a finite number, at least 0".formatted(label, weight));
      }
    });
  }

  /// The loss with the weights that were typed.
  Loss weighed(Loss loss, Dataset data) {
    if (balanced) {
      return loss.classWeights(Mistake.unless(() -> Balance.of(data)));
    }
    return weights.isEmpty() ? loss : loss.classWeights(typed(data.target()));
  }

  /// Tells a comparison what was typed.
  void tell(Comparison comparison, Dataset data) {
    if (balanced) {
      Mistake.unless(() -> Balance.of(data));
      comparison.balanced();
    } else if (!weights.isEmpty()) {
      comparison.classWeights(typed(data.target()));
    }
  }

  private double[] typed(Target target) {
    List<String> labels = target.labels();
    if (labels.isEmpty()) {
      throw new Mistake(
          "--class-weights weighs classes, and %s is %s"
              .formatted(target.name(), target.kind().text()));
    }
    var typed = new double[labels.size()];
    Arrays.fill(typed, 1);
    weights.forEach((label, weight) -> {
      int place = labels.indexOf(label);
      if (place < 0) {
        throw new Mistake(
            "--class-weights: %s is no label of %s%s; there are %s"
                .formatted(
                    label, target.name(), Near.hint(label, labels), String.join(", ", labels)));
      }
      typed[place] = weight;
    });
    return typed;
  }
}
