package dev.plumb.training;

import java.util.ArrayList;
import java.util.List;

/// What a linear model reads from each feature, learnt on the rows it is trained on and on no
/// other.
///
/// Numbers are centred and scaled to standard deviation 1, a missing number counts as the mean, and
/// where any is missing the model also reads whether it is. Categories stay indices with one weight
/// a level and output; a missing level, or one that training never saw, contributes nothing. What
/// is constant is left out.
///
/// @param columns in the order of the features
public record Encoding(List<Column> columns) {
  public Encoding {
    columns = List.copyOf(columns);
  }

  /// One thing that is read.
  public sealed interface Column {
    /// The feature's name.
    String feature();
  }

  /// What is read as a number: x counts as (x − mean) / deviation.
  public sealed interface Scaled extends Column {
    /// What counts as 0.
    double mean();

    /// What counts as 1 above the mean; above 0.
    double deviation();
  }

  /// A number.
  ///
  /// @param mean of the rows where it is there, rounded to float so that a missing number
  ///   contributes exactly 0
  /// @param deviation the standard deviation, above 0
  public record Number(String feature, double mean, double deviation) implements Scaled {}

  /// 1 where the feature is missing, 0 where it is there.
  public record Missing(String feature, double mean, double deviation) implements Scaled {}

  /// A category.
  ///
  /// @param levels the texts of the levels
  /// @param shares of the training weight that fall on each level
  public record Levels(String feature, List<String> levels, double[] shares) implements Column {
    public Levels {
      levels = List.copyOf(levels);
    }
  }

  /// Learns from these rows of the data; rows of weight 0 teach nothing.
  ///
  /// @param rows row numbers from 0, ascending
  /// @throws dev.plumb.PlumbException naming row and column where one of their numbers is infinite
  public static Encoding of(Dataset data, int[] rows) {
    return of(data, rows, Workers.NONE);
  }

  /// The same, on several threads.
  static Encoding of(Dataset data, int[] rows, Workers workers) {
    List<Feature> features = data.features();
    var columns = new ArrayList<List<Column>>();
    features.forEach(feature -> columns.add(new ArrayList<>()));
    workers.each(
        features.size(),
        j -> {
          switch (features.get(j)) {
            case Feature.Numeric numeric -> addNumber(numeric, rows, data, columns.get(j));
            case Feature.Categorical category ->
                addLevels(category, rows, data.weights(), columns.get(j));
          }
        });
    return new Encoding(columns.stream().flatMap(List::stream).toList());
  }

  /// The columns that are read as numbers.
  public List<Scaled> numbers() {
    return columns.stream().filter(Scaled.class::isInstance).map(Scaled.class::cast).toList();
  }

  /// The columns that are categories.
  public List<Levels> categories() {
    return columns.stream().filter(Levels.class::isInstance).map(Levels.class::cast).toList();
  }

  private static void addNumber(
      Feature.Numeric feature, int[] rows, Dataset data, List<Column> columns) {
    Moments moments = Moments.of(feature.values(), rows, data.weights());
    if (!Double.isFinite(moments.squares())) {
      data.checkFeatures();
    }
    double there = moments.there();
    if (moments.squares() > 0) {
      double deviation = Math.sqrt(moments.squares() / there);
      columns.add(new Number(feature.name(), moments.mean(), deviation));
    }
    double missing = (moments.all() - there) / moments.all();
    if (missing > 0 && missing < 1) {
      columns.add(new Missing(feature.name(), missing, Math.sqrt(missing * (1 - missing))));
    }
  }

  private static void addLevels(
      Feature.Categorical feature, int[] rows, double[] weights, List<Column> columns) {
    var shares = new double[feature.levels().size()];
    double all = 0;
    for (int row : rows) {
      double w = weights == null ? 1 : weights[row];
      all += w;
      if (feature.codes()[row] >= 0) {
        shares[feature.codes()[row]] += w;
      }
    }
    boolean varies = false;
    for (int level = 0; level < shares.length; level++) {
      shares[level] /= all;
      varies |= shares[level] > 0 && shares[level] < 1;
    }
    if (varies) {
      columns.add(new Levels(feature.name(), feature.levels(), shares));
    }
  }
}
