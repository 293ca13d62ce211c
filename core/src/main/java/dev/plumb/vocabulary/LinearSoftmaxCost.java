package dev.plumb.vocabulary;

import dev.plumb.PlumbException;
import dev.plumb.Reduction;
import dev.plumb.kernel.Sums;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Sparse softmax cross-entropy of linear scores: the function of features and weights that
/// training minimises.
///
/// Memory beyond the caller's arrays is that of one block, whatever the number of classes and
/// samples. Classes are spread over the common pool of threads; the bits of cost and gradient are
/// the same for any number of them.
///
/// @param reduction how the losses of all samples become one number
public record LinearSoftmaxCost(Reduction reduction) {

  /// The mean.
  public static LinearSoftmaxCost mean() {
    return new LinearSoftmaxCost(Reduction.MEAN);
  }

  /// The cost.
  public double of(LinearScores scores, FeatureBatch batch) {
    return run(scores, batch, new LinearGradient(null, null, null), false);
  }

  /// The cost, and its derivatives by features, weights and bias.
  ///
  /// @param gradient receives the derivatives; what it holds before does not matter
  public double gradient(LinearScores scores, FeatureBatch batch, LinearGradient gradient) {
    gradient.check(scores, batch);
    return run(scores, batch, gradient, true);
  }

  private double run(
      LinearScores scores, FeatureBatch batch, LinearGradient gradient, boolean derived) {
    int[] counted = counted(scores, batch);
    for (float[] array : new float[][] {gradient.features(), gradient.weights(), gradient.bias()}) {
      if (array != null) {
        Arrays.fill(array, 0);
      }
    }
    double[] losses = new double[counted.length];
    if (counted.length > 0) {
      var chunk = new Chunk(scores, batch, gradient, Math.min(Chunk.ROWS, counted.length));
      for (int from = 0; from < counted.length; from += Chunk.ROWS) {
        int to = Math.min(counted.length, from + Chunk.ROWS);
        chunk.run(Arrays.copyOfRange(counted, from, to), losses, from, derived);
      }
    }
    double weight = sum(IntStream.of(counted).mapToDouble(batch::weight).toArray());
    double cost = reduction.of(sum(losses), weight, batch.samples());
    double scale = reduction.scale(cost, weight, batch.samples());
    scale(gradient.features(), scale);
    scale(gradient.weights(), scale);
    scale(gradient.bias(), scale);
    return cost;
  }

  /// The samples that have a weight; each must name a class.
  private static int[] counted(LinearScores scores, FeatureBatch batch) {
    if (batch.samples() > 0 && batch.width() != scores.features()) {
      throw new PlumbException(
          "%d weights a class, but %d features a sample"
              .formatted(scores.features(), batch.width()));
    }
    int[] counted = IntStream.range(0, batch.samples()).filter(i -> batch.weight(i) != 0).toArray();
    for (int sample : counted) {
      int target = batch.target(sample);
      if (target < 0 || target >= scores.classes()) {
        throw new PlumbException(
            "sample %d: target %d is no class; there are %d, from 0"
                .formatted(sample, target, scores.classes()));
      }
    }
    return counted;
  }

  private static double sum(double[] numbers) {
    int blocks = Sums.blocks(numbers.length);
    double[] sums = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      int from = block * Sums.BLOCK;
      int to = Math.min(numbers.length, from + Sums.BLOCK);
      sums[block] = Sums.block(Arrays.copyOfRange(numbers, from, to), to - from);
    }
    return Sums.tree(sums, 0, blocks);
  }

  private static void scale(float[] gradient, double scale) {
    if (gradient == null || scale == 1) {
      return;
    }
    IntStream.range(0, Math.ceilDiv(gradient.length, Sums.BLOCK))
        .parallel()
        .forEach(block -> {
          int to = Math.min(gradient.length, (block + 1) * Sums.BLOCK);
          for (int i = block * Sums.BLOCK; i < to; i++) {
            gradient[i] = (float) (gradient[i] * scale);
          }
        });
  }
}
