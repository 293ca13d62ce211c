package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The columns of a data set as an encoding reads them: a missing number as the mean, whether a
/// number is missing as 0 or 1, a level by its text.
final class Source {
  private final float[][] numbers;
  private final float[] means;
  private final boolean[] indicators;
  private final int[][] codes;
  private final int[][] known;

  /// @throws PlumbException when a feature that the encoding reads is not there
  Source(Encoding encoding, Dataset data) {
    Map<String, Feature> features =
        data.features().stream().collect(Collectors.toMap(Feature::name, f -> f));
    List<Encoding.Scaled> scaled = encoding.numbers();
    numbers = new float[scaled.size()][];
    means = new float[scaled.size()];
    indicators = new boolean[scaled.size()];
    for (int j = 0; j < numbers.length; j++) {
      Encoding.Scaled column = scaled.get(j);
      if (!(features.get(column.feature()) instanceof Feature.Numeric(_, var values))) {
        throw absent(column, "numbers");
      }
      numbers[j] = values;
      means[j] = (float) column.mean();
      indicators[j] = column instanceof Encoding.Missing;
    }
    List<Encoding.Levels> levels = encoding.categories();
    codes = new int[levels.size()][];
    known = new int[levels.size()][];
    for (int j = 0; j < codes.length; j++) {
      Encoding.Levels column = levels.get(j);
      if (!(features.get(column.feature()) instanceof Feature.Categorical category)) {
        throw absent(column, "categories");
      }
      codes[j] = category.codes();
      known[j] = places(category.levels(), column.levels());
    }
  }

  float number(int column, int row) {
    float x = numbers[column][row];
    if (indicators[column]) {
      return x == x ? 0 : 1;
    }
    return x == x ? x : means[column];
  }

  /// The place of the row's level among those of the encoding; one above the last for what
  /// contributes nothing.
  int code(int category, int row) {
    int code = codes[category][row];
    return known[category][code < 0 ? known[category].length - 1 : code];
  }

  /// For each level of the data, and last for a missing one, its place.
  private static int[] places(List<String> levels, List<String> encoded) {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < encoded.size(); i++) {
      places.put(encoded.get(i), i);
    }
    var known = new int[levels.size() + 1];
    for (int i = 0; i < levels.size(); i++) {
      known[i] = places.getOrDefault(levels.get(i), encoded.size());
    }
    known[levels.size()] = encoded.size();
    return known;
  }

  private static PlumbException absent(Encoding.Column column, String kind) {
    return new PlumbException(
        "the model reads a column %s of %s, and the data has none"
            .formatted(column.feature(), kind));
  }
}
