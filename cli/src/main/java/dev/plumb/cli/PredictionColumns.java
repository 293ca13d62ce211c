package dev.plumb.cli;

import dev.plumb.models.Card;
import dev.plumb.models.Predictions;
import dev.plumb.tables.Result;
import java.util.ArrayList;
import java.util.List;

/// Predictions as columns of a table.
record PredictionColumns(Card card, Predictions predictions) {

  /// The columns: for amounts `prediction`; for classes the label as `prediction`, and `p_LABEL` a
  /// label where the loss gives probabilities, `p_at_least_LABEL` where it asks for levels. Scores
  /// are `score`, or `score_LABEL` a label.
  ///
  /// @param raw whether scores are wanted instead
  /// @param taken names that are taken
  List<Result> named(boolean raw, List<String> taken) {
    List<Result> columns = raw ? scores() : responses();
    for (Result column : columns) {
      if (taken.contains(column.name())) {
        throw new Mistake(
            "--keep %s: the predictions have a column of this name; rename yours by a query"
                .formatted(column.name()));
      }
    }
    return columns;
  }

  private List<Result> scores() {
    return columns("score", predictions.scores());
  }

  private List<Result> responses() {
    if (predictions.labels() == null) {
      return columns("prediction", predictions.values());
    }
    var columns = new ArrayList<Result>();
    columns.add(new Result.Texts("prediction", predictions.labels()));
    if (card.isProbable()) {
      columns.addAll(probabilities());
    }
    return columns;
  }

  private List<Result> probabilities() {
    if (predictions.outputs() > 1) {
      return columns("p", predictions.values());
    }
    float[] second = predictions.values();
    var first = new float[second.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = 1 - second[i];
    }
    return List.of(
        new Result.Numbers("p_" + card.labels().get(0), first),
        new Result.Numbers("p_" + card.labels().get(1), second));
  }

  /// One column an output, named after what it is, or its number, where there are several.
  private List<Result> columns(String name, float[] values) {
    int outputs = predictions.outputs();
    var columns = new ArrayList<Result>();
    for (int k = 0; k < outputs; k++) {
      var column = new float[values.length / outputs];
      for (int i = 0; i < column.length; i++) {
        column[i] = values[i * outputs + k];
      }
      List<String> names = card.names();
      String label = names.isEmpty() ? Integer.toString(k + 1) : names.get(k);
      columns.add(new Result.Numbers(outputs == 1 ? name : name + "_" + label, column));
    }
    return columns;
  }
}
