package dev.plumb.vocabulary;

import dev.plumb.matrix.Exponentials;
import dev.plumb.matrix.Matrix;
import dev.plumb.matrix.Product;

/// Some of the classes, in blocks, and the room that one thread needs to work on them.
final class Group {
  /// Classes of a block: its scores of 1024 rows are 2 MB.
  static final int CLASSES = 512;

  private static final Exponentials EXPONENTIALS = Exponentials.FASTEST;

  private final LinearScores scores;
  private final LinearGradient gradient;
  private final int from;
  private final int to;
  private final Normaliser normaliser;
  private final Matrix features;
  private final float[] block;
  private final double[] columns = new double[CLASSES];
  private final float[] sums = new float[Exponentials.SUMS];
  private final Product product = new Product();

  Group(LinearScores scores, LinearGradient gradient, int from, int to, int rows) {
    this.scores = scores;
    this.gradient = gradient;
    this.from = from;
    this.to = to;
    this.normaliser = new Normaliser(rows);
    this.block = new float[rows * Math.min(CLASSES, to - from)];
    this.features =
        gradient.features() == null
            ? null
            : Matrix.of(new float[rows * scores.features()], scores.features());
  }

  /// What the group knows of each row after [#normalise].
  Normaliser normaliser() {
    return normaliser;
  }

  /// The derivatives by the features, as far as they come from these classes.
  Matrix features() {
    return features;
  }

  /// Finds the normalisers of the rows among these classes, and the scores of right classes.
  void normalise(Matrix x, Rows rows) {
    normaliser.clear();
    for (int first = from; first < to; first += CLASSES) {
      int width = Math.min(CLASSES, to - first);
      score(x, first, width);
      for (int i = 0; i < x.rows(); i++) {
        int at = i * width;
        int right = rows.target[i] - first;
        if (right >= 0 && right < width) {
          rows.score[i] = block[at + right];
          block[at + right] = Float.NEGATIVE_INFINITY;
        }
        float greatest = EXPONENTIALS.max(block, at, at + width);
        float shift = Normaliser.shift(greatest);
        normaliser.add(i, greatest, EXPONENTIALS.sum(block, at, at + width, shift, sums));
      }
    }
  }

  /// Computes the blocks of scores again, each overwritten by its derivatives, and what follows
  /// from those for features, weights and bias.
  void derive(Matrix x, Rows rows) {
    for (int first = from; first < to; first += CLASSES) {
      int width = Math.min(CLASSES, to - first);
      Matrix slopes = score(x, first, width);
      for (int i = 0; i < x.rows(); i++) {
        int at = i * width;
        EXPONENTIALS.scale(block, at, at + width, rows.shift[i], rows.factor[i]);
        int right = rows.target[i] - first;
        if (right >= 0 && right < width) {
          block[at + right] = rows.slope[i];
        }
      }
      share(x, slopes, first, width);
    }
  }

  private Matrix score(Matrix x, int first, int width) {
    Matrix z = new Matrix(block, 0, x.rows(), width, width, 1);
    product.set(z, x, scores.weights().rows(first, first + width).transposed());
    if (scores.bias() != null) {
      for (int i = 0; i < x.rows(); i++) {
        for (int k = 0; k < width; k++) {
          block[i * width + k] += scores.bias()[first + k];
        }
      }
    }
    return z;
  }

  private void share(Matrix x, Matrix slopes, int first, int width) {
    if (features != null) {
      Matrix part = features.rows(0, x.rows());
      Matrix weights = scores.weights().rows(first, first + width);
      if (first == from) {
        product.set(part, slopes, weights);
      } else {
        product.add(part, slopes, weights);
      }
    }
    if (gradient.weights() != null) {
      int d = scores.features();
      Matrix part = new Matrix(gradient.weights(), first * d, width, d, d, 1);
      product.add(part, slopes.transposed(), x);
    }
    if (gradient.bias() != null) {
      addColumns(slopes, first);
    }
  }

  private void addColumns(Matrix slopes, int first) {
    int width = slopes.columns();
    java.util.Arrays.fill(columns, 0);
    for (int i = 0; i < slopes.rows(); i++) {
      for (int k = 0; k < width; k++) {
        columns[k] += block[i * width + k];
      }
    }
    for (int k = 0; k < width; k++) {
      gradient.bias()[first + k] += (float) columns[k];
    }
  }
}
