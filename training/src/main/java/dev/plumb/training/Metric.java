package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Cost;
import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.formula.Near;
import dev.plumb.training.statistics.Quantiles;
import dev.plumb.training.statistics.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/// What a model is judged by, on the scale of the response. Where a metric is itself a loss of the
/// catalogue, it is computed by that loss and a reduction. Sample weights count.
///
/// The first metric of a kind of target is the one that ranks when none is named: the mean absolute
/// error for amounts, because one wild row cannot decide it; accuracy for classes, because every
/// loss has it.
public enum Metric {
  /// mean absolute error
  MAE("mean absolute error", false, p -> cost(Losses.ABSOLUTE, p.numbers(), p)),
  /// root mean squared error
  RMSE("root mean squared error", false, p -> cost(Losses.SQUARED_ROOT, p.numbers(), p)),
  /// median absolute error
  MEDIAN_ABSOLUTE_ERROR(
      "median absolute error",
      false,
      p -> Quantiles.median(each(p, (y, m) -> Math.abs(y - m)), p.weights())),
  /// the share of the variance explained
  R2("share of the variance explained", true, Metric::explained),
  /// mean Poisson deviance
  POISSON_DEVIANCE(
      "mean Poisson deviance",
      false,
      p -> mean(each(p, (y, m) -> 2 * ((y == 0 ? 0 : y * StrictMath.log(y / m)) - y + m)), p)),
  /// root mean squared error of log(1 + amount)
  RMSLE(
      "root mean squared error of log(1 + amount)",
      false,
      p -> cost(Losses.LOG_ROOT, p.numbers(), p)),
  /// share of rows whose class is right
  ACCURACY("share of rows whose class is right", true, p -> mean(right(p), p)),
  /// area under the ROC curve
  AUC("area under the ROC curve", true, p -> Ranks.area(p.numbers(), p.targets(), p.weights())),
  /// mean negative log-likelihood of the class
  LOG_LOSS("mean negative log-likelihood of the class", false, Metric::logLoss),
  /// mean squared error of the probability
  BRIER(
      "mean squared error of the probability",
      false,
      p -> p.isProbable() ? cost(Losses.SQUARED, p.probabilities(), p) : Double.NaN),
  /// mean over classes of the share found
  BALANCED_ACCURACY("mean over classes of the share that is found", true, Metric::balanced),
  /// mean number of levels between the class and the prediction
  MEAN_LEVEL_ERROR(
      "mean number of levels between the class and the prediction",
      false,
      p -> cost(Losses.ABSOLUTE, p.labels(), p));

  /// The losses that metrics are made of.
  private static final class Losses {
    static final Cost ABSOLUTE = Loss.of("absolute_error").mean();
    static final Cost SQUARED = Loss.of("squared_error").mean();
    static final Cost SQUARED_ROOT = Loss.of("squared_error").rootMean();
    static final Cost LOG_ROOT = Loss.of("squared_log_error").rootMean();
    static final Cost COIN = Loss.of("binary_cross_entropy").mean();
    static final Cost CLASSES = Loss.of("sparse_cross_entropy").mean();
  }

  private final String words;
  private final boolean higherIsBetter;
  private final ToDoubleFunction<Prediction> formula;

  Metric(String words, boolean higherIsBetter, ToDoubleFunction<Prediction> formula) {
    this.words = words;
    this.higherIsBetter = higherIsBetter;
    this.formula = formula;
  }

  /// The name as typed: `median_absolute_error`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// In words: `mean absolute error`.
  public String words() {
    return words;
  }

  /// Its direction.
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /// Every metric of a kind of target, the default first.
  ///
  /// @param target whose values say whether a metric of counts or ratios has a meaning
  public static List<Metric> panel(Target target) {
    var panel =
        new ArrayList<>(
            switch (target.kind()) {
              case NUMBER, COUNT, POSITIVE -> List.of(MAE, RMSE, MEDIAN_ABSOLUTE_ERROR, R2);
              case TWO_CLASSES -> List.of(ACCURACY, AUC, LOG_LOSS, BRIER);
              case MANY_CLASSES -> List.of(ACCURACY, LOG_LOSS, BALANCED_ACCURACY);
              case ORDINAL -> List.of(ACCURACY, MEAN_LEVEL_ERROR, LOG_LOSS, BALANCED_ACCURACY);
            });
    if (target.kind() == Target.Kind.COUNT && least(target) >= 0) {
      panel.add(POISSON_DEVIANCE);
    }
    if (target.kind() == Target.Kind.POSITIVE && least(target) > -1) {
      panel.add(RMSLE);
    }
    return panel;
  }

  /// The metric of a name, among those of a target.
  ///
  /// @throws PlumbException with near names
  public static Metric named(String name, Target target) {
    List<Metric> panel = panel(target);
    List<String> names = panel.stream().map(Metric::text).toList();
    return panel.stream()
        .filter(m -> m.text().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new PlumbException(
                "no metric %s for %s%s; there are %s"
                    .formatted(
                        name,
                        target.kind().text(),
                        Near.hint(name, names),
                        String.join(", ", names))));
  }

  /// The metric of a prediction; NaN where it gives no such number.
  double of(Prediction prediction) {
    return formula.applyAsDouble(prediction);
  }

  private static double least(Target target) {
    return Arrays.stream(target.values()).min().orElse(Double.NaN);
  }

  private static double cost(Cost cost, double[] predictions, Prediction p) {
    Batch batch = Batch.of(predictions, p.targets());
    return cost.of(p.weights() == null ? batch : batch.weights(p.weights()));
  }

  private static double logLoss(Prediction p) {
    if (!p.isProbable()) {
      return Double.NaN;
    }
    if (p.classes() == 2) {
      return cost(Losses.COIN, p.probabilities(), p);
    }
    Batch batch = Batch.rows(p.probabilities(), p.classes(), p.targets());
    return Losses.CLASSES.of(p.weights() == null ? batch : batch.weights(p.weights()));
  }

  private static double explained(Prediction p) {
    double mean = mean(p.targets(), p);
    double left = mean(each(p, (y, m) -> (y - m) * (y - m)), p);
    double all = mean(Arrays.stream(p.targets()).map(y -> (y - mean) * (y - mean)).toArray(), p);
    return 1 - left / all;
  }

  private static double balanced(Prediction p) {
    double sum = 0;
    int there = 0;
    for (int k = 0; k < p.classes(); k++) {
      double found = 0;
      double all = 0;
      for (int i = 0; i < p.targets().length; i++) {
        double w = p.weights() == null || p.targets()[i] != k ? 1 : p.weights()[i];
        all += p.targets()[i] == k ? w : 0;
        found += p.targets()[i] == k && p.labels()[i] == k ? w : 0;
      }
      if (all > 0) {
        sum += found / all;
        there++;
      }
    }
    return sum / there;
  }

  private static double[] right(Prediction p) {
    var right = new double[p.targets().length];
    Arrays.setAll(right, i -> p.labels()[i] == p.targets()[i] ? 1 : 0);
    return right;
  }

  private static double[] each(Prediction p, DoubleBinaryOperator formula) {
    var each = new double[p.targets().length];
    Arrays.setAll(each, i -> formula.applyAsDouble(p.targets()[i], p.numbers()[i]));
    return each;
  }

  /// Σ w·x / Σ w; rows of weight 0 do not count, whatever they hold.
  private static double mean(double[] values, Prediction p) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      double w = p.weights() == null ? 1 : p.weights()[i];
      sum += w == 0 ? 0 : w * values[i];
      weight += w;
    }
    return sum / weight;
  }
}
