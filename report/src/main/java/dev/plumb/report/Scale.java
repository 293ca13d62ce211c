package dev.plumb.report;

/// The part of an axis that is drawn, and what counts as one on it, so that losses in different
/// units can be compared by their shape.
///
/// @param axis what is drawn against
/// @param low where it begins
/// @param high where it ends
/// @param perfect where a prediction could not be better
/// @param units the places where every loss is drawn as 1 on average
/// @param step what the gradient is counted by
/// @param ceiling the largest loss drawn
record Scale(
    Axis axis,
    double low,
    double high,
    double perfect,
    double[] units,
    double step,
    double ceiling) {
  private static final double COVERED = 0.99;
  private static final double USUAL = 4;

  static Scale of(Axis axis, Spread spread) {
    return switch (axis) {
      case RESIDUAL -> residual(spread.size(COVERED), spread.typical());
      case MARGIN -> new Scale(axis, -USUAL, USUAL, USUAL, new double[] {0}, 1, 2 * USUAL);
      case PREDICTION -> new Scale(axis, 0, USUAL, 1, new double[] {2}, 1, 2 * USUAL);
    };
  }

  private static Scale residual(double reach, double typical) {
    double[] units = {-typical, typical};
    return new Scale(Axis.RESIDUAL, -reach, reach, 0, units, typical, 2 * reach / typical);
  }

  /// The curve in these units.
  Curve on(Curve curve) {
    double zero = axis == Axis.MARGIN ? 0 : curve.valueAt(perfect);
    double unit = 0;
    for (double place : units) {
      unit += (curve.valueAt(place) - zero) / units.length;
    }
    return curve.scaled(zero, unit, unit / step);
  }
}
