package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Columns of features and a target, in memory.
///
/// @param name where it came from: a file name
/// @param features the columns, all of the same length
/// @param target what is to be predicted, of the same length, never missing
/// @param weights one a row, or null
public record Dataset(String name, List<Feature> features, Target target, double[] weights) {
  private static final int WEIGHT_BITS = 32;

  public Dataset {
    features = List.copyOf(features);
  }

  /// Numbers of one's own, without any file: columns `x1`, `x2`, … and a target `y`.
  ///
  /// @param rows the features of each row, NaN where missing
  /// @param target an amount a row
  /// @throws PlumbException when rows are of different lengths, or not as many as targets
  public static Dataset of(double[][] rows, double[] target) {
    boolean positive = Arrays.stream(target).allMatch(y -> y > 0);
    boolean counts = Arrays.stream(target).allMatch(y -> y >= 0 && y == Math.rint(y));
    Target.Kind kind =
        counts ? Target.Kind.COUNT : positive ? Target.Kind.POSITIVE : Target.Kind.NUMBER;
    return new Dataset(
        "arrays", columns(rows, target.length), new Target("y", kind, target, List.of()), null);
  }

  /// Numbers of one's own and the label of each row, without any file.
  ///
  /// @param rows the features of each row, NaN where missing
  /// @param labels a text a row; classes are numbered in the order of their texts
  /// @throws PlumbException when rows are of different lengths, not as many as labels, or all
  ///   labels are alike
  public static Dataset of(double[][] rows, String[] labels) {
    List<String> classes = Arrays.stream(labels).distinct().sorted().toList();
    if (classes.size() < 2) {
      throw new PlumbException("labels need at least two classes, and there is " + classes);
    }
    double[] y = Arrays.stream(labels).mapToDouble(classes::indexOf).toArray();
    Target.Kind kind = classes.size() == 2 ? Target.Kind.TWO_CLASSES : Target.Kind.MANY_CLASSES;
    return new Dataset("arrays", columns(rows, y.length), new Target("y", kind, y, classes), null);
  }

  /// The same rows with sample weights.
  ///
  /// @param weights one a row, each at least 0
  public Dataset weights(double... weights) {
    return new Dataset(name, features, target, weights);
  }

  private static List<Feature> columns(double[][] rows, int targets) {
    if (rows.length != targets) {
      throw new PlumbException("%d rows, %d targets".formatted(rows.length, targets));
    }
    int width = rows.length == 0 ? 0 : rows[0].length;
    var columns = new float[width][rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new PlumbException(
            "row %d has %d numbers, row 1 has %d".formatted(i + 1, rows[i].length, width));
      }
      for (int j = 0; j < width; j++) {
        columns[j][i] = (float) rows[i][j];
      }
    }
    var features = new ArrayList<Feature>();
    for (int j = 0; j < width; j++) {
      features.add(new Feature.Numeric("x" + (j + 1), columns[j]));
    }
    return features;
  }

  /// The number of rows.
  public int rows() {
    return target.values().length;
  }

  /// Checks what training relies on: columns as long as the target, no infinite number, no missing
  /// target, weights that are numbers from 0 on.
  ///
  /// @throws PlumbException naming row and column
  public void check() {
    checkShape();
    checkFeatures();
  }

  /// Of [#check], all but the numbers of the features.
  void checkShape() {
    if (rows() == 0) {
      throw new PlumbException(name + " has no rows");
    }
    for (Feature feature : features) {
      if (feature.rows() != rows()) {
        throw new PlumbException(
            "%s: column %s has %d rows, the target %d"
                .formatted(name, feature.name(), feature.rows(), rows()));
      }
    }
    for (int i = 0; i < rows(); i++) {
      double y = target.values()[i];
      require(Double.isFinite(y), i, target.name(), y, "a finite number");
      if (weights != null) {
        double w = weights[i];
        require(w >= 0 && w < Double.POSITIVE_INFINITY, i, "of weights", w, "a number from 0 on");
      }
    }
  }

  /// Of [#check], the numbers of the features.
  void checkFeatures() {
    for (Feature feature : features) {
      if (feature instanceof Feature.Numeric(_, var values)) {
        boolean infinite = isInfinite(values);
        for (int i = 0; infinite && i < values.length; i++) {
          require(!Float.isInfinite(values[i]), i, feature.name(), values[i], "a finite number");
        }
      }
    }
  }

  /// Whether any is, found in whole numbers, which the compiler puts on lanes.
  private static boolean isInfinite(float[] values) {
    int bits = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    int count = 0;
    for (float value : values) {
      count += (Float.floatToRawIntBits(value) & Integer.MAX_VALUE) == bits ? 1 : 0;
    }
    return count > 0;
  }

  /// A few of the rows, in this order.
  Dataset pick(int[] rows) {
    List<Feature> some = features.stream().map(feature -> pick(feature, rows)).toList();
    double[] y = Arrays.stream(rows).mapToDouble(i -> target.values()[i]).toArray();
    double[] w =
        weights == null ? null : Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
    return new Dataset(name, some, new Target(target.name(), target.kind(), y, target.labels()), w);
  }

  private static Feature pick(Feature feature, int[] rows) {
    return switch (feature) {
      case Feature.Numeric(String name, float[] values) -> {
        var some = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
          some[i] = values[rows[i]];
        }
        yield new Feature.Numeric(name, some);
      }
      case Feature.Categorical(String name, int[] codes, List<String> levels) ->
          new Feature.Categorical(name, Arrays.stream(rows).map(i -> codes[i]).toArray(), levels);
    };
  }

  /// The same rows with weights whose mean is 1, kept to [#WEIGHT_BITS] binary digits, so that the
  /// unit in which weights are given leaves no trace: not even of rounding, but for a weight in
  /// millions.
  Dataset evenly() {
    if (weights == null) {
      return this;
    }
    double mean = sum(weights) / weights.length;
    if (!(mean > 0)) {
      return this;
    }
    double[] even = Arrays.stream(weights).map(w -> rounded(w / mean)).toArray();
    return new Dataset(name, features, target, even);
  }

  /// To the nearest number of so many binary digits.
  private static double rounded(double x) {
    double wide = x * ((1L << 53 - WEIGHT_BITS) + 1);
    return wide - (wide - x);
  }

  /// A sum whose rounding errors are added at the end [Neumaier 1974].
  private static double sum(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double x : values) {
      double next = sum + x;
      lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
      sum = next;
    }
    return sum + lost;
  }

  private void require(boolean holds, int row, String column, double value, String need) {
    if (!holds) {
      throw new PlumbException(
          "%s row %d, column %s: %s is not %s".formatted(name, row + 1, column, value, need));
    }
  }
}
