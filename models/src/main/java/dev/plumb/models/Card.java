package dev.plumb.models;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.Calibrated;
import dev.plumb.training.Dataset;
import dev.plumb.training.Metric;
import dev.plumb.training.Model;
import dev.plumb.training.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Where a model comes from, as names and texts: the metadata of its file. Nothing in it depends on
/// when or by whom it was made, so the same training gives the same file.
///
/// @param facts in the order in which they are told
public record Card(SequencedMap<String, String> facts) {
  static final String LOSS = "loss";
  static final String DEFINITION = "loss.definition";
  static final String DEFINITION_HASH = "loss.sha256";
  static final String TARGET = "target";
  static final String KIND = "target.kind";
  static final String LABEL = "target.label.";
  static final String PROBABLE = "prediction.is_probability";
  static final String LEVELS = "prediction.is_of_levels";
  static final String OUTPUTS = "prediction.names";

  /// The last fact of a file, over all others: without it the file was cut off.
  static final String SEAL = "card.sha256";

  public Card {
    facts = new LinkedHashMap<>(facts);
  }

  /// The card of a model trained on this data.
  public static Card of(Dataset data, Model model) {
    var facts = new LinkedHashMap<String, String>();
    Loss loss = model.loss();
    Target target = data.target();
    String definition = DefinitionText.of(loss);
    facts.put(LOSS, loss.text());
    facts.put(DEFINITION, definition);
    facts.put(DEFINITION_HASH, Digest.of(definition));
    facts.put(TARGET, target.name());
    facts.put(KIND, target.kind().name());
    for (int k = 0; k < target.labels().size(); k++) {
      facts.put(LABEL + k, target.labels().get(k));
    }
    facts.put(PROBABLE, Boolean.toString(target.kind().isClasses() && model.isProbable()));
    if (model.isOfLevels()) {
      facts.put(LEVELS, "true");
    }
    facts.put("data", data.name());
    facts.put("data.rows", Integer.toString(data.rows()));
    facts.put("data.sha256", Digest.of(data));
    facts.put("java", Integer.toString(Runtime.version().feature()));
    return new Card(facts);
  }

  /// The card of a calibrated model trained on this data.
  public static Card of(Dataset data, Calibrated calibrated) {
    return of(data, calibrated.fit().model())
        .with(PROBABLE, true)
        .with("calibration", calibrated.calibration().text())
        .with("calibration.error", calibrated.after().calibrationError());
  }

  /// The same with names for the several numbers that the model says of a row.
  ///
  /// @param names without commas
  public Card named(List<String> names) {
    return with(OUTPUTS, String.join(",", names));
  }

  /// The names of the several numbers that the model says of a row: its labels, or what [#named]
  /// told; else none. Of levels `at_least_LABEL`, but for the lowest.
  public List<String> names() {
    if (facts.containsKey(LEVELS)) {
      return labels().stream().skip(1).map(label -> "at_least_" + label).toList();
    }
    String told = facts.get(OUTPUTS);
    return told == null ? labels() : List.of(told.split(","));
  }

  /// The same with another fact: `seed`.
  public Card with(String name, Object value) {
    var more = new LinkedHashMap<>(facts);
    more.put(name, value.toString());
    return new Card(more);
  }

  /// The same with what metrics say.
  ///
  /// @param rows on which they were computed: `training`, `held_out`
  public Card with(String rows, Map<Metric, Double> metrics) {
    Card card = this;
    for (var metric : metrics.entrySet()) {
      card = card.with("metric." + rows + "." + metric.getKey().text(), metric.getValue());
    }
    return card;
  }

  String seal() {
    return Digest.of(facts.toString());
  }

  /// A fact.
  ///
  /// @throws PlumbException when the file does not tell it
  public String fact(String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new PlumbException(
          "the file does not tell its " + name + ", so Plumb did not write it");
    }
    return value;
  }

  /// The labels of the target, in the order of the class numbers; none for amounts.
  public List<String> labels() {
    var labels = new ArrayList<String>();
    while (facts.containsKey(LABEL + labels.size())) {
      labels.add(facts.get(LABEL + labels.size()));
    }
    return labels;
  }

  /// Whether predictions are probabilities of the labels, or of levels that are reached.
  public boolean isProbable() {
    return Boolean.parseBoolean(fact(PROBABLE));
  }

  /// The loss it was trained under, from its definition alone.
  public Loss loss() {
    return Loss.of(fact(DEFINITION));
  }
}
