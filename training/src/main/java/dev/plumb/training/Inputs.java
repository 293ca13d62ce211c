package dev.plumb.training;

import dev.plumb.training.network.Architecture;
import dev.plumb.training.network.Rows;
import dev.plumb.training.network.Weights;
import java.util.List;

/// Data as the first layer of a network reads it: numbers centred and scaled in float, levels as
/// places.
final class Inputs {
  private Inputs() {}

  /// Every row of the data.
  ///
  /// @throws dev.plumb.PlumbException when a feature that the encoding reads is not there
  static Rows of(Encoding encoding, Dataset data) {
    var source = new Source(encoding, data);
    List<Encoding.Scaled> scaled = encoding.numbers();
    List<Encoding.Levels> categories = encoding.categories();
    int rows = data.rows();
    int width = scaled.size();
    var numbers = new float[rows * width];
    for (int j = 0; j < width; j++) {
      double mean = scaled.get(j).mean();
      double deviation = scaled.get(j).deviation();
      for (int i = 0; i < rows; i++) {
        numbers[i * width + j] = (float) ((source.number(j, i) - mean) / deviation);
      }
    }
    var levels = new int[rows * categories.size()];
    int from = 0;
    for (int c = 0; c < categories.size(); c++) {
      int known = categories.get(c).levels().size();
      for (int i = 0; i < rows; i++) {
        int level = source.code(c, i);
        levels[i * categories.size() + c] = level == known ? -1 : from + level;
      }
      from += known;
    }
    return new Rows(numbers, width, levels, categories.size());
  }

  /// Where the weights of a network lie that reads this.
  static Weights weights(Architecture architecture, Encoding encoding, int outputs) {
    int levels = encoding.categories().stream().mapToInt(c -> c.levels().size()).sum();
    return Weights.of(
        architecture, encoding.numbers().size(), encoding.categories().size(), levels, outputs);
  }
}
