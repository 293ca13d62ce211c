package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import dev.plumb.kernel.Turn.Mover;

/// Rows of a few samples, turned so that equal elements of all of them lie side by side: element k
/// of sample s of a tile of `width` samples is number `k * width + s`.
final class Tiles {
  /// Shorter rows are moved number by number.
  private static final int SQUARE = 4;

  private static final Mover FLOATS_IN = Turn.mover(Precision.FLOAT, true);
  private static final Mover FLOATS_OUT = Turn.mover(Precision.FLOAT, false);
  private static final Mover DOUBLES_IN = Turn.mover(Precision.DOUBLE, true);
  private static final Mover DOUBLES_OUT = Turn.mover(Precision.DOUBLE, false);

  private Tiles() {}

  static void in(float[] rows, int from, int classes, float[] tile, int at, int width) {
    if (classes >= SQUARE) {
      FLOATS_IN.move(rows, from, classes, tile, at);
      return;
    }
    for (int s = 0; s < width; s++) {
      int row = from + s * classes;
      for (int k = 0, place = at + s; k < classes; k++, place += width) {
        tile[place] = rows[row + k];
      }
    }
  }

  static void in(double[] rows, int from, int classes, double[] tile, int at, int width) {
    if (classes >= SQUARE) {
      DOUBLES_IN.move(rows, from, classes, tile, at);
      return;
    }
    for (int s = 0; s < width; s++) {
      int row = from + s * classes;
      for (int k = 0, place = at + s; k < classes; k++, place += width) {
        tile[place] = rows[row + k];
      }
    }
  }

  static void out(float[] rows, int from, int classes, float[] tile, int at, int width) {
    if (classes >= SQUARE) {
      FLOATS_OUT.move(rows, from, classes, tile, at);
      return;
    }
    for (int s = 0; s < width; s++) {
      int row = from + s * classes;
      for (int k = 0, place = at + s; k < classes; k++, place += width) {
        rows[row + k] = tile[place];
      }
    }
  }

  static void out(double[] rows, int from, int classes, double[] tile, int at, int width) {
    if (classes >= SQUARE) {
      DOUBLES_OUT.move(rows, from, classes, tile, at);
      return;
    }
    for (int s = 0; s < width; s++) {
      int row = from + s * classes;
      for (int k = 0, place = at + s; k < classes; k++, place += width) {
        rows[row + k] = tile[place];
      }
    }
  }

  /// For each sample the element that its index points at: indices lie at `index`, results go to
  /// `to`.
  static void pick(float[] work, int tile, int index, int to, int width) {
    for (int s = 0; s < width; s++) {
      work[to + s] = work[tile + (int) work[index + s] * width + s];
    }
  }

  static void pick(double[] work, int tile, int index, int to, int width) {
    for (int s = 0; s < width; s++) {
      work[to + s] = work[tile + (int) work[index + s] * width + s];
    }
  }
}
