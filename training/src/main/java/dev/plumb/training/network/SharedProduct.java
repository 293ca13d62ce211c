package dev.plumb.training.network;

import dev.plumb.matrix.Matrix;
import dev.plumb.matrix.Product;

/// Matrix products whose rows are shared out among threads where it pays. Each element is one sum
/// of a fixed order, so the sharing changes no bit.
final class SharedProduct implements Multiplier {
  /// Multiplications that are worth a part of their own.
  private static final long WORTH = 1L << 20;

  private static final int MOST_PARTS = 16;

  private static final ThreadLocal<Product> OWN = ThreadLocal.withInitial(Product::new);

  private final Parts parts;

  SharedProduct(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void set(Matrix c, Matrix a, Matrix b) {
    long work = (long) c.rows() * c.columns() * a.columns();
    int count = Math.clamp(work / WORTH, 1, Math.min(MOST_PARTS, Math.max(1, c.rows())));
    int rows = Math.ceilDiv(c.rows(), count);
    int full = rows == 0 ? 0 : Math.ceilDiv(c.rows(), rows);
    parts.each(
        full,
        part -> {
          int from = part * rows;
          int to = Math.min(c.rows(), from + rows);
          OWN.get().set(c.rows(from, to), a.rows(from, to), b);
        });
  }
}
