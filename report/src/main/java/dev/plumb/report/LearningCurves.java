package dev.plumb.report;

import dev.plumb.training.ComparisonResult.CurvePoint;
import dev.plumb.training.ComparisonResult.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How training went under the best losses: cost on the training fold, penalty, and cost on the
/// fold held out.
record LearningCurves(List<Entry> entries) {
  private static final int SHOWN = 6;
  private static final int POINTS = 150;

  /// A penalty below that share of the training cost cannot be seen beside it.
  private static final double VISIBLE = 0.02;

  static Optional<Section> section(Report report) {
    List<Entry> curved =
        report.result().ranking().stream()
            .filter(e -> e.learningCurve() != null && e.learningCurve().size() > 1)
            .limit(SHOWN)
            .toList();
    return curved.isEmpty() ? Optional.empty() : Optional.of(new LearningCurves(curved).section());
  }

  private Section section() {
    Markup body =
        Template.of("learning")
            .with("charts", Markup.of(entries.stream().map(LearningCurves::chart).toList()))
            .with("rows", Markup.of(entries.stream().map(LearningCurves::row).toList()))
            .markup();
    return new Section("learning", "How training went", body);
  }

  private static Markup chart(Entry entry) {
    List<CurvePoint> curve = thinned(entry.learningCurve());
    CurvePoint last = curve.getLast();
    boolean penalised = last.penalty() > VISIBLE * Math.abs(last.trainingLoss());
    Stream<Map<String, Object>> lines =
        Stream.of(
            line("training", curve, CurvePoint::trainingLoss),
            line("held out", curve, CurvePoint::validationLoss));
    Stream<Map<String, Object>> penalty =
        penalised ? Stream.of(line("penalty", curve, CurvePoint::penalty)) : Stream.empty();
    return Chart.of("learning")
        .with("lines", Stream.concat(lines, penalty).toList())
        .panel(
            "Training and held-out cost by iteration under %s; the table below gives the last values."
                .formatted(entry.loss()),
            Template.of("code").with("text", entry.loss()).markup());
  }

  private static Map<String, Object> line(
      String name, List<CurvePoint> curve, ToDoubleFunction<CurvePoint> of) {
    return Map.ofEntries(
        Map.entry("line", name),
        Map.entry("x", curve.stream().map(CurvePoint::iteration).toList()),
        Map.entry("y", Figures.rounded(curve.stream().mapToDouble(of).toArray())));
  }

  private static Markup row(Entry entry) {
    CurvePoint last = entry.learningCurve().getLast();
    List<Markup> cells =
        Stream.of(
                Figures.grouped(last.iteration(), 0),
                Figures.number(last.trainingLoss()),
                Figures.number(last.penalty()),
                Figures.number(last.validationLoss()))
            .map(text -> Template.of("cell").with("text", text).markup())
            .toList();
    return Template.of("row").with("name", entry.loss()).with("cells", Markup.of(cells)).markup();
  }

  /// A long curve by some of its points, the first and the last among them.
  private static List<CurvePoint> thinned(List<CurvePoint> curve) {
    if (curve.size() <= POINTS) {
      return curve;
    }
    return IntStream.range(0, POINTS)
        .mapToObj(i -> curve.get((int) ((long) i * (curve.size() - 1) / (POINTS - 1))))
        .toList();
  }
}
