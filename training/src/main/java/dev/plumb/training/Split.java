package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.formula.Numbers;
import java.util.Arrays;
import java.util.List;

/// Some rows to learn from, and some held out.
///
/// @param taught the rows to learn from, in the order of the data
/// @param heldOut the others
public record Split(Dataset taught, Dataset heldOut) {

  /// Holds out a share of the rows, of each class its share, drawn from a seed.
  ///
  /// @param share above 0, at most a half
  /// @throws PlumbException when either part would be empty
  public static Split of(Dataset data, double share, long seed) {
    if (!(share > 0 && share <= 0.5)) {
      throw new PlumbException(
          "the share of rows held out is above 0 and at most 0.5, not " + Numbers.text(share));
    }
    int count = (int) Math.round(1 / share);
    if (data.rows() < count) {
      throw new PlumbException(
          "of %d rows, a share of %s is none: hold out more"
              .formatted(data.rows(), Numbers.text(share)));
    }
    Folds folds = Folds.deal(data.target(), count, seed, 0);
    return new Split(part(data, folds.trained(0)), part(data, folds.heldOut(0)));
  }

  /// Some rows of the data.
  public static Dataset part(Dataset data, int[] rows) {
    List<Feature> features = data.features().stream().map(f -> part(f, rows)).toList();
    Target target = data.target();
    return new Dataset(
        data.name(),
        features,
        new Target(target.name(), target.kind(), part(target.values(), rows), target.labels()),
        data.weights() == null ? null : part(data.weights(), rows));
  }

  private static Feature part(Feature feature, int[] rows) {
    return switch (feature) {
      case Feature.Numeric(var name, var values) -> {
        var part = new float[rows.length];
        for (int i = 0; i < part.length; i++) {
          part[i] = values[rows[i]];
        }
        yield new Feature.Numeric(name, part);
      }
      case Feature.Categorical(var name, var codes, var levels) ->
          new Feature.Categorical(
              name, Arrays.stream(rows).map(row -> codes[row]).toArray(), levels);
    };
  }

  private static double[] part(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
