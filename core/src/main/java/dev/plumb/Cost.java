package dev.plumb;

import dev.plumb.kernel.Sums;
import java.util.stream.IntStream;

/// A loss and a reduction: the function of the data that training minimises.
///
/// The sum has the same bits for any number of threads: samples are cut into blocks by their row
/// number, and the sums of the blocks are joined along a fixed tree. Large batches are spread over
/// the common pool of threads.
///
/// @param loss the loss of one sample
/// @param reduction how the losses of all samples become one number
public record Cost(Loss loss, Reduction reduction) {
  private static final int PARALLEL_BLOCKS = 16;

  /// The cost of a batch.
  public double of(Batch batch) {
    return run(batch, null, null);
  }

  /// The cost, and its gradient with respect to each prediction.
  ///
  /// @param gradient for each prediction, in the order of the definition, an array as long as the
  ///   prediction's column
  public double gradient(Batch batch, double[]... gradient) {
    return run(batch, gradient, null);
  }

  /// The cost, its gradient and the diagonal of its hessian, for a loss with one prediction. The
  /// hessian is that of the sum or the mean; ROOT_MEAN, whose hessian is not diagonal, is refused.
  public double hessian(Batch batch, double[] gradient, double[] hessian) {
    return hessian(batch, new double[][] {gradient}, new double[][] {hessian});
  }

  /// The cost, its gradient and the diagonal of its hessian with respect to each prediction.
  ///
  /// @throws PlumbException for ROOT_MEAN, whose hessian is not diagonal
  public double hessian(Batch batch, double[][] gradient, double[][] hessian) {
    if (reduction == Reduction.ROOT_MEAN) {
      throw new PlumbException(
          "the hessian of a root mean is not diagonal; take the hessian of the mean");
    }
    return run(batch, gradient, hessian);
  }

  private double run(Batch batch, double[][] gradient, double[][] hessian) {
    Fit.check(loss, batch, 0, batch.samples(), new Each(null, gradient, hessian));
    int blocks = Sums.blocks(batch.samples());
    double[] values = new double[batch.samples()];
    double[] sums = new double[blocks];
    double[] weights = new double[blocks];
    double[] counts = new double[batch.samples()];
    each(
        blocks,
        block -> {
          int from = block * Sums.BLOCK;
          int to = Math.min(batch.samples(), from + Sums.BLOCK);
          loss.evaluate(batch, from, to, new Each(values, gradient, hessian));
          double[] terms = new double[to - from];
          for (int i = from; i < to; i++) {
            double weight = batch.weight(i);
            terms[i - from] = weight == 0 ? 0 : weight * values[i];
          }
          sums[block] = Sums.block(terms, terms.length);
          loss.weights(batch, from, to, counts);
          System.arraycopy(counts, from, terms, 0, to - from);
          weights[block] = Sums.block(terms, terms.length);
        });
    double weight = Sums.tree(weights, 0, blocks);
    double cost = reduction.of(Sums.tree(sums, 0, blocks), weight, batch.samples());
    double scale = reduction.scale(cost, weight, batch.samples());
    each(blocks, block -> scaled(batch, block, scale, gradient, hessian));
    return cost;
  }

  private static void each(int blocks, java.util.function.IntConsumer work) {
    var range = IntStream.range(0, blocks);
    (blocks >= PARALLEL_BLOCKS ? range.parallel() : range).forEach(work);
  }

  private void scaled(
      Batch batch, int block, double scale, double[][] gradient, double[][] hessian) {
    int from = block * Sums.BLOCK;
    int to = Math.min(batch.samples(), from + Sums.BLOCK);
    for (double[][] arrays : new double[][][] {gradient, hessian}) {
      for (int i = 0; arrays != null && i < arrays.length; i++) {
        int width = loss.definition().predictions().get(i).row() ? batch.classes() : 1;
        for (int sample = from; sample < to; sample++) {
          double factor = batch.weight(sample) * scale;
          for (int k = sample * width; k < (sample + 1) * width; k++) {
            arrays[i][k] = factor == 0 ? 0 : arrays[i][k] * factor;
          }
        }
      }
    }
  }
}
