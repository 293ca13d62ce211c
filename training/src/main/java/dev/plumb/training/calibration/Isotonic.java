package dev.plumb.training.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The probabilities of least squared error among those that never fall as the score grows, found
/// by pooling neighbours that would [Ayer et al. 1955, doi:10.1214/aoms/1177728423]; between known
/// scores along a straight line, beyond them the nearest.
///
/// @param scores ascending
/// @param probabilities at these scores, never falling
public record Isotonic(double[] scores, double[] probabilities) implements Calibration {

  static Isotonic learn(double[] scores, double[] labels, double[] weights) {
    int[] order =
        IntStream.range(0, scores.length)
            .filter(i -> weights == null || weights[i] > 0)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a], scores[b]))
            .mapToInt(i -> i)
            .toArray();
    var known = new double[order.length];
    var mean = new double[order.length];
    var weight = new double[order.length];
    int count = 0;
    for (int i : order) {
      double w = weights == null ? 1 : weights[i];
      if (count > 0 && known[count - 1] == scores[i]) {
        double both = weight[count - 1] + w;
        mean[count - 1] += (labels[i] - mean[count - 1]) * w / both;
        weight[count - 1] = both;
      } else {
        known[count] = scores[i];
        mean[count] = labels[i];
        weight[count++] = w;
      }
    }
    return new Isotonic(Arrays.copyOf(known, count), pooled(mean, weight, count));
  }

  /// Blocks of neighbours, each merged with the one before it as long as it lies below.
  private static double[] pooled(double[] mean, double[] weight, int count) {
    var blockMean = new double[count];
    var blockWeight = new double[count];
    var blockSize = new int[count];
    int blocks = 0;
    for (int i = 0; i < count; i++) {
      blockMean[blocks] = mean[i];
      blockWeight[blocks] = weight[i];
      blockSize[blocks++] = 1;
      while (blocks > 1 && blockMean[blocks - 2] >= blockMean[blocks - 1]) {
        double both = blockWeight[blocks - 2] + blockWeight[blocks - 1];
        blockMean[blocks - 2] +=
            (blockMean[blocks - 1] - blockMean[blocks - 2]) * blockWeight[blocks - 1] / both;
        blockWeight[blocks - 2] = both;
        blockSize[blocks - 2] += blockSize[--blocks];
      }
    }
    var pooled = new double[count];
    for (int block = 0, at = 0; block < blocks; at += blockSize[block++]) {
      Arrays.fill(pooled, at, at + blockSize[block], blockMean[block]);
    }
    return pooled;
  }

  /// The same line without the points between others of the same probability.
  public Isotonic knots() {
    int[] kept =
        IntStream.range(0, scores.length)
            .filter(i ->
                i == 0
                    || i == scores.length - 1
                    || probabilities[i - 1] != probabilities[i]
                    || probabilities[i + 1] != probabilities[i])
            .toArray();
    return new Isotonic(
        Arrays.stream(kept).mapToDouble(i -> scores[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> probabilities[i]).toArray());
  }

  @Override
  public void respond(double[] rows) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = probability(rows[i]);
    }
  }

  private double probability(double score) {
    if (Double.isNaN(score)) {
      return Double.NaN;
    }
    int place = Arrays.binarySearch(scores, score);
    if (place >= 0) {
      return probabilities[place];
    }
    int above = -place - 1;
    if (above == 0 || above == scores.length) {
      return probabilities[above == 0 ? 0 : above - 1];
    }
    double part = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
    return probabilities[above - 1] + part * (probabilities[above] - probabilities[above - 1]);
  }

  @Override
  public String text() {
    return "steps over %d scores".formatted(scores.length);
  }
}
