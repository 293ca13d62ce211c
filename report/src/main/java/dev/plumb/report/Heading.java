package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.MetricDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was compared on what, and the advice.
final class Heading {
  private Heading() {}

  static String title(ComparisonResult result) {
    return "Which loss for %s?".formatted(result.target());
  }

  static Markup of(ComparisonResult result) {
    List<Markup> facts =
        facts(result).entrySet().stream()
            .map(fact ->
                Template.of("fact")
                    .with("name", fact.getKey())
                    .with("value", fact.getValue())
                    .markup())
            .toList();
    return Template.of("heading")
        .with("title", title(result))
        .with("data", result.data())
        .with("facts", Markup.of(facts))
        .with("advice", advice(result.advice()))
        .markup();
  }

  /// The first sentence large, the rest below it.
  private static Markup advice(String advice) {
    String[] parts = advice.split("(?<=[\\p{L}\\p{N})][.!?])\\s+", 2);
    return Template.of("advice")
        .with("first", parts[0])
        .with(
            "more",
            parts.length > 1
                ? Template.of("advice-more").with("text", parts[1]).markup()
                : Markup.NONE)
        .markup();
  }

  private static Map<String, String> facts(ComparisonResult result) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("target", result.target() + " (" + result.kind().text() + ")");
    facts.put("rows", Figures.grouped(result.rows(), 0));
    facts.put("features", Figures.grouped(result.features(), 0));
    facts.put("model", result.model());
    if (!result.classWeights().isEmpty()) {
      facts.put("classes", result.classWeights());
    }
    if (!result.calibration().isEmpty()) {
      facts.put("probabilities", "by " + result.calibration());
    }
    facts.put("metric", metric(result));
    facts.put(
        "folds", result.folds() + (result.repeats() > 1 ? "\u00a0×\u00a0" + result.repeats() : ""));
    facts.put("seed", Long.toString(result.seed()));
    facts.put("losses", Figures.grouped(result.ranking().size(), 0));
    return facts;
  }

  private static String metric(ComparisonResult result) {
    return result.metrics().stream()
        .filter(m -> m.name().equals(result.metric()) && !m.words().equals(m.name()))
        .map(MetricDescription::words)
        .findFirst()
        .map(words -> result.metric() + " (" + words + ")")
        .orElse(result.metric());
  }
}
