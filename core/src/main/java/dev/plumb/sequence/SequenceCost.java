package dev.plumb.sequence;

import dev.plumb.Each;
import dev.plumb.Reduction;
import dev.plumb.kernel.Sums;
import java.util.stream.IntStream;

/// A loss of sequences and a reduction: the function of the data that training minimises.
///
/// Samples are spread over the common pool of threads; the sum has the same bits for any number of
/// them, and a weight of 0 contributes exactly 0, as in [dev.plumb.Cost].
///
/// @param loss the loss of one sequence
/// @param reduction how the losses of all sequences become one number
public record SequenceCost(SequenceLoss loss, Reduction reduction) {
  /// The cost.
  public double of(Sequences sequences) {
    return run(sequences, null);
  }

  /// The cost, and its gradient with respect to every score.
  ///
  /// @param gradient packed like the scores
  public double gradient(Sequences sequences, double[] gradient) {
    return run(sequences, gradient);
  }

  private double run(Sequences sequences, double[] gradient) {
    int samples = sequences.samples();
    double[] values = new double[samples];
    var each = gradient == null ? Each.values(values) : Each.gradient(values, gradient);
    loss.evaluate(sequences, samples, samples, each);
    IntStream.range(0, samples)
        .parallel()
        .filter(i -> sequences.weight(i) != 0)
        .forEach(i -> loss.evaluate(sequences, i, i + 1, each));
    double weight = sum(IntStream.range(0, samples).mapToDouble(sequences::weight).toArray());
    for (int i = 0; i < samples; i++) {
      values[i] = sequences.weight(i) == 0 ? 0 : sequences.weight(i) * values[i];
    }
    double cost = reduction.of(sum(values), weight, samples);
    if (gradient != null) {
      scale(sequences, gradient, reduction.scale(cost, weight, samples));
    }
    return cost;
  }

  private static double sum(double[] numbers) {
    int blocks = Sums.blocks(numbers.length);
    double[] sums = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      int from = block * Sums.BLOCK;
      int to = Math.min(numbers.length, from + Sums.BLOCK);
      sums[block] = Sums.block(java.util.Arrays.copyOfRange(numbers, from, to), to - from);
    }
    return Sums.tree(sums, 0, blocks);
  }

  private static void scale(Sequences sequences, double[] gradient, double scale) {
    for (int i = 0; i < sequences.samples(); i++) {
      double factor = sequences.weight(i) * scale;
      for (int k = sequences.start(i); k < sequences.start(i + 1); k++) {
        gradient[k] = factor == 0 ? 0 : gradient[k] * factor;
      }
    }
  }
}
