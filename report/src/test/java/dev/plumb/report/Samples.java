package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.CurvePoint;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.ComparisonResult.MetricDescription;
import dev.plumb.training.ComparisonResult.Residuals;
import dev.plumb.training.ComparisonResult.Score;
import dev.plumb.training.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Results like those of a comparison.
final class Samples {
  private Samples() {}

  /// Numbers: 21 days of a plant, four of them outliers (Brownlee 1965).
  static ComparisonResult stackloss() {
    return new ComparisonResult(
        "stackloss.csv",
        "stack_loss",
        Target.Kind.NUMBER,
        "mae",
        "linear",
        21,
        3,
        5,
        10,
        0,
        List.of(
            new MetricDescription("mae", "mean absolute error", false),
            new MetricDescription("rmse", "root mean squared error", false),
            new MetricDescription("r2", "share of the variance explained", true)),
        List.of(
            number(
                "huber(delta = 2.6)",
                "if abs(p - y) <= delta then (p - y)^2 / 2 else delta * (abs(p - y) - delta / 2)",
                2.35,
                0.40,
                3.41,
                true,
                0.062,
                "a mean of the inliers",
                Map.of("delta", 2.5837)),
            number(
                "absolute_error",
                "abs(p - y)",
                2.38,
                0.42,
                3.63,
                true,
                0.048,
                "the median",
                Map.of()),
            number(
                "pseudo_huber(delta = 2.6)",
                "delta^2 * (sqrt(1 + ((p - y) / delta)^2) - 1)",
                2.41,
                0.41,
                3.38,
                true,
                0.071,
                "a mean of the inliers",
                Map.of("delta", 2.5837)),
            number(
                "log_cosh",
                "log(cosh(p - y))",
                2.44,
                0.43,
                3.52,
                true,
                0.052,
                "a mean of the inliers",
                Map.of()),
            number(
                "quantile(quantile = 0.5)",
                "max(quantile * (y - p), (quantile - 1) * (y - p))",
                2.51,
                0.42,
                3.66,
                true,
                0.048,
                "the quantile",
                Map.of("quantile", 0.5)),
            number(
                "squared_error", "(p - y)^2", 2.76, 0.39, 3.24, false, 0.213, "the mean", Map.of()),
            number(
                "squared_log_error",
                "(log(1 + p) - log(1 + y))^2",
                2.93,
                0.51,
                3.9,
                false,
                0.181,
                "the geometric mean of 1 + y, less 1",
                Map.of()),
            number(
                "poisson", "exp(z) - y * z", 3.02, 0.55, 4.05, false, 0.19, "the mean", Map.of())),
        List.of(
            "smooth_l1 is huber on another scale and was left out.",
            "The column WATERTEMP has 9 different values; it was used as a number."),
        "Train with huber(delta = 2.6): rows 1, 3, 4 and 21 lie far from the rest, and squared error lets them pull. By rmse squared_error is better (3.24 against 3.41): a squared metric is decided by the few rows that lie far.");
  }

  private static Entry number(
      String loss,
      String formula,
      double mae,
      double error,
      double rmse,
      boolean tied,
      double share,
      String estimates,
      Map<String, Double> parameters) {
    return entry(
        loss,
        formula,
        parameters,
        Map.of(
            "mae", new Score(mae, error),
            "rmse", new Score(rmse, error * 1.4),
            "r2", new Score(0.95 - rmse / 30, 0.04)),
        tied,
        share,
        estimates,
        List.of(21, 4, 3, 1),
        new Residuals(
            new double[] {-7.5, -5, -2.5, 0, 2.5, 5, 7.5}, new long[] {10, 20, 65, 80, 20, 15}),
        mae);
  }

  /// Classes: rain tomorrow.
  static ComparisonResult rain() {
    return new ComparisonResult(
        "rain.csv",
        "rain_tomorrow",
        Target.Kind.TWO_CLASSES,
        "accuracy",
        "linear",
        1460,
        6,
        5,
        1,
        7,
        List.of(
            new MetricDescription("accuracy", "share of right answers", true),
            new MetricDescription("log_loss", "mean negative log-likelihood", false)),
        List.of(
            classes(
                "sigmoid_cross_entropy",
                "-(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))",
                0.735,
                0.541,
                true,
                0.019),
            classes("logistic", "log(1 + exp(-y * s))", 0.735, 0.541, true, 0.019),
            classes("squared_hinge", "max(0, 1 - y * s)^2", 0.731, Double.NaN, true, 0.024),
            classes("hinge", "max(0, 1 - y * s)", 0.722, Double.NaN, true, 0.018),
            classes("exponential", "exp(-y * s)", 0.702, 0.583, false, 0.064)),
        List.of(),
        "Train with sigmoid_cross_entropy: it has the best accuracy (0.735 ± 0.011) and estimates the probability of the class.");
  }

