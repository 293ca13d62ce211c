package dev.plumb.models;

import dev.plumb.PlumbException;
import dev.plumb.models.Tensor.Numbers;
import dev.plumb.models.Tensor.Texts;
import dev.plumb.training.Feature;

/// Columns of data as inputs of a graph.
final class Columns {
  private Columns() {}

  /// Complains where a column is missing or of another kind.
  static void check(SavedModel.Column column, Feature feature) {
    if (feature == null) {
      throw new PlumbException(
          "the model reads a column %s of %s, and the data has none"
              .formatted(column.name(), column.isText() ? "text" : "numbers"));
    }
    if (column.isText() != feature instanceof Feature.Categorical) {
      throw new PlumbException(
          "the model reads column %s as %s, and the data has %s there"
              .formatted(
                  column.name(),
                  column.isText() ? "text" : "numbers",
                  column.isText() ? "numbers" : "text"));
    }
  }

  /// Some rows of a column.
  static Tensor part(Feature feature, int from, int to) {
    int[] shape = {to - from, 1};
    return switch (feature) {
      case Feature.Numeric(_, var values) -> {
        var part = new double[to - from];
        for (int i = from; i < to; i++) {
          part[i - from] = values[i];
        }
        yield new Numbers(shape, part);
      }
      case Feature.Categorical(_, var codes, var levels) -> {
        var part = new String[to - from];
        for (int i = from; i < to; i++) {
          part[i - from] = codes[i] < 0 ? "" : levels.get(codes[i]);
        }
        yield new Texts(shape, part);
      }
    };
  }
}
