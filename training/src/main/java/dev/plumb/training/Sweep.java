package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.training.lanes.Products;
import dev.plumb.training.optimise.Curved.Model;
import java.util.Arrays;

/// One thread's arrays for passing over a block: scores, the loss and its gradient, and the
/// gradient's products with the columns, while the block is in cache.
final class Sweep {
  private static final int TABLES = 4096;

  /// So many numbers stay in the second-level cache while they are read twice.
  private static final int STRIP = 1 << 16;

  private final Design design;
  private final Pairing pairing;
  private final int outputs;
  private final int rowsPerBlock;

  private final double[] scores;

  /// The scores of one of several outputs.
  private final double[] apart;

  private final double[] targets;
  private final double[] values;
  private final double[] gradient;

  /// Weighted gradients by output: the gradient itself where there are neither weights nor several
  /// outputs.
  private final double[][] pulls;

  /// Running sums of each number, by output.
  private final double[][] lanes;

  /// Sums of the levels of a category that has few.
  private final double[] tables;

  private final Each each;
  private final Each only;
  private final Batch batch;

  /// What curvature needs: second derivatives, then weighted; the products of columns.
  private Gram gram;

  private double[] hessian;

  /// What rounding needs: scores moved to a side, losses and slopes there.
  private double[] moved;

  private double[] above;
  private double[] slopesAbove;

  /// Fills losses, gradients and second derivatives of a block whose scores and targets are there.
  interface Bends {
    void fill(int count);
  }

  Sweep(Design design, Pairing pairing) {
    this.design = design;
    this.pairing = pairing;
    outputs = pairing.outputs();
    rowsPerBlock = design.rowsPerBlock();
    int room = design.blocks() == 1 ? design.padded(0) : rowsPerBlock;
    scores = new double[room * outputs];
    apart = new double[outputs == 1 ? 0 : room];
    targets = new double[room * (pairing.form() == TargetForm.ONE_HOT ? outputs : 1)];
    values = new double[room];
    gradient = new double[room * outputs];
    pulls = isWeighed() ? new double[outputs][room] : new double[][] {gradient};
    lanes = new double[outputs][design.numbers * Products.SUMS];
    tables = new double[design.categories == 0 ? 0 : TABLES];
    each = Each.gradient(values, gradient);
    only = Each.values(values);
    batch = Batch.of(outputs, room, scores, targets);
  }

  /// The sums over a block: those of [Coefficients.Layout#sums()].
  double[] sums(int block, Coefficients model, int size) {
    int count = design.count(block);
    int padded = design.padded(block);
    int strip = design.rowsFor(STRIP);
    write(block, count);
    begin();
    for (int row = 0; row < padded; row += strip) {
      int end = Math.min(padded, row + strip);
      score(block, model, row, end);
      pairing.scored().evaluate(batch, Math.min(row, count), Math.min(end, count), each);
      project(block, row, end);
    }
    return gathered(block, count, model, size);
  }

  /// The sums over a block, then those of [Gram].
  ///
  /// @param at where the latter begin
  double[] sums(int block, Coefficients model, int size, Bends bends, int at) {
    int count = score(block, model);
    int from = block * rowsPerBlock;
    write(block, count);
    bends.fill(count);
    begin();
    project(block, 0, design.padded(block));
    double[] sums = gathered(block, count, model, size);
    for (int i = 0; i < count && design.weights != null; i++) {
      double w = design.weights[from + i];
      hessian[i] = w == 0 ? 0 : w * hessian[i];
    }
    Arrays.fill(hessian, count, hessian.length, 0);
    gram.add(block, hessian, sums, at);
    return sums;
  }

  /// The curvature of the loss.
  Bends bends(Curving curving, Model model) {
    prepare();
    Each all = Each.hessian(values, gradient, hessian);
    return count -> {
      pairing.scored().evaluate(batch, 0, count, all);
      curving.fill(model, scores, targets, gradient, hessian, count);
    };
  }

  /// The slope and curvature of the mean of the loss from a width below each score to a width
  /// above: differences of losses, and of slopes.
  Bends rounded(double width) {
    prepare();
    if (moved == null) {
      moved = new double[scores.length];
      above = new double[values.length];
      slopesAbove = new double[gradient.length];
    }
    Batch aside = Batch.of(1, moved.length, moved, targets);
    return count -> {
      Arrays.setAll(moved, i -> scores[i] + width);
      pairing.scored().evaluate(aside, 0, count, Each.gradient(above, slopesAbove));
      Arrays.setAll(moved, i -> scores[i] - width);
      pairing.scored().evaluate(aside, 0, count, each);
      for (int i = 0; i < count; i++) {
        hessian[i] = Math.max(0, (slopesAbove[i] - gradient[i]) / (2 * width));
        gradient[i] = (above[i] - values[i]) / (2 * width);
      }
      pairing.scored().evaluate(batch, 0, count, only);
    };
  }

  private void prepare() {
    if (gram == null) {
      gram = new Gram(design);
      hessian = new double[scores.length];
    }
  }

