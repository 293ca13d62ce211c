package dev.plumb.report;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The compared losses as curves, their gradients beside.
record LossCurves(ComparisonResult result, Series series) {
  private static final double STEEPEST = 4;

  /// A standard normal one, where a comparison gives no residuals.
  private static final Spread UNKNOWN =
      new Spread(new double[] {-3, -1, 1, 3}, new double[] {1, 5, 5, 1});

  static Optional<Section> section(Report report) {
    ComparisonResult result = report.result();
    return new LossCurves(result, Series.of(result)).section();
  }

  /// The loss of an entry; empty when its text names none, as a file that is gone.
  static Optional<Loss> loss(Entry entry) {
    for (String text : List.of(entry.loss(), entry.formula())) {
      try {
        return Optional.of(Loss.of(text));
      } catch (PlumbException | IllegalArgumentException e) {
        // The formula is tried next; a text that names no loss is simply not drawn.
      }
    }
    return Optional.empty();
  }

  private Optional<Section> section() {
    var groups = new TreeMap<Axis, List<Curve>>();
    var left = new ArrayList<String>();
    for (Entry entry : result.ranking()) {
      Optional<Loss> loss = loss(entry);
      Optional<Axis> axis = loss.flatMap(l -> Axis.of(l, result.kind()));
      if (axis.isEmpty()) {
        left.add(entry.loss());
      } else {
        groups
            .computeIfAbsent(axis.get(), _ -> new ArrayList<>())
            .add(curve(entry.loss(), loss.orElseThrow(), scale(axis.get())));
      }
    }
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    var body = new ArrayList<Markup>();
    groups.forEach((axis, curves) -> body.add(pair(scale(axis), curves)));
    if (!left.isEmpty()) {
      body.add(aside("Not drawn, for no single axis shows it: " + String.join(", ", left) + "."));
    }
    return Optional.of(
        new Section("curves", "What each loss charges, and how it pulls", Markup.of(body)));
  }

  private Scale scale(Axis axis) {
    return Scale.of(axis, Spread.of(result).orElse(UNKNOWN));
  }

  private static Curve curve(String name, Loss loss, Scale scale) {
    return scale.on(Curve.of(name, loss, scale.axis(), scale.low(), scale.high()));
  }

  private Markup pair(Scale scale, List<Curve> curves) {
    double most = most(curves, Curve::value, scale.ceiling());
    double steepest = most(curves, Curve::gradient, STEEPEST);
    List<String> names = curves.stream().map(Curve::name).toList();
    Markup value =
        chart(scale, lines(curves, Curve::value), "loss, scaled", 0, most)
            .panel(
                "The loss by " + scale.axis().title() + " for " + String.join(", ", names),
                "The loss");
    Markup gradient =
        chart(scale, lines(curves, Curve::gradient), "gradient, scaled", -steepest, steepest)
            .panel(
                "The gradient by " + scale.axis().title() + " for " + String.join(", ", names),
                pulls(scale));
    return Template.of("pair")
        .with("words", words(scale))
        .with("legend", series.legend(names))
        .with("first", value)
        .with("second", gradient)
        .markup();
  }

  private Chart chart(
      Scale scale, List<Map<String, Object>> lines, String title, double low, double high) {
    return series
        .on(Chart.of("lines"))
        .with("lines", lines)
        .with("x", scale.axis().title())
        .with("x domain", List.of(scale.low(), scale.high()))
        .with("y", title)
        .with("y domain", List.of(low, high))
        .with("marks", Arrays.stream(scale.units()).mapToObj(x -> Map.of("x", x)).toList());
  }

  /// The best one last, so that it lies on top.
  static List<Map<String, Object>> lines(List<Curve> curves, Function<Curve, double[]> of) {
    return curves.reversed().stream().map(c -> line(c, of.apply(c))).toList();
  }

  private static Map<String, Object> line(Curve curve, double[] y) {
    var line = new LinkedHashMap<String, Object>();
    line.put("loss", curve.name());
    line.put("x", Figures.rounded(curve.x()));
    line.put("y", Figures.rounded(y));
    return line;
  }

  private static double most(List<Curve> curves, Function<Curve, double[]> of, double atMost) {
    return curves.stream()
        .flatMapToDouble(c -> Arrays.stream(of.apply(c)).map(Math::abs))
        .filter(v -> v <= atMost)
        .max()
        .orElse(atMost);
  }

  private static String pulls(Scale scale) {
    return scale.axis() == Axis.PREDICTION
        ? "Its gradient by the score that the model fits: how hard a row pulls"
        : "Its gradient, the slope of that curve: how hard a row pulls";
  }

  private static String words(Scale scale) {
    return switch (scale.axis()) {
      case RESIDUAL ->
          "Every loss is scaled to be 1 at the typical residual, ±%s (dotted), so that only shapes differ; training does not feel the scale. What leaves the picture goes on outside it."
              .formatted(Figures.brief(scale.step()));
      case MARGIN ->
          "Every loss is scaled to be 1 where the score is undecided (dotted), so that only shapes differ; training does not feel the scale. To the left the score is wrong, and the farther the surer.";
      case PREDICTION ->
          "These losses weigh a residual by the size of its target, so they are drawn for a target of 1: what a prediction costs beyond a perfect one, scaled to be 1 at a prediction of 2 (dotted).";
    };
  }

  private static Markup aside(String text) {
    return Template.of("aside").with("text", text).markup();
  }
}
