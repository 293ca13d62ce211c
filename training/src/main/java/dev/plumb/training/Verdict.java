package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.formula.Printer;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.ComparisonResult.MetricDescription;
import dev.plumb.training.ComparisonResult.Score;
import dev.plumb.training.statistics.FoldScores;
import dev.plumb.training.statistics.Histogram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a contest says: the ranking, who cannot be told apart from the best, and the advice.
///
/// The ranking follows the mean of the ranking metric over folds; among equal means the catalogue's
/// order. A loss is tied with the best when their difference, fold by fold, is not significant at 5
/// % in the corrected resampled t-test.
///
/// The first is the one to train with.
///
/// @param spread of the residuals under the absolute error
/// @param residuals under the absolute error on all rows; empty for classes
/// @param arrangement of the folds, in words; empty for folds by chance
/// @param rows how many take part
/// @param ratio rows held out for each that is learnt from
record Verdict(
    Comparison options,
    Dataset data,
    List<Metric> panel,
    List<Candidate> candidates,
    Map<Candidate, Contest.Tally> tallies,
    Watch watch,
    List<String> notes,
    double spread,
    double[] residuals,
    double ratio,
    String arrangement,
    int rows) {
  private static final double SIGNIFICANT = 0.05;

  ComparisonResult result() {
    Metric ranking = panel.getFirst();
    var ranked = new ArrayList<>(candidates);
    ranked.sort(Comparator.comparingDouble(c -> order(c, ranking)));
    Candidate best = ranked.getFirst();
    int[] groups = groups(ranked);
    List<Entry> entries =
        IntStream.range(0, groups.length)
            .mapToObj(i -> entry(ranked.get(i), best, groups[i]))
            .toList();
    Advice.Test test =
        (metric, a, b) ->
            !tied(ranked.get(entries.indexOf(a)), ranked.get(entries.indexOf(b)), metric);
    return new ComparisonResult(
        data.name(),
        data.target().name(),
        data.target().kind(),
        ranking.text(),
        options.model(),
        rows,
        data.features().size(),
        options.folds(),
        options.repeats(),
        options.seed(),
        panel.stream()
            .map(m -> new MetricDescription(m.text(), m.words(), m.higherIsBetter()))
            .toList(),
        entries,
        List.copyOf(notes),
        new Advice(panel, entries, data, spread, residuals, test).text() + idle(best),
        arrangement,
        options.classWeights().text(data.target()),
        options.calibration().map(Calibrated::text).orElse(""),
        Optional.empty());
  }

  /// That the best loss is no better than it is without any feature; empty where it is.
  private String idle(Candidate best) {
    Metric metric = panel.getFirst();
    FoldScores constant = new FoldScores(tallies.get(best).constants(), ratio);
    FoldScores model = scores(best, metric);
    double gain = (metric.higherIsBetter() ? 1 : -1) * (model.mean() - constant.mean());
    boolean isIdle = gain <= 0 || model.sameness(constant) > SIGNIFICANT;
    return isIdle
        ? " The columns gain nothing beyond chance: one prediction for every row has %s %s."
            .formatted(metric.text(), Advice.rounded(constant.mean()))
        : "";
  }

  /// From the best on: a loss that differs from the first of its group begins the next one.
  private int[] groups(List<Candidate> ranked) {
    var groups = new int[ranked.size()];
    Candidate first = ranked.getFirst();
    int group = 1;
    for (int i = 0; i < groups.length; i++) {
      if (!tied(ranked.get(i), first, panel.getFirst())) {
        group++;
        first = ranked.get(i);
      }
      groups[i] = group;
    }
    return groups;
  }

  private boolean tied(Candidate candidate, Candidate best, Metric metric) {
    return candidate == best
        || scores(candidate, metric).sameness(scores(best, metric)) > SIGNIFICANT;
  }

  /// Lower is better, and what has no such number comes last.
  private double order(Candidate candidate, Metric metric) {
    double mean = scores(candidate, metric).mean();
    return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : metric.higherIsBetter() ? -mean : mean;
  }

  private FoldScores scores(Candidate candidate, Metric metric) {
    double[] values = tallies.get(candidate).metrics()[panel.indexOf(metric)];
    return new FoldScores(values, ratio);
  }

  private Entry entry(Candidate candidate, Candidate best, int group) {
    Contest.Tally tally = tallies.get(candidate);
    var metrics = new LinkedHashMap<String, Score>();
    for (Metric metric : panel) {
      FoldScores scores = scores(candidate, metric);
      metrics.put(metric.text(), new Score(scores.mean(), scores.standardError()));
    }
    Loss loss = tally.reported().loss();
    Histogram histogram = Histogram.of(tally.residuals());
    return new Entry(
        loss.text(),
        Printer.text(loss.definition().formula()),
        loss.parameters(),
        metrics,
        tied(candidate, best, panel.getFirst()),
        tally.influence().top1PercentShare(),
        loss.definition().estimates().orElse(""),
        watch.seconds(candidate),
        List.copyOf(tally.curve()),
        tally.influence().worst(),
        new ComparisonResult.Residuals(histogram.edges(), histogram.counts()),
        group);
  }
}
