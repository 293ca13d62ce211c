package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.ComparisonResult.MetricDescription;
import dev.plumb.training.ComparisonResult.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ranked table.
record Ranking(ComparisonResult result) {
  /// More metrics than these have their errors below them.
  private static final int WIDE = 3;

  private static final Score NONE = new Score(Double.NaN, Double.NaN);

  static Optional<Section> section(Report report) {
    return Optional.of(new Section("ranking", "The ranking", new Ranking(report.result()).table()));
  }

  static Score score(Entry entry, String metric) {
    return entry.metrics().getOrDefault(metric, NONE);
  }

  private Markup table() {
    List<Entry> entries = result.ranking();
    return Template.of("ranking")
        .with("metric", result.metric())
        .with("width", result.metrics().size() > WIDE ? "many" : "few")
        .with(
            "parameters",
            hasParameters() ? Template.of("ranking-parameters-head").markup() : Markup.NONE)
        .with("metrics", Markup.of(result.metrics().stream().map(this::head).toList()))
        .with("rows", Markup.of(entries.stream().map(this::row).toList()))
        .markup();
  }

  private Markup head(MetricDescription metric) {
    return Template.of("ranking-metric")
        .with("name", breakable(metric.name()))
        .with("words", metric.words())
        .with("direction", metric.higherIsBetter() ? "higher is better" : "lower is better")
        .markup();
  }

  /// A long name may go on in the next line after an underscore.
  private static Markup breakable(String name) {
    return new Markup(Markup.text(name).html().replace("_", "_<wbr />"));
  }

  private Markup row(Entry entry) {
    int place = result.ranking().indexOf(entry);
    return Template.of("ranking-row")
        .with("kind", place == 0 ? "best" : entry.tied() ? "tied" : "behind")
        .with("place", place(place, entry))
        .with("loss", entry.loss())
        .with("formula", entry.formula())
        .with("scores", Markup.of(result.metrics().stream().map(m -> cell(entry, m)).toList()))
        .with("share", Figures.percent(entry.top1PercentShare()))
        .with("width", width(entry.top1PercentShare()))
        .with("estimates", entry.estimates())
        .with("parameters", parameters(entry))
        .markup();
  }

  private boolean hasParameters() {
    return result.ranking().stream().anyMatch(e -> !e.parameters().isEmpty());
  }

  /// In percent of the largest share.
  private double width(double share) {
    double most =
        result.ranking().stream()
            .mapToDouble(Entry::top1PercentShare)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return most > 0 && share > 0 ? Math.round(1000 * share / most) / 10.0 : 0;
  }

  private static Markup place(int place, Entry entry) {
    return place > 0 && entry.tied()
        ? new Markup("<abbr title=\"cannot be told apart from the best\">≈</abbr>")
        : Markup.text(Integer.toString(place + 1));
  }

  private Markup cell(Entry entry, MetricDescription metric) {
    Score score = score(entry, metric.name());
    int decimals = decimals(metric);
    return Template.of("ranking-score")
        .with("kind", entry.equals(best(metric)) ? "best" : "other")
        .with("mean", Figures.grouped(score.mean(), decimals))
        .with("error", error(score, decimals))
        .markup();
  }

  private static Markup error(Score score, int decimals) {
    return Double.isFinite(score.mean()) && Double.isFinite(score.se())
        ? Template.of("ranking-error").with("error", Figures.grouped(score.se(), decimals)).markup()
        : Markup.NONE;
  }

  /// The same for a whole column, so that its numbers align.
  private int decimals(MetricDescription metric) {
    return Figures.decimals(
        result.ranking().stream()
            .mapToDouble(e -> score(e, metric.name()).se())
            .filter(se -> se > 0)
            .min()
            .orElse(Double.NaN));
  }

  private Entry best(MetricDescription metric) {
    Comparator<Entry> byMean = Comparator.comparingDouble(e -> score(e, metric.name()).mean());
    return result.ranking().stream()
        .filter(e -> !Double.isNaN(score(e, metric.name()).mean()))
        .min(metric.higherIsBetter() ? byMean.reversed() : byMean)
        .orElse(null);
  }

  private Markup parameters(Entry entry) {
    String parameters =
        entry.parameters().entrySet().stream()
            .map(p -> p.getKey() + " = " + Figures.number(p.getValue()))
            .collect(Collectors.joining(", "));
    return hasParameters()
        ? Template.of("ranking-parameters").with("parameters", parameters).markup()
        : Markup.NONE;
  }
}
