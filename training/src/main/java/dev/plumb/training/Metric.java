package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.statistics.Quantiles;
import dev.plumb.training.statistics.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// What a model is judged by, on the scale of the response. Where a metric is itself a loss of the
/// catalogue, it is computed by that loss and a reduction. Sample weights count.
///
/// The first metric of a kind of target is the one that ranks when none is named: the mean absolute
/// error for amounts, because one wild row cannot decide it; accuracy for classes, because every
/// loss has it.
public final class Metric {
  private static final List<Metric> ALL = new ArrayList<>();

  /// mean absolute error
  public static final Metric MAE =
      Judges.amount(
          "mae",
          "mean absolute error",
          false,
          "absolute_error",
          p -> Judging.cost(Judging.ABSOLUTE, p.numbers(), p));

  /// root mean squared error
  public static final Metric RMSE =
      Judges.amount(
          "rmse",
          "root mean squared error",
          false,
          "squared_error",
          p -> Judging.cost(Judging.SQUARED_ROOT, p.numbers(), p));

  /// median absolute error
  public static final Metric MEDIAN_ABSOLUTE_ERROR =
      Judges.amount(
          "median_absolute_error",
          "median absolute error",
          false,
          null,
          p -> Quantiles.median(Judging.each(p, (y, m) -> Math.abs(y - m)), p.weights()));

  /// mean absolute error as a part of the target
  public static final Metric MAPE =
      Judges.amount(
          "mape",
          "mean absolute error as a part of the target",
          false,
          "absolute_percentage_error",
          p -> Judging.cost(Judging.PERCENTAGE, p.numbers(), p));

  /// the share of the variance explained
  public static final Metric R2 =
      Judges.amount(
          "r2", "share of the variance explained", true, "squared_error", Judging::explained);

  /// mean Poisson deviance
  public static final Metric POISSON_DEVIANCE =
      Judges.ratio(
          "poisson_deviance",
          "mean Poisson deviance",
          "poisson",
          p ->
              Judging.mean(
                  Judging.each(p, (y, m) -> 2 * ((y == 0 ? 0 : y * StrictMath.log(y / m)) - y + m)),
                  p));

  /// root mean squared error of log(1 + amount)
  public static final Metric RMSLE =
      Judges.ratio(
          "rmsle",
          "root mean squared error of log(1 + amount)",
          "squared_log_error",
          p -> Judging.cost(Judging.LOG_ROOT, p.numbers(), p));

  /// share of rows whose class is right
  public static final Metric ACCURACY =
      Judges.classes(
          "accuracy",
          "share of rows whose class is right",
          true,
          "cross-entropies and hinges stand in for it",
          p -> Judging.mean(Judging.right(p), p));

  /// area under the ROC curve
  public static final Metric AUC =
      Judges.two(
          "auc",
          "area under the ROC curve",
          true,
          "cross-entropy on scores, or a logistic loss of pairs (ranknet), stands in for it",
          p -> Ranks.area(p.numbers(), p.targets(), p.weights()));

  /// mean over the rows of class 1 of the precision at their scores
  public static final Metric AVERAGE_PRECISION =
      Judges.two(
          "average_precision",
          "mean precision at the scores of class 1",
          true,
          "cross-entropy on scores, or a logistic loss of pairs (ranknet), stands in for it",
          p -> Ranks.averagePrecision(p.numbers(), p.targets(), p.weights()));

  /// mean negative log-likelihood of the class
  public static final Metric LOG_LOSS =
      Judges.classes(
          "log_loss", "mean negative log-likelihood of the class", false, "", Judging::logLoss);

  /// mean squared error of the probability
  public static final Metric BRIER =
      Judges.two(
          "brier",
          "mean squared error of the probability",
          false,
          "",
          p -> p.isProbable() ? Judging.cost(Judging.SQUARED, p.probabilities(), p) : Double.NaN);

  /// mean distance between probabilities and the shares that are right
  public static final Metric CALIBRATION_ERROR =
      Judges.classes(
          "calibration_error",
          "mean distance between probabilities and the shares that are right",
          false,
          "",
          Judging::calibrationError);

  /// mean over classes of the share found
  public static final Metric BALANCED_ACCURACY =
      Judges.confused(
          "balanced_accuracy",
          "mean over classes of the share that is found",
          "cross-entropy with class weights stands in for it",
          Confusion::balanced);

  /// harmonic mean of precision and recall: of class 1 of two, else the mean over classes
  public static final Metric F1 =
      Judges.confused(
          "f1",
          "harmonic mean of precision and recall",
          "cross-entropy with class weights stands in for it, or a soft dice loss",
          Confusion::f1);

