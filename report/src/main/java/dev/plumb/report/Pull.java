package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How hard the few rows that lie far off pull the model, loss by loss.
record Pull(ComparisonResult result) {
  private static final double WORST = 0.01;

  /// Space for a number beyond the longest bar.
  private static final double ROOM = 1.3;

  static Optional<Section> section(Report report) {
    Pull pull = new Pull(report.result());
    Markup body =
        Template.of("pull")
            .with("words", pull.words())
            .with("share", pull.share())
            .with("growth", Growth.of(report.result()).map(Growth::markup).orElse(Markup.NONE))
            .markup();
    return Optional.of(new Section("pull", "An outlier’s pull", body));
  }

  private Markup share() {
    List<Entry> entries =
        result.ranking().stream()
            .filter(e -> Double.isFinite(e.top1PercentShare()))
            .sorted(Comparator.comparingDouble(Entry::top1PercentShare).reversed())
            .toList();
    if (entries.isEmpty()) {
      return Markup.NONE;
    }
    return Chart.of("share")
        .with("height", Chart.STEP * entries.size())
        .with("bars", entries.stream().map(Pull::bar).toList())
        .with(
            "x domain", List.of(0, ROOM * Math.max(even(), entries.getFirst().top1PercentShare())))
        .with("even", List.of(Map.of("share", even())))
        .figure(
            "Share of the whole gradient that the worst 1 %% of rows carry under each loss, from %s (%s) to %s (%s)."
                .formatted(
                    entries.getFirst().loss(),
                    Figures.percent(entries.getFirst().top1PercentShare()),
                    entries.getLast().loss(),
                    Figures.percent(entries.getLast().top1PercentShare())),
            "How much of the gradient the worst 1 %% of rows carry. If all rows pulled alike, it would be %s (dotted)."
                .formatted(Figures.percent(even())));
  }

  private static Map<String, Object> bar(Entry entry) {
    var bar = new LinkedHashMap<String, Object>();
    bar.put("loss", entry.loss());
    bar.put("share", entry.top1PercentShare());
    bar.put("text", Figures.percent(entry.top1PercentShare()));
    return bar;
  }

  private String words() {
    long worst = worst();
    return "Training follows the sum of all rows’ gradients. The worst 1 %% of these rows %s %s: if a loss gives %s much of that sum, the fit goes to %s and away from the rest."
        .formatted(
            worst == 1 ? "is" : "are",
            Figures.count(worst, "row"),
            worst == 1 ? "it" : "them",
            worst == 1 ? "it" : "them");
  }

  private double even() {
    return (double) worst() / Math.max(1, result.rows());
  }

  private long worst() {
    return (long) Math.max(1, Math.ceil(WORST * result.rows()));
  }
}
