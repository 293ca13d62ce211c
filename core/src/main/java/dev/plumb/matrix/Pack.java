package dev.plumb.matrix;

/// Blocks of operands in the order in which tiles read them.
final class Pack {
  private Pack() {}

  /// Writes the rows in groups of `height`, each group column by column; what is missing in the
  /// last group is 0.
  static void panels(Matrix block, int height, float[] into) {
    for (int row = 0; row < block.rows(); row += height) {
      int start = row * block.columns();
      int present = Math.min(height, block.rows() - row);
      if (present < height) {
        java.util.Arrays.fill(into, start, start + height * block.columns(), 0);
      }
      Matrix group = block.rows(row, row + present);
      if (block.rowStep() == 1) {
        columns(group, height, into, start);
      } else {
        rows(group, height, into, start);
      }
    }
  }

  /// Where a column of the group is contiguous, column by column.
  private static void columns(Matrix group, int height, float[] into, int start) {
    for (int k = 0; k < group.columns(); k++) {
      System.arraycopy(group.numbers(), group.index(0, k), into, start + k * height, group.rows());
    }
  }

  private static void rows(Matrix group, int height, float[] into, int start) {
    float[] from = group.numbers();
    int step = group.columnStep();
    for (int i = 0; i < group.rows(); i++) {
      int at = group.index(i, 0);
      for (int k = 0; k < group.columns(); k++) {
        into[start + k * height + i] = from[at + k * step];
      }
    }
  }
}
