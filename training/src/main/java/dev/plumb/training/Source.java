package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.lanes.Products;
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
    return read(numbers[column][row], indicators[column], means[column]);
  }

  private static float read(float x, boolean indicates, float mean) {
    return x == x ? (indicates ? 0 : x) : (indicates ? 1 : mean);
  }

  /// The place of the row's level among those of the encoding; one above the last for what
  /// contributes nothing.
  int code(int category, int row) {
    return place(codes[category][row], known[category]);
  }

  private static int place(int code, int[] places) {
    return places[code < 0 ? places.length - 1 : code];
  }

  /// Writes the numbers of a column in some of these rows.
  ///
  /// @param consecutive whether the rows follow each other
  void numbers(
      int column, int[] rows, int from, int count, boolean consecutive, float[] to, int at) {
    float[] values = numbers[column];
    float mean = means[column];
    if (indicators[column]) {
      for (int i = 0; i < count; i++) {
        to[at + i] = read(values[rows[from + i]], true, mean);
      }
    } else if (consecutive) {
      Products.FASTEST.copy(values, rows[from], count, mean, to, at);
    } else {
      for (int i = 0; i < count; i++) {
        float x = values[rows[from + i]];
        to[at + i] = x == x ? x : mean;
      }
    }
  }

  /// Writes the places of a category's levels in some of these rows.
  void codes(int category, int[] rows, int from, int count, int[] to, int at) {
    int[] values = codes[category];
    int[] places = known[category];
    for (int i = 0; i < count; i++) {
      to[at + i] = place(values[rows[from + i]], places);
    }
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