  /// Cohen's kappa: agreement beyond chance
  public static final Metric COHEN_KAPPA =
      Judges.confused(
          "cohen_kappa",
          "agreement beyond chance (Cohen's kappa)",
          "cross-entropy stands in for it",
          Confusion::kappa);

  /// mean number of levels between the class and the prediction
  public static final Metric MEAN_LEVEL_ERROR =
      known(
          new Metric(
              "mean_level_error",
              "mean number of levels between the class and the prediction",
              false,
              EnumSet.of(Target.Kind.ORDINAL),
              "ordinal cross-entropies stand in for it",
              null,
              null,
              p -> Judging.cost(Judging.ABSOLUTE, p.labels(), p)));

  /// how good the order of all rows is: gains of the targets, discounted by place
  public static final Metric NDCG =
      known(
          new Metric(
              "ndcg",
              "discounted gain of the order of rows, as a part of the best order's",
              true,
              EnumSet.of(Target.Kind.COUNT, Target.Kind.POSITIVE, Target.Kind.TWO_CLASSES),
              "losses of pairs or lists (ranknet, listnet) stand in for it",
              null,
              null,
              p -> Ranks.gain(p.numbers(), p.targets())));

  private final String text;
  private final String words;
  private final boolean higherIsBetter;
  private final Set<Target.Kind> kinds;
  private final String surrogate;
  private final Loss loss;
  private final ToDoubleFunction<Confusion> confusion;
  private final ToDoubleFunction<Prediction> formula;

  /// @param kinds of targets that it judges
  /// @param surrogate which losses stand in for it where it has no slope to train by; or empty
  /// @param loss of which it is the mean, or as good as its mean; or null
  /// @param confusion the number of a table of classes and predicted classes, whose threshold is
  ///   chosen where there are two; or null
  Metric(
      String text,
      String words,
      boolean higherIsBetter,
      Set<Target.Kind> kinds,
      String surrogate,
      Loss loss,
      ToDoubleFunction<Confusion> confusion,
      ToDoubleFunction<Prediction> formula) {
    this.text = text;
    this.words = words;
    this.higherIsBetter = higherIsBetter;
    this.kinds = kinds;
    this.surrogate = surrogate;
    this.loss = loss;
    this.confusion = confusion;
    this.formula = formula;
  }

  static Metric known(Metric metric) {
    ALL.add(metric);
    return metric;
  }

  /// The metric of a name, in any case.
  ///
  /// @throws PlumbException when there is none
  public static Metric named(String name) {
    return ALL.stream()
        .filter(m -> m.text.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new PlumbException("no metric " + name));
  }

  /// Every metric that has a name.
  public static List<Metric> values() {
    return List.copyOf(ALL);
  }

  /// The name as typed: `median_absolute_error`, `pinball(0.9)`, or a formula.
  public String text() {
    return text;
  }

  /// In words: `mean absolute error`.
  public String words() {
    return words;
  }

  /// Its direction.
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /// Which losses stand in for it in training, as it has no slope; empty where it has one.
  public String surrogate() {
    return surrogate;
  }

  /// The loss whose minimum is the best of this metric in training; empty where there is none.
  public Optional<Loss> loss() {
    return Optional.ofNullable(loss);
  }

  /// Whether it judges this kind of target.
  boolean judges(Target.Kind kind) {
    return kinds.contains(kind);
  }

  /// The number of a table of classes and predicted classes; empty where it is not made of one.
  Optional<ToDoubleFunction<Confusion>> confusion() {
    return Optional.ofNullable(confusion);
  }

  /// Every metric of a kind of target that is shown unasked, the default first.
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

  /// The metric that a text names: a name; `pinball(0.9)`; `expected_cost(0 1, 5 0)`, what
  /// predicting each class costs, a group of numbers for each class of the target; or a loss of the
  /// catalogue or a formula, whose mean it is: `huber(delta = 2)`, `abs(p - y)^1.5`.
  ///
  /// @throws PlumbException when there is none, with near names, or it does not fit the target
  public static Metric named(String text, Target target) {
    return new MetricText(text.strip(), target).metric();
  }

  /// The metric of a prediction; NaN where it gives no such number.
  double of(Prediction prediction) {
    return formula.applyAsDouble(prediction);
  }

  @Override
  public String toString() {
    return text;
  }

  private static double least(Target target) {
    return Arrays.stream(target.values()).min().orElse(Double.NaN);
  }
}
