package dev.plumb.sequence;

/// Rows of scores as probabilities and their logarithms.
///
/// The largest score of a row has a distance of 0 below itself, also when it is infinite, so that
/// infinite scores are limits: they share the probability.
final class LogSoftmax {
  private LogSoftmax() {}

  /// The logarithms of the probabilities of one sample, `classes` a frame. A row with NaN is NaN.
  static double[] of(Sequences sequences, int sample) {
    int classes = sequences.classes();
    int start = sequences.start(sample);
    double[] logs = new double[sequences.frames(sample) * classes];
    for (int row = 0; row < logs.length; row += classes) {
      for (int k = 0; k < classes; k++) {
        logs[row + k] = sequences.score(start + row + k);
      }
      normalise(logs, row, classes);
    }
    return logs;
  }

  private static void normalise(double[] row, int start, int classes) {
    int best = start;
    for (int k = start; k < start + classes; k++) {
      best = row[k] > row[best] || Double.isNaN(row[k]) ? k : best;
    }
    double largest = row[best];
    double others = 0;
    for (int k = start; k < start + classes; k++) {
      row[k] = row[k] == largest ? 0 : row[k] - largest;
      others += k == best ? 0 : StrictMath.exp(row[k]);
    }
    double total = StrictMath.log1p(others);
    for (int k = start; k < start + classes; k++) {
      row[k] -= total;
    }
  }
}
