package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows that a model is trained on or asked about, column by column, as an encoding reads them.
///
/// Numbers keep their own units, in float; centring and scaling are part of the weights, in double,
/// so nothing is rounded twice and no column is written again for another fold's scale. Rows are
/// padded to whole chunks and cut into blocks whose size depends on the number of columns alone.
final class Design {
  /// A block of so many numbers (1 MB of floats at most) stays in the second-level cache while it
  /// is read twice.
  private static final int BLOCK = 8 * Columns.CHUNK;

  private static final int WIDE = 64;

  final Encoding encoding;
  final int[] rows;
  final float[][] numbers;
  final int[][] codes;
  final double[] targets;
  final double[] weights;

  private Design(
      Encoding encoding,
      int[] rows,
      float[][] numbers,
      int[][] codes,
      double[] targets,
      double[] weights) {
    this.encoding = encoding;
    this.rows = rows;
    this.numbers = numbers;
    this.codes = codes;
    this.targets = targets;
    this.weights = weights;
  }

  /// Gathers rows of the data.
  ///
  /// @param rows row numbers from 0
  /// @throws PlumbException when a feature that the encoding reads is not there
  static Design of(Encoding encoding, Dataset data, int[] rows, Workers workers) {
    Map<String, Feature> features =
        data.features().stream().collect(Collectors.toMap(Feature::name, f -> f));
    List<Encoding.Scaled> scaled = encoding.numbers();
    List<Encoding.Levels> levels = encoding.categories();
    var numbers = new float[scaled.size()][];
    var codes = new int[levels.size()][];
    workers.each(
        numbers.length + codes.length,
        i -> {
          if (i < numbers.length) {
            numbers[i] = numbers(scaled.get(i), features, rows);
          } else {
            int c = i - numbers.length;
            codes[c] = codes(levels.get(c), features, rows);
          }
        });
    double[] values = data.target().values();
    double[] targets = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    double[] all = data.weights();
    double[] weights =
        all == null ? null : Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    return new Design(encoding, rows, numbers, codes, targets, weights);
  }

  /// Every row of the data.
  static int[] all(Dataset data) {
    return IntStream.range(0, data.rows()).toArray();
  }

  /// A few of these rows.
  ///
  /// @param order places in this design, of which those from `from` to `to - 1` are taken
  Design pick(int[] order, int from, int to) {
    int count = to - from;
    var few = new float[numbers.length][padded(count)];
    for (int j = 0; j < few.length; j++) {
      for (int i = 0; i < count; i++) {
        few[j][i] = numbers[j][order[from + i]];
      }
    }
    var fewCodes = new int[codes.length][padded(count)];
    for (int j = 0; j < fewCodes.length; j++) {
      for (int i = 0; i < count; i++) {
        fewCodes[j][i] = codes[j][order[from + i]];
      }
    }
    var fewRows = new int[count];
    Arrays.setAll(fewRows, i -> rows[order[from + i]]);
    var fewTargets = new double[count];
    Arrays.setAll(fewTargets, i -> targets[order[from + i]]);
    double[] fewWeights = weights == null ? null : new double[count];
    if (fewWeights != null) {
      Arrays.setAll(fewWeights, i -> weights[order[from + i]]);
    }
    return new Design(encoding, fewRows, few, fewCodes, fewTargets, fewWeights);
  }

  int chunks() {
    return (rows.length + Columns.CHUNK - 1) / Columns.CHUNK;
  }

  /// Eight chunks, fewer where there are many columns.
  int chunksPerBlock() {
    int columns = Math.max(1, numbers.length + codes.length);
    return Math.max(
        1, Math.min(BLOCK, BLOCK * WIDE / Integer.highestOneBit(columns)) / Columns.CHUNK);
  }

  int blocks() {
    return (chunks() + chunksPerBlock() - 1) / chunksPerBlock();
  }

  /// The sum of the weights; the number of rows where there are none.
  double weight() {
    return weights == null ? rows.length : Arrays.stream(weights).sum();
  }

  private static int padded(int rows) {
    return (rows + Columns.CHUNK - 1) / Columns.CHUNK * Columns.CHUNK;
  }

  private static float[] numbers(
      Encoding.Scaled column, Map<String, Feature> features, int[] rows) {
    if (!(features.get(column.feature()) instanceof Feature.Numeric(_, var values))) {
      throw absent(column, "numbers");
    }
    boolean indicator = column instanceof Encoding.Missing;
    float mean = (float) column.mean();
    var gathered = new float[padded(rows.length)];
    for (int i = 0; i < rows.length; i++) {
      float x = values[rows[i]];
      if (indicator) {
        gathered[i] = x == x ? 0 : 1;
      } else {
        gathered[i] = x == x ? x : mean;
      }
    }
    return gathered;
  }

  /// Codes of the encoding's levels; one above the last for what contributes nothing.
  private static int[] codes(Encoding.Levels column, Map<String, Feature> features, int[] rows) {
    if (!(features.get(column.feature()) instanceof Feature.Categorical category)) {
      throw absent(column, "categories");
    }
    int none = column.levels().size();
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < none; i++) {
      places.put(column.levels().get(i), i);
    }
    int[] known =
        category.levels().stream().mapToInt(text -> places.getOrDefault(text, none)).toArray();
    var gathered = new int[padded(rows.length)];
    for (int i = 0; i < rows.length; i++) {
      int code = category.codes()[rows[i]];
      gathered[i] = code < 0 ? none : known[code];
    }
    Arrays.fill(gathered, rows.length, gathered.length, none);
    return gathered;
  }

  private static PlumbException absent(Encoding.Column column, String kind) {
    return new PlumbException(
        "the model reads a column %s of %s, and the data has none"
            .formatted(column.feature(), kind));
  }
}
