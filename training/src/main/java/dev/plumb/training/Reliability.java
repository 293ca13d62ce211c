package dev.plumb.training;

/// How far probabilities can be believed.
///
/// @param logLoss mean negative log-likelihood of the class
/// @param brier mean squared distance between the probabilities and the class, as a row of 0 with a
///   single 1; of two classes that of class 1 alone
/// @param calibrationError the mean distance, over ten bins of the highest probability (of two
///   classes that of class 1), between the mean probability in a bin and the share that is right
///   [Naeini et al. 2015]
public record Reliability(double logLoss, double brier, double calibrationError) {
  private static final int BINS = 10;

  /// @param probabilities of class 1, or of each class of a row
  /// @param classes how many numbers a row has; 1 for two classes
  static Reliability of(double[] probabilities, double[] labels, double[] weights, int classes) {
    var said = new double[BINS];
    var right = new double[BINS];
    double log = 0;
    double squares = 0;
    double all = 0;
    for (int i = 0; i < labels.length; i++) {
      double w = weights == null ? 1 : weights[i];
      if (w == 0) {
        continue;
      }
      int label = (int) labels[i];
      double p = classes == 1 ? probabilities[i] : 0;
      double told = classes == 1 ? (label == 1 ? p : 1 - p) : probabilities[i * classes + label];
      int best = 0;
      double square = classes == 1 ? (p - label) * (p - label) : 0;
      for (int k = 0; k < classes && classes > 1; k++) {
        double q = probabilities[i * classes + k];
        best = q > probabilities[i * classes + best] ? k : best;
        square += (q - (k == label ? 1 : 0)) * (q - (k == label ? 1 : 0));
      }
      double sure = classes == 1 ? p : probabilities[i * classes + best];
      int bin = Math.clamp((long) (sure * BINS), 0, BINS - 1);
      said[bin] += w * sure;
      right[bin] += (classes == 1 ? label == 1 : label == best) ? w : 0;
      log -= w * StrictMath.log(told);
      squares += w * square;
      all += w;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - right[bin]);
    }
    return new Reliability(log / all, squares / all, error / all);
  }
}
