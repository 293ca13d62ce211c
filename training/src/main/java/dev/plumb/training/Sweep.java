package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import java.util.Arrays;

/// One thread's arrays for passing over a block: scores, the loss and its gradient, and the
/// gradient's products with the columns, while the block is in cache.
final class Sweep {
  private final Design design;
  private final Pairing pairing;
  private final int outputs;

  /// Scores, then weighted gradients, by output and chunk.
  private final double[][][] scores;

  private final double[] rowScores;
  private final double[] targets;
  private final double[] values = new double[Columns.CHUNK];
  private final double[] gradient;
  private final double[] lanes = new double[Columns.CHUNK];
  private final Each each;
  private final Each only;
  private final Batch batch;

  Sweep(Design design, Pairing pairing) {
    this.design = design;
    this.pairing = pairing;
    outputs = pairing.outputs();
    scores = new double[outputs][design.chunksPerBlock()][Columns.CHUNK];
    rowScores = new double[Columns.CHUNK * outputs];
    gradient = new double[Columns.CHUNK * outputs];
    targets = new double[Columns.CHUNK * (pairing.form() == TargetForm.ONE_HOT ? outputs : 1)];
    each = Each.gradient(values, gradient);
    only = Each.values(values);
    batch = Batch.of(pairing.classes(), Columns.CHUNK, rowScores, targets);
  }

  /// The sums over a block: those of [Coefficients.Layout#sums()].
  double[] sums(int block, Coefficients model, int size) {
    int first = block * design.chunksPerBlock();
    int chunks = Math.min(design.chunksPerBlock(), design.chunks() - first);
    var sums = new double[size];
    for (int c = 0; c < chunks; c++) {
      sums[0] += weigh(first + c, evaluate(first + c, model, each));
      for (int k = 0; k < outputs; k++) {
        weighGradient(first + c, k, scores[k][c]);
      }
    }
    int at = 1;
    for (int k = 0; k < outputs; k++) {
      for (int c = 0; c < chunks; c++) {
        sums[at] += Columns.sum(scores[k][c]);
      }
      at++;
      for (float[] column : design.numbers) {
        Arrays.fill(lanes, 0);
        for (int c = 0; c < chunks; c++) {
          Columns.multiply(scores[k][c], column, (first + c) * Columns.CHUNK, lanes);
        }
        sums[at++] = Columns.sum(lanes);
      }
      for (int j = 0; j < design.codes.length; j++) {
        for (int c = 0; c < chunks; c++) {
          int row = (first + c) * Columns.CHUNK;
          Columns.scatter(scores[k][c], design.codes[j], row, sums, at);
        }
        at += model.levels()[k][j].length;
      }
    }
    return sums;
  }

  /// The weighted sum of the losses of a block.
  double loss(int block, Coefficients model) {
    int first = block * design.chunksPerBlock();
    int end = Math.min(first + design.chunksPerBlock(), design.chunks());
    double sum = 0;
    for (int chunk = first; chunk < end; chunk++) {
      sum += weigh(chunk, evaluate(chunk, model, only));
    }
    return sum;
  }

  /// The scores of a chunk, `outputs` consecutive numbers a row.
  ///
  /// @return how many rows the chunk has
  int scores(int chunk, Coefficients model, double[] to, int at) {
    int count = score(chunk, model);
    System.arraycopy(rowScores, 0, to, at, count * outputs);
    return count;
  }

  /// Fills the losses, and the gradients where wanted, of a chunk.
  private int evaluate(int chunk, Coefficients model, Each wanted) {
    int count = score(chunk, model);
    pairing.form().write(design.targets, chunk * Columns.CHUNK, count, outputs, targets);
    pairing.scored().evaluate(batch, 0, count, wanted);
    return count;
  }

  private int score(int chunk, Coefficients model) {
    int from = chunk * Columns.CHUNK;
    for (int k = 0; k < outputs; k++) {
      double[] score = outputs == 1 ? rowScores : lanes;
      Arrays.fill(score, model.intercepts()[k]);
      for (int j = 0; j < design.numbers.length; j++) {
        Columns.add(model.slopes()[k][j], design.numbers[j], from, score);
      }
      for (int j = 0; j < design.codes.length; j++) {
        Columns.look(model.levels()[k][j], design.codes[j], from, score);
      }
      for (int i = 0; outputs > 1 && i < score.length; i++) {
        rowScores[i * outputs + k] = score[i];
      }
    }
    return Math.min(Columns.CHUNK, design.rows.length - from);
  }

  /// Σ w·loss of a chunk; a weight of 0 contributes exactly 0.
  private double weigh(int chunk, int count) {
    Arrays.fill(values, count, values.length, 0);
    for (int i = 0; design.weights != null && i < count; i++) {
      double w = design.weights[chunk * Columns.CHUNK + i];
      values[i] = w == 0 ? 0 : w * values[i];
    }
    return Columns.sum(values);
  }

  /// Writes w·gradient of an output over the chunk's scores; 0 beyond its rows.
  private void weighGradient(int chunk, int output, double[] to) {
    int from = chunk * Columns.CHUNK;
    int count = Math.min(Columns.CHUNK, design.rows.length - from);
    if (design.weights == null && outputs == 1) {
      System.arraycopy(gradient, 0, to, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        double w = design.weights == null ? 1 : design.weights[from + i];
        to[i] = w == 0 ? 0 : w * gradient[i * outputs + output];
      }
    }
    Arrays.fill(to, count, to.length, 0);
  }
}
