package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.EachFloat;
import dev.plumb.training.lanes.Products;
import java.util.Arrays;
import java.util.List;

/// One thread's arrays for passing over a block in float, for a loss of one score: numbers are
/// centred before they are multiplied, so nothing cancels, and sums of many rows are in double. It
/// tells the loss and its gradient to six or seven digits, at the pace of memory.
final class CoarseSweep {
  /// So many numbers stay in the second-level cache while they are read twice.
  private static final int STRIP = 1 << 16;

  private final Design design;
  private final Pairing pairing;
  private final int rowsPerBlock;
  private final float[] scores;
  private final float[] targets;
  private final double[] exactTargets;
  private final float[] values;
  private final float[] gradient;

  /// Weighted losses and weighted gradients; the latter in float as well, the gradient itself where
  /// there are no weights.
  private final double[] losses;

  private final double[] pulls;
  private final float[] pull;

  /// Running sums of each number: of a chunk, and of the block.
  private final float[] lanes;

  private final double[] sums;
  private final EachFloat each;
  private final Batch batch;

  CoarseSweep(Design design, Pairing pairing) {
    this.design = design;
    this.pairing = pairing;
    rowsPerBlock = design.rowsPerBlock();
    int room = design.blocks() == 1 ? design.padded(0) : rowsPerBlock;
    scores = new float[room];
    targets = new float[room];
    exactTargets = new double[room];
    values = new float[room];
    gradient = new float[room];
    losses = new double[room];
    pulls = new double[room];
    pull = design.weights == null ? gradient : new float[room];
    lanes = new float[design.numbers * Products.FLOAT_SUMS];
    sums = new double[design.numbers];
    each = EachFloat.gradient(values, gradient);
    batch = Batch.of(scores, targets);
  }

  /// A model that reads centred numbers.
  ///
  /// @param intercept where every number is its mean
  /// @param levels by category
  record Centred(float intercept, float[] slopes, float[] means, double[][] levels) {
    static Centred of(Coefficients model, Encoding encoding) {
      double[] slopes = model.slopes()[0];
      List<Encoding.Scaled> numbers = encoding.numbers();
      double intercept = model.intercepts()[0];
      var means = new float[slopes.length];
      var narrow = new float[slopes.length];
      for (int j = 0; j < slopes.length; j++) {
        means[j] = (float) numbers.get(j).mean();
        narrow[j] = (float) slopes[j];
        intercept += slopes[j] * means[j];
      }
      return new Centred((float) intercept, narrow, means, model.levels()[0]);
    }
  }

  /// The sums over a block: those of [Coefficients.Layout#sums()].
  double[] sums(int block, Centred model, int size) {
    int count = design.count(block);
    int padded = design.padded(block);
    int strip = design.rowsFor(STRIP);
    write(block, count);
    Arrays.fill(sums, 0);
    Arrays.fill(lanes, 0);
    for (int row = 0; row < padded; row += strip) {
      int end = Math.min(padded, row + strip);
      score(block, model, row, end);
      pairing.scored().evaluate(batch, Math.min(row, count), Math.min(end, count), each);
      for (int at = row; at < end; at += Columns.CHUNK - at % Columns.CHUNK) {
        project(block, model, at, Math.min(end, at + Columns.CHUNK - at % Columns.CHUNK));
      }
    }
    return gathered(block, count, model, size);
  }

  private void write(int block, int count) {
    pairing.form().write(design.targets, block * rowsPerBlock, count, 1, exactTargets);
    for (int i = 0; i < count; i++) {
      targets[i] = (float) exactTargets[i];
    }
  }

  private void score(int block, Centred model, int row, int end) {
    int stride = design.stride(block);
    Arrays.fill(scores, row, end, model.intercept());
    Products.FASTEST.combine(
        model.slopes(),
        model.means(),
        design.numbers(block),
        design.place(0, row),
        (end - row) / Products.STRIP,
        scores,
        row);
    for (int j = 0; j < design.categories; j++) {
      double[] levels = model.levels()[j];
      int[] codes = design.codes(block);
      for (int i = row; i < end; i++) {
        scores[i] += (float) levels[codes[j * stride + i]];
      }
    }
  }

  /// Weighs the gradients of some rows of a chunk, and adds their products with the numbers.
  private void project(int block, Centred model, int row, int end) {
    int last = Math.clamp(design.count(block), row, end);
    weigh(gradient, block, row, last, pulls);
    if (design.weights != null) {
      for (int i = row; i < last; i++) {
        pull[i] = (float) pulls[i];
      }
    }
    Arrays.fill(pulls, last, end, 0);
    Arrays.fill(pull, last, end, 0);
    Products.FASTEST.project(
        pull,
        row,
        (end - row) / Products.STRIP,
        model.means(),
        design.numbers(block),
        design.place(0, row),
        lanes);
    if (end % Columns.CHUNK == 0) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += joined(j * Products.FLOAT_SUMS);
      }
      Arrays.fill(lanes, 0);
    }
  }

  /// Writes numbers of some rows of a block times their weights; a weight of 0 gives 0.
  private void weigh(float[] numbers, int block, int row, int end, double[] to) {
    if (design.weights == null) {
      for (int i = row; i < end; i++) {
        to[i] = numbers[i];
      }
      return;
    }
    int from = block * rowsPerBlock;
    for (int i = row; i < end; i++) {
      double w = design.weights[from + i];
      to[i] = w == 0 ? 0 : w * numbers[i];
    }
  }

  /// The running sums of a number, joined as four that do not wait for each other.
  private double joined(int at) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int k = at; k < at + Products.FLOAT_SUMS; k += 4) {
      s0 += lanes[k];
      s1 += lanes[k + 1];
      s2 += lanes[k + 2];
      s3 += lanes[k + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private double[] gathered(int block, int count, Centred model, int size) {
    int padded = design.padded(block);
    var all = new double[size];
    weigh(values, block, 0, count, losses);
    Arrays.fill(losses, count, padded, 0);
    double pulled = 0;
    for (int at = 0; at < padded; at += Columns.CHUNK) {
      all[0] += Columns.sum(losses, at);
      pulled += Columns.sum(pulls, at);
    }
    int at = 1;
    all[at++] = pulled;
    for (int j = 0; j < sums.length; j++) {
      all[at++] = sums[j] + model.means()[j] * pulled;
    }
    for (int j = 0; j < design.categories; j++) {
      Columns.scatter(pulls, padded, design.codes(block), j * design.stride(block), all, at);
      at += model.levels()[j].length;
    }
    return all;
  }
}
