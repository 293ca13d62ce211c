package dev.plumb.training;

import java.util.ArrayList;
import java.util.List;

/// Chooses parameters of a loss and the penalty by a cross-validation inside the rows that are
/// learnt from, so that the rows held out judge the choice as well.
///
/// Of the choices whose metric is best within rounding the first wins: the mildest penalty, the
/// parameters as they are.
final class Tuning {
  private static final int FOLDS = 3;
  private static final double[] FACTORS = {1, 0.5, 2};
  private static final double[] PENALTIES = {0, 1e-4, 1e-3, 1e-2, 1e-1, 1};

  private final List<Round> rounds = new ArrayList<>();
  private final Metric metric;

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
    Dataset some = data.pick(rows);
    Division division = arrangement.of(rows).deal(some.target(), FOLDS, options.seed(), -1);
    for (int fold = 0; fold < division.count(); fold++) {
      String name = "%s, inner fold %d".formatted(part, fold + 1);
      int[] trained = division.trained(fold);
      var round = new Round(name, some, trained, division.heldOut(fold), options, workers);
      rounds.add(round.prepared(false));
    }
  }

  /// How many fits a choice takes.
  static int fits(Candidate candidate) {
    return FOLDS * PENALTIES.length * factors(candidate).length;
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
        double sum = 0;
        for (Round round : rounds) {
          Pairing pairing = candidate.at(round.spread() * factor);
          Round.Fitted fitted = round.fit(pairing, choice.penalty(), robustly, false);
          sum += round.judged(fitted, metric, round.predicted(fitted));
        }
        double order = metric.higherIsBetter() ? -sum : sum;
        if (order < least - 1e-12 * Math.abs(least) || best == Choice.NONE) {
          best = choice;
          least = Double.isNaN(order) ? Double.POSITIVE_INFINITY : order;
        }
      }
    }
    return best;
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
