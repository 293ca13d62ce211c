package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.ComparisonResult.MetricDescription;
import dev.plumb.training.ComparisonResult.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How sure the ranking is: the ranking metric with its error bars.
final class Precision {
  private Precision() {}

  static Optional<Section> section(Report report) {
    ComparisonResult result = report.result();
    List<Map<String, Object>> points =
        result.ranking().stream()
            .filter(e -> Double.isFinite(Ranking.score(e, result.metric()).mean()))
            .map(e -> point(e, result))
            .toList();
    if (points.isEmpty()) {
      return Optional.empty();
    }
    Markup figure =
        Chart.of("forest")
            .with("points", points)
            .with("height", Chart.STEP * points.size())
            .with("metric", axis(result))
            .figure(alternative(result), caption(result));
    return Optional.of(new Section("precision", "How sure is that?", figure));
  }

  private static Map<String, Object> point(Entry entry, ComparisonResult result) {
    Score score = Ranking.score(entry, result.metric());
    double error = Double.isNaN(score.se()) ? 0 : score.se();
    var point = new LinkedHashMap<String, Object>();
    point.put("loss", entry.loss());
    point.put("mean", score.mean());
    point.put("low", score.mean() - error);
    point.put("high", score.mean() + error);
    point.put("kind", entry.tied() ? "tied" : "behind");
    point.put("text", Figures.number(score.mean()) + " ± " + Figures.number(score.se()));
    return point;
  }

  private static String axis(ComparisonResult result) {
    return result.metric() + (isHigherBetter(result) ? ", higher is better" : ", lower is better");
  }

  private static boolean isHigherBetter(ComparisonResult result) {
    return result.metrics().stream()
        .filter(m -> m.name().equals(result.metric()))
        .anyMatch(MetricDescription::higherIsBetter);
  }

  private static String alternative(ComparisonResult result) {
    return "Mean %s of each loss over the folds, with one standard error to each side, best first; the numbers are in the table above."
        .formatted(result.metric());
  }

  private static String caption(ComparisonResult result) {
    long tied = result.ranking().stream().filter(Entry::tied).count();
    String told =
        tied == result.ranking().size()
            ? "No loss can be told apart from the best on these rows: choose by what they estimate."
            : tied > 1
                ? "The %d losses in strong colour cannot be told apart on these rows: choose among them by what they estimate."
                    .formatted(tied)
                : "The best loss, in strong colour, stands apart from the others on these rows.";
    return "Each point is a mean over the folds; its bar reaches one standard error to each side. "
        + (result.ranking().size() > 1 ? told : "");
  }
}
