package dev.plumb.training;

import dev.plumb.training.calibration.Calibration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Chooses parameters of a loss and the penalty by a cross-validation inside the rows that are
/// learnt from, so that the rows held out judge the choice as well.
///
/// Of the choices whose metric is best within rounding the first wins: the mildest penalty, the
/// parameters as they are.
final class Tuning {
  private static final int FOLDS = 3;
  private static final int DRAW = -1;
  private static final double[] FACTORS = {1, 0.5, 2};
  private static final double[] PENALTIES = {0, 1e-4, 1e-3, 1e-2, 1e-1, 1};

  private final List<Round> rounds;
  private final Metric metric;
  private final Optional<Calibration.Method> calibration;

  /// @param part of the comparison that it belongs to
  /// @param rows that are learnt from
  Tuning(
      String part,
      Dataset data,
      int[] rows,
      Comparison options,
      Arrangement arrangement,
      Metric metric,
      Workers workers) {
    this.metric = metric;
    this.calibration = options.calibration();
    this.rounds =
        Round.inside(part + ", inner", data, rows, arrangement, FOLDS, DRAW, options, workers);
  }

  /// The best choice for a loss.
  ///
  /// @param robustly whether it starts at the absolute error's fit
  /// @throws TrainingException at the first number that is not finite
  Choice of(Candidate candidate, boolean robustly) {
    Choice best = Choice.NONE;
    double least = Double.POSITIVE_INFINITY;
    for (double factor : factors(candidate)) {
      for (double l2 : PENALTIES) {
        var choice = new Choice(factor, Penalty.l2(l2 * unit(candidate)));
        double sum = sum(candidate, choice, robustly);
        double order = metric.higherIsBetter() ? -sum : sum;
        if (order < least - 1e-12 * Math.abs(least) || best == Choice.NONE) {
          best = choice;
          least = Double.isNaN(order) ? Double.POSITIVE_INFINITY : order;
        }
      }
    }
    return best;
  }

  /// The metric of a choice, summed over the folds; with probabilities that each fold's others
  /// calibrate, where that was asked for.
  private double sum(Candidate candidate, Choice choice, boolean robustly) {
    List<Round.Fitted> fits =
        rounds.stream()
            .map(round ->
                round.fit(
                    candidate.at(round.spread() * choice.factor()),
                    choice.penalty(),
                    robustly,
                    false))
            .toList();
    List<Prediction> predictions =
        calibration
            .map(method -> calibrated(fits, method))
            .orElseGet(() -> each(i -> rounds.get(i).predicted(fits.get(i))));
    return IntStream.range(0, rounds.size())
        .mapToDouble(i -> rounds.get(i).judged(fits.get(i), metric, predictions.get(i)))
        .sum();
  }

  private List<Prediction> calibrated(List<Round.Fitted> fits, Calibration.Method method) {
    List<Calibration> learnt =
        HeldOut.byOthers(each(i -> rounds.get(i).heldOut(fits.get(i))), method);
    return each(i -> rounds.get(i).predicted(fits.get(i), learnt.get(i)));
  }

  private <T> List<T> each(IntFunction<T> fold) {
    return IntStream.range(0, rounds.size()).mapToObj(fold).toList();
  }

  /// What makes a penalty mean as much whatever the unit of the target: the loss of a residual of
  /// usual size, divided by its square.
  private double unit(Candidate candidate) {
    if (!Candidate.onTargetScale(candidate.pairing())) {
      return 1;
    }
    double usual = rounds.getFirst().spread();
    return candidate.at(usual).scored().value(usual, 0) / (usual * usual);
  }

  private static double[] factors(Candidate candidate) {
    return candidate.free().isEmpty() ? new double[] {1} : FACTORS;
  }
}
