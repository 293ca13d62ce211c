package dev.plumb.training;

import java.util.List;

/// Columns of features and a target, in memory.
///
/// @param name where it came from: a file name
/// @param features the columns, all of the same length
/// @param target what is to be predicted, of the same length, never missing
/// @param weights one a row, or null
public record Dataset(String name, List<Feature> features, Target target, double[] weights) {
  public Dataset {
    features = List.copyOf(features);
  }

  /// The number of rows.
  public int rows() {
    return target.values().length;
  }
}
