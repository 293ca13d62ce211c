package dev.plumb.report;

import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Domain;
import dev.plumb.training.Target;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a loss is drawn against.
enum Axis {
  /// Losses of prediction − target alone, like Huber's.
  RESIDUAL("prediction − target"),
  /// Losses of classes: how far the score of the right class lies ahead.
  MARGIN("score of the right class (wrong on the left)"),
  /// Losses in which the target's own size counts, like Poisson's.
  PREDICTION("prediction, where the target is 1");

  private static final double[] PREDICTIONS = {-2.5, -2.5, -0.75, 0.5, 0.5, 3.25, 3.25};
  private static final double[] TARGETS = {-0.75, 3.25, -2.5, 0.5, 3.25, -2.5, 0.5};
  private static final double SHIFT = 1.375;
  private static final double SAME = 1e-9;

  private final String title;

  Axis(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /// The axis that fits; empty for a loss that no single axis can show.
  static Optional<Axis> of(Loss loss, Target.Kind kind) {
    Definition definition = loss.definition();
    if (definition.predictions().size() != 1 || definition.targets().size() != 1) {
      return Optional.empty();
    }
    Domain target = definition.targets().getFirst().domain();
    if (kind.isClasses()) {
      return target.equals(Domain.REALS) ? Optional.empty() : Optional.of(MARGIN);
    }
    if (definition.hasRows() || !target.contains(1)) {
      return Optional.empty();
    }
    return Optional.of(isOfResidual(loss, target) ? RESIDUAL : PREDICTION);
  }

  /// Whether the loss stays when prediction and target move together. Tried on a few numbers.
  private static boolean isOfResidual(Loss loss, Domain target) {
    if (!target.equals(Domain.REALS)
        || !loss.definition().predictions().getFirst().domain().equals(Domain.REALS)) {
      return false;
    }
    int n = PREDICTIONS.length;
    var here = new double[n];
    var moved = new double[n];
    loss.values(Batch.of(PREDICTIONS, TARGETS), here);
    loss.values(Batch.of(moved(PREDICTIONS), moved(TARGETS)), moved);
    return IntStream.range(0, n)
        .allMatch(i -> Math.abs(moved[i] - here[i]) <= SAME * (1 + Math.abs(here[i])));
  }

  private static double[] moved(double[] numbers) {
    return Arrays.stream(numbers).map(x -> x + SHIFT).toArray();
  }
}
