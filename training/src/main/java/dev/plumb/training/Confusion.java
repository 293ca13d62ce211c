package dev.plumb.training;

/// How often which class was taken for which.
///
/// @param weights of the rows of each class (first) by predicted class (second)
record Confusion(double[][] weights) {
  static Confusion of(Prediction p) {
    var weights = new double[p.classes()][p.classes()];
    for (int i = 0; i < p.targets().length; i++) {
      double w = p.weights() == null ? 1 : p.weights()[i];
      weights[(int) p.targets()[i]][(int) p.labels()[i]] += w;
    }
    return new Confusion(weights);
  }

  int classes() {
    return weights.length;
  }

  double all() {
    double all = 0;
    for (int k = 0; k < classes(); k++) {
      all += of(k);
    }
    return all;
  }

  /// The rows of a class.
  double of(int k) {
    double sum = 0;
    for (double w : weights[k]) {
      sum += w;
    }
    return sum;
  }

  /// The rows that are taken for a class.
  double taken(int k) {
    double sum = 0;
    for (double[] row : weights) {
      sum += row[k];
    }
    return sum;
  }

  /// The mean, over classes that are there, of the share that is found.
  double balanced() {
    double sum = 0;
    int there = 0;
    for (int k = 0; k < classes(); k++) {
      if (of(k) > 0) {
        sum += weights[k][k] / of(k);
        there++;
      }
    }
    return sum / there;
  }

  /// The harmonic mean of precision and recall: of class 1 of two, else the mean over the classes
  /// that are there or are predicted; 0 for a class of which none is found.
  double f1() {
    if (classes() == 2) {
      return f1(1);
    }
    double sum = 0;
    int there = 0;
    for (int k = 0; k < classes(); k++) {
      if (of(k) + taken(k) > 0) {
        sum += f1(k);
        there++;
      }
    }
    return sum / there;
  }

  private double f1(int k) {
    double both = of(k) + taken(k);
    return both == 0 ? 0 : 2 * weights[k][k] / both;
  }

  /// Agreement beyond chance [Cohen 1960, doi:10.1177/001316446002000104].
  double kappa() {
    double all = all();
    double agreed = 0;
    double chance = 0;
    for (int k = 0; k < classes(); k++) {
      agreed += weights[k][k] / all;
      chance += of(k) / all * (taken(k) / all);
    }
    return chance == 1 ? 0 : (agreed - chance) / (1 - chance);
  }

  /// The mean cost of a row.
  ///
  /// @param costs of each class (first) by predicted class (second)
  double cost(double[][] costs) {
    double sum = 0;
    for (int k = 0; k < classes(); k++) {
      for (int j = 0; j < classes(); j++) {
        sum += weights[k][j] == 0 ? 0 : weights[k][j] * costs[k][j];
      }
    }
    return sum / all();
  }
}
