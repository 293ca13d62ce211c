package dev.plumb.training.calibration;

/// What turns scores into probabilities.
public sealed interface Calibration permits Platt, Isotonic, Temperature {

  /// How a calibration is learnt.
  enum Method {
    /// a sigmoid of the score, for two classes
    PLATT,
    /// steps that never fall, for two classes
    ISOTONIC,
    /// a softmax of the scores divided by one number, for two classes or many
    TEMPERATURE
  }

  /// Learns from scores of rows that were not learnt from.
  ///
  /// @param scores one a row for two classes, or `classes` consecutive numbers a row
  /// @param labels class numbers
  /// @param weights one a row, or null
  /// @param classes how many scores a row has; 1 for two classes
  static Calibration learn(
      Method method, double[] scores, double[] labels, double[] weights, int classes) {
    return switch (method) {
      case PLATT -> Platt.learn(scores, labels, weights);
      case ISOTONIC -> Isotonic.learn(scores, labels, weights);
      case TEMPERATURE -> Temperature.learn(scores, labels, weights, classes);
    };
  }

  /// Replaces scores by probabilities: of class 1 for one score a row, of each class for several.
  void respond(double[] scores);

  /// In words: `sigmoid(1.2 * score - 0.3)`.
  String text();

  /// 1 / (1 + e^−z) without overflow.
  static double sigmoid(double z) {
    double e = StrictMath.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + e) : e / (1 + e);
  }
}
