package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.ComparisonResult.Residuals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Histograms of the residuals under the best losses, and under squared error for comparison.
record ResidualShapes(ComparisonResult result, List<Entry> entries) {
  private static final int SHOWN = 3;
  private static final long MANY = 200;
  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  /// Empty for classes.
  static Optional<Section> section(Report report) {
    List<Entry> all =
        report.result().ranking().stream()
            .filter(e -> Spread.of(e.residuals()).isPresent())
            .toList();
    List<Entry> shown =
        Stream.concat(
                all.stream().limit(SHOWN),
                all.stream().skip(SHOWN).filter(e -> e.loss().equals("squared_error")))
            .toList();
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new ResidualShapes(report.result(), shown).section());
  }

  private Section section() {
    Markup body =
        Template.of("residuals")
            .with("charts", Markup.of(entries.stream().map(this::chart).toList()))
            .with("rows", Markup.of(entries.stream().map(this::row).toList()))
            .markup();
    return new Section("residuals", "What is left: the residuals", body);
  }

  private Markup chart(Entry entry) {
    return Chart.of("histogram")
        .with("bins", bins(entry.residuals()))
        .with("x domain", List.of(low(), high()))
        .with("scale", most() > MANY ? "symlog" : "linear")
        .with("y", most() > MANY ? "rows, logarithmic" : "rows")
        .panel(
            "Histogram of the residuals under %s; the table below gives its quantiles."
                .formatted(entry.loss()),
            Template.of("code").with("text", entry.loss()).markup());
  }

  private static List<Map<String, Object>> bins(Residuals residuals) {
    var bins = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < residuals.counts().length; i++) {
      var bin = new LinkedHashMap<String, Object>();
      bin.put("low", residuals.edges()[i]);
      bin.put("high", residuals.edges()[i + 1]);
      bin.put("count", residuals.counts()[i]);
      bin.put(
          "text",
          Figures.brief(residuals.edges()[i]) + " to " + Figures.brief(residuals.edges()[i + 1]));
      bins.add(bin);
    }
    return bins;
  }

  private Markup row(Entry entry) {
    Spread spread = Spread.of(entry.residuals()).orElseThrow();
    var cells = new ArrayList<Markup>();
    for (double share : SHARES) {
      cells.add(Template.of("cell").with("text", Figures.brief(spread.quantile(share))).markup());
    }
    return Template.of("row").with("name", entry.loss()).with("cells", Markup.of(cells)).markup();
  }

  private double low() {
    return entries.stream().mapToDouble(e -> e.residuals().edges()[0]).min().orElse(0);
  }

  private double high() {
    return entries.stream()
        .mapToDouble(e -> e.residuals().edges()[e.residuals().counts().length])
        .max()
        .orElse(0);
  }

  private long most() {
    return entries.stream()
        .flatMapToLong(e -> Arrays.stream(e.residuals().counts()))
        .max()
        .orElse(0);
  }
}
