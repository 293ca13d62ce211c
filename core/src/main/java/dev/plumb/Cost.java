package dev.plumb;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A loss and a reduction: the function of the data that training minimises.
///
/// One pass over memory computes the cost and its derivatives. The sum has the same bits for any
/// number of threads and any width of lanes: samples are cut into blocks by their row number, each
/// block is summed on 32 virtual lanes, and the sums of the blocks are joined along a fixed tree.
/// Large batches are spread over threads; small ones stay on the caller's.
///
/// Where all columns of the batch and all arrays of derivatives are in float, the losses are
/// computed in float. An array of derivatives may be the column of its prediction, which it then
/// overwrites.
///
/// A call whose thread is interrupted ends with a [java.util.concurrent.CancellationException].
///
/// @param loss the loss of one sample
/// @param reduction how the losses of all samples become one number
/// @param threads at most how many threads compute; 0 for one a processor
public record Cost(Loss loss, Reduction reduction, int threads) {
  /// The cost on as many threads as there are processors.
  public Cost(Loss loss, Reduction reduction) {
    this(loss, reduction, 0);
  }

  /// The same cost on at most so many threads, the caller's among them: the same bits.
  ///
  /// @param threads 0 for one a processor
  public Cost threads(int threads) {
    return new Cost(loss, reduction, threads);
  }

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

  /// The cost, and its gradient with respect to the only prediction.
  public double gradient(Batch batch, double[] gradient) {
    return run(batch, gradient, null);
  }

  /// The cost, and its gradient with respect to each prediction, in float.
  public double gradient(Batch batch, float[][] gradient) {
    return run(batch, gradient, null);
  }

  /// The cost, and its gradient with respect to the only prediction, in float.
  public double gradient(Batch batch, float[] gradient) {
    return run(batch, gradient, null);
  }

  /// The cost, and its gradient with respect to the only prediction, in memory of any kind.
  ///
  /// @param layout of the gradient: `JAVA_FLOAT` or `JAVA_DOUBLE`
  public double gradient(Batch batch, ValueLayout layout, MemorySegment gradient) {
    return run(batch, Batch.segment(layout, gradient), null);
  }

  /// The cost, its gradient and the diagonal of its hessian, for a loss with one prediction. The
  /// hessian is that of the sum or the mean; ROOT_MEAN, whose hessian is not diagonal, is refused.
  public double hessian(Batch batch, double[] gradient, double[] hessian) {
    return hessian(batch, (Object) gradient, hessian);
  }

  /// The cost, its gradient and the diagonal of its hessian, for a loss with one prediction, in
  /// float.
  public double hessian(Batch batch, float[] gradient, float[] hessian) {
    return hessian(batch, (Object) gradient, hessian);
  }

  /// The cost, its gradient and the diagonal of its hessian with respect to each prediction.
  ///
  /// @throws PlumbException for ROOT_MEAN, whose hessian is not diagonal
  public double hessian(Batch batch, double[][] gradient, double[][] hessian) {
    return hessian(batch, (Object) gradient, hessian);
  }

  private double hessian(Batch batch, Object gradient, Object hessian) {
    if (reduction == Reduction.ROOT_MEAN) {
      throw new PlumbException(
          "the hessian of a root mean is not diagonal; take the hessian of the mean");
    }
    return run(batch, gradient, hessian);
  }

  private double run(Batch batch, Object gradient, Object hessian) {
    Wanted wanted = Wanted.ofThread(gradient, hessian);
    try {
      Fit.check(loss, batch, 0, batch.samples(), wanted);
      return Pass.run(this, batch, wanted);
    } finally {
      wanted.end();
    }
  }

  /// How many threads may work.
  int workers() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
