package dev.plumb.cli;

import static java.util.stream.Collectors.joining;

import dev.plumb.models.SavedModel;
import dev.plumb.training.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is told of a saved model.
record ModelPage(SavedModel model, Path file) {
  private static final int MOST = 12;
  private static final int HASH = 12;
  private static final int DIGITS = 4;

  /// After training: how it went.
  String trained() {
    var lines = new ArrayList<String>();
    lines.add(head());
    lines.add(row("ended", ended()));
    lines.add(row("cost", number(fact("training.cost")) + ", the mean loss of these rows"));
    lines.addAll(heldOut());
    lines.addAll(metrics());
    lines.addAll(special());
    lines.add(row("file", file + ", " + size()));
    return String.join("\n", lines);
  }

  /// All of it.
  String whole() {
    var lines = new ArrayList<String>();
    lines.add(head());
    lines.add(row("learnt from", learntFrom()));
    lines.add(row("reads", ""));
    columns().forEach(lines::add);
    lines.add(row("gives", gives()));
    told("training.recipe")
        .ifPresent(
            recipe -> lines.add(row("trained by", recipe + ", seed " + fact("training.seed"))));
    lines.add(row("ended", ended()));
    lines.add(
        row(
            "cost",
            number(fact("training.cost")) + ", the mean loss of the rows it was trained on"));
    lines.addAll(heldOut());
    lines.addAll(metrics());
    lines.addAll(special());
    lines.add(row("file", size()));
    lines.add("");
    lines.add(fact("loss.definition").stripTrailing());
    return String.join("\n", lines);
  }

  private String head() {
    return "%s · under %s · target %s (%s)"
        .formatted(
            fact("model"),
            fact("loss"),
            fact("target"),
            fact("target.kind").toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private String learntFrom() {
    return "%s, %,d rows, sha256 %s…"
        .formatted(
            fact("data"),
            Long.parseLong(fact("data.rows")),
            fact("data.sha256").substring(0, HASH));
  }

  private List<String> columns() {
    List<SavedModel.Column> all = model.columns();
    var lines = new ArrayList<String>();
    all.stream()
        .limit(MOST)
        .map(c -> "  " + c.name() + (c.isText() ? ": " + some(c.levels()) : ""))
        .forEach(lines::add);
    if (all.size() > MOST) {
      lines.add("  … and %d more".formatted(all.size() - MOST));
    }
    return lines;
  }

  private static String some(List<String> levels) {
    String list = String.join(", ", levels.stream().limit(MOST).toList());
    return levels.size() > MOST ? list + ", … (%d texts)".formatted(levels.size()) : list;
  }

  private String gives() {
    List<String> labels = model.card().labels();
    List<String> names = model.card().names();
    return labels.isEmpty()
        ? names.isEmpty() ? "a number" : "numbers: " + some(names)
        : "a label"
            + (model.card().isProbable()
                ? " and probabilities: " + some(names)
                : ": " + some(labels));
  }

  private List<String> heldOut() {
    return told("training.held_out_cost").stream()
        .map(cost -> row("held out", number(cost) + ", the mean loss of the rows held out"))
        .toList();
  }

  private String ended() {
    return told("training.best_epoch")
        .map(best -> "%s; the model is that of epoch %s".formatted(fact("training.end"), best))
        .orElseGet(() ->
            "after %s steps: %s".formatted(fact("training.steps"), fact("training.end"))
                + told("training.gradient")
                    .map(g -> "; the gradient is %s at most".formatted(number(g)))
                    .orElse(""));
  }

  /// How probabilities came about; which share of the rows lies below each quantile.
  private List<String> special() {
    var lines = new ArrayList<String>();
    told("calibration")
        .ifPresent(words ->
            lines.add(
                row(
                    "calibrated",
                    "%s; off by %s on folds held out"
                        .formatted(words, number(fact("calibration.error"))))));
    String below =
        model.card().names().stream()
            .filter(name -> told(share(name)).isPresent())
            .map(
                name -> "%.1f %% (%s)".formatted(100 * Double.parseDouble(fact(share(name))), name))
            .collect(joining(" · "));
    if (!below.isEmpty()) {
      lines.add(row("below", below + ", of the rows it was trained on"));
    }
    return lines;
  }

  private static String share(String quantile) {
    return "quantile." + quantile + ".share_below";
  }

  /// A line for each set of rows: `mae 2.07 · rmse 3.15 on rows held out`.
  private List<String> metrics() {
    return Stream.of("held_out", "training")
        .filter(rows -> metrics(rows).findAny().isPresent())
        .map(rows -> row("metrics", metrics(rows).collect(joining(" · ")) + words(rows)))
        .toList();
  }

  private Stream<String> metrics(String rows) {
    return Metric.values().stream()
        .filter(metric -> told(name(rows, metric)).isPresent())
        .map(metric -> metric.text() + " " + number(fact(name(rows, metric))));
  }

  private static String name(String rows, Metric metric) {
    return "metric." + rows + "." + metric.text();
  }

  private static String words(String rows) {
    return rows.equals("held_out") ? ", on rows held out" : ", on the rows it was trained on";
  }

  private String size() {
    try {
      return "%d columns, %,d numbers, %,d bytes"
          .formatted(model.columns().size(), model.constants(), Files.size(file));
    } catch (IOException e) {
      throw new Mistake(file + " cannot be read: " + e.getMessage());
    }
  }

  private static String row(String name, String value) {
    return "%-11s  %s".formatted(name, value).stripTrailing();
  }

  private static String number(String value) {
    return Digits.rounded(Double.parseDouble(value), DIGITS);
  }

  private String fact(String name) {
    return model.card().fact(name);
  }

  private Optional<String> told(String name) {
    return Optional.ofNullable(model.card().facts().get(name));
  }
}
