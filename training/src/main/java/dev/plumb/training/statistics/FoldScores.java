package dev.plumb.training.statistics;

import java.util.Arrays;

/// A metric measured on every fold of a cross-validation, and what can be said about its mean.
///
/// Training folds overlap, so folds vary together and the naive standard error is too small. The
/// variance of the mean of J folds is taken as (1/J + held out/trained) · s², not s²/J [Nadeau and
/// Bengio 2003, doi:10.1023/A:1024068626366, section 3].
///
/// @param values one a fold
/// @param ratio rows held out for every row trained on: 1/(folds − 1) where each row is held out
///   once
public record FoldScores(double[] values, double ratio) {

  /// The mean over folds; NaN when any fold has no such number.
  public double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /// The corrected standard error of the mean.
  public double standardError() {
    double mean = mean();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    int count = values.length;
    return Math.sqrt((1.0 / count + ratio) * squares / (count - 1));
  }

  /// How likely a difference at least as large is when the two are the same in truth: the corrected
  /// resampled t-test on the differences fold by fold, two-sided.
  ///
  /// @param other on the same folds
  public double sameness(FoldScores other) {
    var differences = new double[values.length];
    Arrays.setAll(differences, i -> values[i] - other.values[i]);
    var paired = new FoldScores(differences, ratio);
    double mean = paired.mean();
    if (mean == 0) {
      return 1;
    }
    return new StudentT(values.length - 1).beyond(mean / paired.standardError());
  }
}