  private static Entry classes(
      String loss, String formula, double accuracy, double logLoss, boolean tied, double share) {
    return entry(
        loss,
        formula,
        Map.of(),
        Map.of("accuracy", new Score(accuracy, 0.011), "log_loss", new Score(logLoss, 0.012)),
        tied,
        share,
        "the probability of the class",
        List.of(1204, 33, 518, 902, 77),
        new Residuals(new double[0], new long[0]),
        0.55);
  }

  private static Entry entry(
      String loss,
      String formula,
      Map<String, Double> parameters,
      Map<String, Score> metrics,
      boolean tied,
      double share,
      String estimates,
      List<Integer> worst,
      Residuals residuals,
      double cost) {
    return new Entry(
        loss,
        formula,
        new LinkedHashMap<>(parameters),
        metrics,
        tied,
        share,
        estimates,
        0.1,
        IntStream.range(0, 24)
            .mapToObj(i ->
                new CurvePoint(
                    i,
                    cost * (1 + 3 * Math.exp(-i / 4.0)),
                    0.06 * cost * (1 - Math.exp(-i / 5.0)),
                    cost * (1.1 + 2.8 * Math.exp(-i / 4.0) + 0.004 * i)))
            .toList(),
        worst,
        residuals);
  }

  /// Many classes, of which only one loss is known.
  static ComparisonResult digits() {
    ComparisonResult r = rain();
    return new ComparisonResult(
        "digits.csv",
        "digit",
        Target.Kind.MANY_CLASSES,
        r.metric(),
        r.model(),
        1797,
        64,
        5,
        1,
        0,
        r.metrics(),
        List.of(
            classes("sparse_softmax_cross_entropy", "logsumexp(z) - z[y]", 0.96, 0.16, true, 0.11),
            classes("gone.loss", "? no formula", 0.95, 0.2, true, 0.1)),
        r.notes(),
        "Train with sparse_softmax_cross_entropy.");
  }

  /// As little as a comparison can say.
  static ComparisonResult bare() {
    return new ComparisonResult(
        "x",
        "y",
        Target.Kind.NUMBER,
        "mae",
        "linear",
        1,
        0,
        1,
        1,
        0,
        List.of(new MetricDescription("mae", "mae", false)),
        List.of(
            new Entry(
                "squared_error",
                "",
                new LinkedHashMap<>(),
                Map.of(),
                true,
                Double.NaN,
                "",
                0,
                List.of(),
                List.of(),
                new Residuals(new double[] {0, 0}, new long[] {1}))),
        List.of(),
        "");
  }

  /// The stackloss result under other names, which are not harmless.
  static ComparisonResult named(String name) {
    ComparisonResult s = stackloss();
    Entry first = s.ranking().getFirst();
    Entry renamed =
        new Entry(
            name,
            name,
            first.parameters(),
            first.metrics(),
            first.tied(),
            first.top1PercentShare(),
            name,
            first.seconds(),
            first.learningCurve(),
            first.worstRows(),
            first.residuals());
    return new ComparisonResult(
        name,
        name,
        s.kind(),
        s.metric(),
        name,
        s.rows(),
        s.features(),
        s.folds(),
        s.repeats(),
        s.seed(),
        List.of(new MetricDescription("mae", name, false), s.metrics().get(1)),
        List.of(renamed, s.ranking().get(1)),
        List.of(name),
        name);
  }

  /// The same answer of classes that were weighed, with probabilities that were calibrated.
  static ComparisonResult weighed(ComparisonResult plain, String weights, String calibration) {
    return new ComparisonResult(
        plain.data(),
        plain.target(),
        plain.kind(),
        plain.metric(),
        plain.model(),
        plain.rows(),
        plain.features(),
        plain.folds(),
        plain.repeats(),
        plain.seed(),
        plain.metrics(),
        plain.ranking(),
        plain.notes(),
        plain.advice(),
        plain.arrangement(),
        weights,
        calibration,
        plain.check());
  }
}
