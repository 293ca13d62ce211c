package dev.plumb.bench;

import java.util.SplittableRandom;

/// A loss on data: what every contender computes value and gradient of.
///
/// @param loss the name in the catalogue
/// @param classes the length of a row of predictions; 1 for a pointwise loss
/// @param predictions predictions or scores, `classes` a sample
/// @param targets one a sample
record Case(String loss, int classes, float[] predictions, float[] targets) {
  private static final int SEED = 20;

  /// Random data, the same for the same arguments.
  ///
  /// @param numbers how many predictions, all in all
  static Case of(String loss, int classes, int numbers) {
    int samples = numbers / classes;
    var random = new SplittableRandom(SEED);
    float[] predictions = new float[samples * classes];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = (float) (2 * random.nextGaussian());
    }
    float[] targets = new float[samples];
    for (int i = 0; i < samples; i++) {
      targets[i] =
          switch (loss) {
            case "sigmoid_cross_entropy", "focal" -> random.nextInt(2);
            case "hinge" -> 2 * random.nextInt(2) - 1;
            case "poisson" -> random.nextInt(6);
            case "sparse_softmax_cross_entropy" -> random.nextInt(classes);
            default -> (float) random.nextGaussian();
          };
    }
    return new Case(loss, classes, predictions, targets);
  }

  int samples() {
    return targets.length;
  }

  /// Bytes that one pass over memory moves at least: what is read and what is written.
  long bytes() {
    return Float.BYTES * (2L * predictions.length + targets.length);
  }

  String title() {
    return classes == 1 ? loss : "%s, %,d classes".formatted(loss, classes);
  }
}
