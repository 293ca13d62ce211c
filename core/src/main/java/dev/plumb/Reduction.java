package dev.plumb;

/// How the losses of the samples become one number, the cost.
///
/// A kernel returns the pair (Σ w·loss, Σ w); the division happens once, here. A batch in which
/// every weight is 0 has cost 0. Without weights every `w` is 1.
public enum Reduction {
  /// Σ w·loss
  SUM,
  /// Σ w·loss / Σ w
  MEAN,
  /// Σ w·loss / n, where n counts the samples, whatever their weights
  MEAN_PER_ROW,
  /// The square root of MEAN: RMSE from the squared error, RMSLE from the squared log error
  ROOT_MEAN;

  /// The name as typed on a command line: `root_mean`.
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The reduction of a (Σ w·loss, Σ w, n) triple.
  ///
  /// @param sum Σ w·loss
  /// @param weight Σ w
  /// @param rows n, the number of samples
  public double of(double sum, double weight, long rows) {
    if (weight == 0) {
      return 0;
    }
    return switch (this) {
      case SUM -> sum;
      case MEAN -> sum / weight;
      case MEAN_PER_ROW -> sum / rows;
      case ROOT_MEAN -> Math.sqrt(sum / weight);
    };
  }

  /// What a weighted derivative of one loss is multiplied by to become a derivative of the cost.
  ///
  /// @param cost the reduced cost
  /// @param weight Σ w
  /// @param rows n, the number of samples
  public double scale(double cost, double weight, long rows) {
    if (weight == 0) {
      return 0;
    }
    return switch (this) {
      case SUM -> 1;
      case MEAN -> 1 / weight;
      case MEAN_PER_ROW -> 1.0 / rows;
      case ROOT_MEAN -> cost == 0 ? 0 : 1 / (2 * cost * weight);
    };
  }
}
