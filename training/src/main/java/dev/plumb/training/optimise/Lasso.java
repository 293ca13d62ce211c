package dev.plumb.training.optimise;

import java.util.Arrays;

/// The sum of weights times absolute values, Σ w·|x|, that some objectives have on top: the l1
/// penalty, whose kinks put variables to exactly 0.
///
/// @param weights one a variable, at least 0; none for no penalty
public record Lasso(double... weights) {
  /// No penalty.
  public static final Lasso NONE = new Lasso();

  /// Whether there is any penalty.
  public boolean isPresent() {
    return Arrays.stream(weights).anyMatch(w -> w > 0);
  }

  /// The penalty at a point.
  public double at(double[] point) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.abs(point[i]);
    }
    return sum;
  }

  /// The change of the penalty along a direction, per length, just behind (or just before) a point.
  ///
  /// @param side 1 for behind the point, −1 for before it
  double slope(double[] point, double[] direction, int side) {
    double slope = 0;
    for (int i = 0; i < weights.length; i++) {
      double kink = side * Math.abs(direction[i]);
      slope += weights[i] * (point[i] == 0 ? kink : Math.signum(point[i]) * direction[i]);
    }
    return slope;
  }

  /// The gradient of least size: that of the smooth part, and of the kinks what brings it closest
  /// to 0.
  ///
  /// @param gradient of the smooth part
  public double[] least(double[] point, double[] gradient) {
    double[] least = gradient.clone();
    for (int i = 0; i < weights.length; i++) {
      least[i] =
          point[i] == 0
              ? shrunk(gradient[i], weights[i])
              : gradient[i] + Math.signum(point[i]) * weights[i];
    }
    return least;
  }

  /// A number moved towards 0 by an amount, at most to 0.
  static double shrunk(double x, double amount) {
    return Math.signum(x) * Math.max(0, Math.abs(x) - amount);
  }

  /// The weight of a variable.
  double weight(int variable) {
    return weights.length == 0 ? 0 : weights[variable];
  }
}