  private void write(int block, int count) {
    pairing.form().write(design.targets, block * rowsPerBlock, count, outputs, targets);
  }

  private void begin() {
    for (double[] each : lanes) {
      Arrays.fill(each, 0);
    }
  }

  /// Weighs the gradients of some rows, and adds their products with the numbers to the running
  /// sums.
  private void project(int block, int row, int end) {
    for (int k = 0; k < outputs; k++) {
      weigh(block, row, end, k);
      Products.FASTEST.project(
          pulls[k],
          row,
          (end - row) / Products.STRIP,
          design.numbers(block),
          design.place(0, row),
          design.numbers,
          lanes[k]);
    }
  }

  /// The sums of a block whose losses, weighted gradients and running sums are there.
  private double[] gathered(int block, int count, Coefficients model, int size) {
    var sums = new double[size];
    sums[0] = loss(block * rowsPerBlock, count);
    int at = 1;
    for (int k = 0; k < outputs; k++) {
      for (int row = 0; row < design.padded(block); row += Columns.CHUNK) {
        sums[at] += Columns.sum(pulls[k], row);
      }
      at++;
      for (int j = 0; j < design.numbers; j++) {
        sums[at++] = Products.join(lanes[k], j * Products.SUMS);
      }
      for (int j = 0; j < design.categories; j++) {
        int levels = model.levels()[k][j].length;
        scatter(block, j, pulls[k], levels, sums, at);
        at += levels;
      }
    }
    return sums;
  }

  /// Adds the gradients of an output to the sums of the levels of a category.
  private void scatter(int block, int category, double[] pull, int levels, double[] sums, int at) {
    int[] codes = design.codes(block);
    int from = category * design.stride(block);
    int rows = design.padded(block);
    boolean few = 4 * levels <= tables.length;
    if (few) {
      Arrays.fill(tables, 0, 4 * levels, 0);
      Columns.scatter4(pull, rows, codes, from, tables, levels);
    } else {
      Columns.scatter(pull, rows, codes, from, sums, at);
    }
    for (int i = 0; few && i < levels; i++) {
      sums[at + i] =
          (tables[i] + tables[levels + i]) + (tables[2 * levels + i] + tables[3 * levels + i]);
    }
  }

  /// What the rows of a block count for together.
  double weight(int block) {
    int count = design.count(block);
    write(block, count);
    pairing.scored().weights(batch, 0, count, values);
    return loss(block * rowsPerBlock, count);
  }

  /// The weighted sum of the losses of a block.
  double loss(int block, Coefficients model) {
    int count = score(block, model);
    write(block, count);
    pairing.scored().evaluate(batch, 0, count, only);
    return loss(block * rowsPerBlock, count);
  }

  /// Writes the scores of a block, `outputs` consecutive numbers a row, to the places of its rows.
  void scores(int block, Coefficients model, double[] to) {
    int count = score(block, model);
    System.arraycopy(scores, 0, to, block * rowsPerBlock * outputs, count * outputs);
  }

  private int score(int block, Coefficients model) {
    score(block, model, 0, design.padded(block));
    return design.count(block);
  }

  /// Fills the scores of some rows of a block.
  private void score(int block, Coefficients model, int row, int end) {
    int stride = design.stride(block);
    for (int k = 0; k < outputs; k++) {
      double[] score = outputs == 1 ? scores : apart;
      Arrays.fill(score, row, end, model.intercepts()[k]);
      double[] slopes = model.slopes()[k];
      int strips = (end - row) / Products.STRIP;
      Products.FASTEST.combine(
          slopes, design.numbers(block), design.place(0, row), strips, score, row);
      for (int j = 0; j < design.categories; j++) {
        Columns.look(
            model.levels()[k][j], design.codes(block), j * stride + row, row, end - row, score);
      }
      for (int i = row; outputs > 1 && i < end; i++) {
        scores[i * outputs + k] = apart[i];
      }
    }
  }

  /// Σ w·loss of the rows of a block; a weight of 0 contributes exactly 0.
  private double loss(int from, int count) {
    int end = (count + Columns.CHUNK - 1) / Columns.CHUNK * Columns.CHUNK;
    Arrays.fill(values, count, end, 0);
    for (int i = 0; design.weights != null && i < count; i++) {
      double w = design.weights[from + i];
      values[i] = w == 0 ? 0 : w * values[i];
    }
    double sum = 0;
    for (int at = 0; at < end; at += Columns.CHUNK) {
      sum += Columns.sum(values, at);
    }
    return sum;
  }

  private boolean isWeighed() {
    return design.weights != null || outputs > 1;
  }

  /// Writes w·gradient of an output over some rows; 0 beyond those of the block.
  private void weigh(int block, int row, int end, int output) {
    double[] to = pulls[output];
    int last = Math.clamp(design.count(block), row, end);
    int from = block * rowsPerBlock;
    if (isWeighed()) {
      for (int i = row; i < last; i++) {
        double w = design.weights == null ? 1 : design.weights[from + i];
        to[i] = w == 0 ? 0 : w * gradient[i * outputs + output];
      }
    }
    Arrays.fill(to, last, end, 0);
  }
}
