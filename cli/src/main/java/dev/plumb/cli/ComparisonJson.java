package dev.plumb.cli;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The answer of `plumb compare` as JSON, best first, with the notes on the data and on losses that
/// were left out.
final class ComparisonJson {
  private ComparisonJson() {}

  static void write(ComparisonResult result, List<String> notes, Json json) throws IOException {
    json.object(object -> {
      object.name("target").text(result.target());
      object.name("kind").text(result.kind().text());
      object.name("metric").text(result.metric());
      object.name("rows").whole(result.rows());
      object.name("folds").whole(result.folds());
      object.name("seed").whole(result.seed());
      if (!result.classWeights().isEmpty()) {
        object.name("class_weights").text(result.classWeights());
      }
      if (!result.calibration().isEmpty()) {
        object.name("calibration").text(result.calibration());
      }
      if (result.check().isPresent()) {
        ComparisonResult.Check check = result.check().get();
        object.name("check").object(inner -> check(check, inner));
      }
      object.name("ranking").array(array -> ranking(result, array));
      object.name("advice").text(result.advice());
      object.name("notes").texts(notes);
    });
  }

  private static void check(ComparisonResult.Check check, Json json) throws IOException {
    json.name("loss").text(check.loss());
    json.name("rows").whole(check.rows());
    json.name("metrics").object(object -> numbers(check.metrics(), object));
  }

  private static void ranking(ComparisonResult result, Json json) throws IOException {
    for (Entry entry : result.ranking()) {
      json.object(object -> entry(result, entry, object));
    }
  }

  private static void entry(ComparisonResult result, Entry entry, Json json) throws IOException {
    json.name("loss").text(entry.loss());
    json.name("formula").text(entry.formula());
    json.name("parameters").object(object -> numbers(entry.parameters(), object));
    json.name("metrics").object(object -> metrics(result, entry, object));
    json.name("tied").truth(entry.tied());
    json.name("group").whole(entry.group());
    json.name("top1PercentShare").number(entry.top1PercentShare());
  }

  private static void numbers(Map<String, Double> numbers, Json json) throws IOException {
    for (var number : numbers.entrySet()) {
      json.name(number.getKey()).number(number.getValue());
    }
  }

  private static void metrics(ComparisonResult result, Entry entry, Json json) throws IOException {
    for (var metric : result.metrics()) {
      var score = entry.metrics().get(metric.name());
      json.name(metric.name())
          .object(object -> object.name("mean").number(score.mean()).name("se").number(score.se()));
    }
  }
}
