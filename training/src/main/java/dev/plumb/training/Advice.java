package dev.plumb.training;

import dev.plumb.formula.Numbers;
import dev.plumb.training.ComparisonResult.Entry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The advice of a comparison: which loss to train with, and why; then where another metric
/// disagrees.
///
/// @param panel the metrics, the one that ranks first
/// @param ranking best first
/// @param spread of the residuals under the absolute error
/// @param residuals under the absolute error, NaN for rows that take no part; empty for classes
/// @param test whether two losses differ
record Advice(
    List<Metric> panel,
    List<Entry> ranking,
    Dataset data,
    double spread,
    double[] residuals,
    Test test) {
  /// A row farther than so many spreads from a robust fit lies far [Rousseeuw and Leroy 1987,
  /// chapter 2].
  private static final double FAR = 2.5;

  /// The part of normal residuals that lies so far; twice as many deserve a word.
  private static final double NORMALLY_FAR = 0.0124;

  /// So many rows are named; more are counted.
  private static final int NAMED = 6;

  /// A share of the pull that is that much larger than the best loss's is worth a word.
  private static final double MORE = 1.5;

  /// Metrics of amounts in general: that a loss is made for one of them is no reason for it.
  private static final List<Metric> USUAL = List.of(Metric.MAE, Metric.RMSE, Metric.R2);

  /// Whether two losses differ by a metric beyond chance.
  interface Test {
    boolean differ(Metric metric, Entry a, Entry b);
  }

  String text() {
    Entry best = ranking.getFirst();
    var sentences = new ArrayList<String>();
    sentences.add("Train with %s: %s.".formatted(best.loss(), reason(best)));
    disagreement(best).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private String reason(Entry best) {
    Metric metric = panel.getFirst();
    if (!USUAL.contains(metric)
        && metric.loss().filter(l -> l.text().equals(best.loss())).isPresent()) {
      return "it is what %s measures, and has the best (%s)".formatted(metric.text(), score(best));
    }
    Entry squared = entry("squared_error");
    if (residuals.length > 0 && squared != null && squared != best && isPulled(squared, best)) {
      return outliers()
          + (squared.tied()
              ? ", and %s lets them pull less than squared_error does".formatted(best.loss())
              : ", and squared_error lets them pull");
    }
    String least = "it has the best " + panel.getFirst().text() + " (" + score(best) + ")";
    if (ranking.size() == 1) {
      return least + " of one loss";
    }
    if (best == squared) {
      return least + ", and no few rows pull much harder than the rest";
    }
    return best.estimates().isEmpty() ? least : least + " and estimates " + best.estimates();
  }

  private boolean isPulled(Entry squared, Entry best) {
    return squared.top1PercentShare() > MORE * best.top1PercentShare()
        || farRows().length > 0 && squared.top1PercentShare() > best.top1PercentShare();
  }

  private String outliers() {
    int[] far = farRows();
    if (far.length == 0) {
      return "a few rows would pull much harder than the rest";
    }
    if (far.length == 1) {
      return "row %d lies far from the rest".formatted(far[0]);
    }
    if (far.length <= NAMED) {
      String first =
          IntStream.range(0, far.length - 1)
              .mapToObj(i -> Integer.toString(far[i]))
              .collect(Collectors.joining(", "));
      return "rows %s and %d lie far from the rest".formatted(first, far[far.length - 1]);
    }
    return "%,d rows (%s %%) lie far from the rest"
        .formatted(far.length, rounded(100.0 * far.length / told()));
  }

  /// How many rows have a residual.
  private long told() {
    return Arrays.stream(residuals).filter(r -> !Double.isNaN(r)).count();
  }

  /// Row numbers, from 1.
  private int[] farRows() {
    int[] far =
        IntStream.range(0, residuals.length)
            .filter(i -> Math.abs(residuals[i]) > FAR * spread)
            .map(i -> i + 1)
            .toArray();
    return far.length > 2 * NORMALLY_FAR * told() ? far : new int[0];
  }

  /// The first other metric of amounts by which another loss is better, beyond what the best is
  /// tied with.
  private Optional<String> disagreement(Entry best) {
    return panel.stream()
        .skip(1)
        .filter(m -> m == Metric.RMSE || m == Metric.MAE)
        .flatMap(metric ->
            ranking.stream()
                .min(Comparator.comparingDouble(e -> mean(e, metric)))
                .filter(e -> e != best && mean(e, metric) < mean(best, metric))
                .filter(e -> test.differ(metric, e, best))
                .map(e -> disagreement(best, e, metric))
                .stream())
        .findFirst();
  }

  private String disagreement(Entry best, Entry other, Metric metric) {
    return "By %s %s is better (%s against %s): %s."
        .formatted(
            metric.text(),
            other.loss(),
            rounded(mean(other, metric)),
            rounded(mean(best, metric)),
            metric == Metric.RMSE
                ? "a squared metric is decided by the few rows that lie far"
                : "an absolute metric counts every row by its distance alone");
  }

  private static double mean(Entry entry, Metric metric) {
    double mean = entry.metrics().get(metric.text()).mean();
    return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : mean;
  }

  private Entry entry(String name) {
    return ranking.stream().filter(e -> e.loss().equals(name)).findFirst().orElse(null);
  }

  private String score(Entry entry) {
    ComparisonResult.Score score = entry.metrics().get(panel.getFirst().text());
    return rounded(score.mean()) + " ± " + rounded(score.se());
  }

  static String rounded(double value) {
    return Double.isFinite(value)
        ? Numbers.text(new BigDecimal(value).round(new MathContext(3)).doubleValue())
        : Numbers.text(value);
  }
}
