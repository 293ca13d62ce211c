package dev.plumb.matrix;

/// Products of matrices on the caller's thread. Holds the packed panels of its operands, so one
/// product of these serves one thread at a time, and a call allocates nothing.
///
/// Blocks of both operands are packed in the order in which tiles read them, after Goto and van de
/// Geijn, "Anatomy of high-performance matrix multiplication", 2008.
public final class Product {
  /// Terms of a sum that are one chain; longer sums are chains added one after the other.
  public static final int DEPTH = 256;

  private static final int ROWS = 16 * Tile.HEIGHT;
  private static final int COLUMNS = 512;

  private final Tile tile;
  private final float[] left = new float[ROWS * DEPTH];
  private final float[] right = new float[COLUMNS * DEPTH];
  private final float[] edge;

  public Product() {
    this(Tile.FASTEST);
  }

  Product(Tile tile) {
    this.tile = tile;
    this.edge = new float[Tile.HEIGHT * tile.width()];
  }

  /// `c = a b`.
  public void set(Matrix c, Matrix a, Matrix b) {
    run(c, a, b, false);
  }

  /// `c = c + a b`, where the sum over a block of terms is added to what `c` holds.
  public void add(Matrix c, Matrix a, Matrix b) {
    run(c, a, b, true);
  }

  private void run(Matrix c, Matrix a, Matrix b, boolean add) {
    check(c, a, b);
    if (c.columnStep() != 1) {
      // A product commutes with its transpose bit for bit, because a term does: x y = y x.
      if (c.rowStep() != 1) {
        throw new IllegalArgumentException("the rows or columns of a result must be contiguous");
      }
      run(c.transposed(), b.transposed(), a.transposed(), add);
      return;
    }
    if (a.columns() == 0 && !add) {
      clear(c);
    }
    for (int k = 0; k < a.columns(); k += DEPTH) {
      int depth = Math.min(DEPTH, a.columns() - k);
      for (int j = 0; j < b.columns(); j += COLUMNS) {
        int width = Math.min(COLUMNS, b.columns() - j);
        Matrix block = b.rows(k, k + depth).columns(j, j + width);
        Pack.panels(block.transposed(), tile.width(), right);
        for (int i = 0; i < a.rows(); i += ROWS) {
          int height = Math.min(ROWS, a.rows() - i);
          Pack.panels(a.rows(i, i + height).columns(k, k + depth), Tile.HEIGHT, left);
          tiles(c.rows(i, i + height).columns(j, j + width), depth, add || k > 0);
        }
      }
    }
  }

  static void check(Matrix c, Matrix a, Matrix b) {
    if (a.columns() != b.rows() || c.rows() != a.rows() || c.columns() != b.columns()) {
      throw new IllegalArgumentException(
          "a product of %d × %d by %d × %d does not fit into %d × %d"
              .formatted(a.rows(), a.columns(), b.rows(), b.columns(), c.rows(), c.columns()));
    }
  }

  private static void clear(Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      java.util.Arrays.fill(c.numbers(), c.index(i, 0), c.index(i, 0) + c.columns(), 0);
    }
  }

  private void tiles(Matrix c, int depth, boolean add) {
    int width = tile.width();
    for (int j = 0; j < c.columns(); j += width) {
      for (int i = 0; i < c.rows(); i += Tile.HEIGHT) {
        if (i + Tile.HEIGHT <= c.rows() && j + width <= c.columns()) {
          tile.run(
              left,
              i * depth,
              right,
              j * depth,
              depth,
              c.numbers(),
              c.index(i, j),
              c.rowStep(),
              add);
        } else {
          tile.run(left, i * depth, right, j * depth, depth, edge, 0, width, false);
          copyEdge(c, i, j, add);
        }
      }
    }
  }

  private void copyEdge(Matrix c, int row, int column, boolean add) {
    int width = Math.min(tile.width(), c.columns() - column);
    for (int i = 0; i < Math.min(Tile.HEIGHT, c.rows() - row); i++) {
      int to = c.index(row + i, column);
      for (int j = 0; j < width; j++) {
        float sum = edge[i * tile.width() + j];
        c.numbers()[to + j] = add ? c.numbers()[to + j] + sum : sum;
      }
    }
  }
}
