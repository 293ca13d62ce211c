package dev.plumb.matrix;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/// Products of matrices on all threads of the common pool: the bits of [Product].
public final class Products {
  private static final int LEAST_ROWS = 192;
  private static final int MOST_ROWS = 960;

  private static final ThreadLocal<Product> OWN = ThreadLocal.withInitial(Product::new);

  private Products() {}

  /// `c = a b`.
  public static void set(Matrix c, Matrix a, Matrix b) {
    run(c, a, b, false);
  }

  /// `c = c + a b`.
  public static void add(Matrix c, Matrix a, Matrix b) {
    run(c, a, b, true);
  }

  private static void run(Matrix c, Matrix a, Matrix b, boolean add) {
    Product.check(c, a, b);
    if (c.rows() < c.columns() && c.rows() <= LEAST_ROWS) {
      slices(c.transposed(), b.transposed(), a.transposed(), add);
    } else {
      slices(c, a, b, add);
    }
  }

  /// Whole rows of the result for each thread.
  private static void slices(Matrix c, Matrix a, Matrix b, boolean add) {
    int share = Math.ceilDiv(c.rows(), 2 * ForkJoinPool.getCommonPoolParallelism() + 2);
    int rows = Math.clamp(share, LEAST_ROWS, MOST_ROWS);
    int slices = Math.ceilDiv(c.rows(), rows);
    IntStream range = IntStream.range(0, slices);
    (slices > 1 ? range.parallel() : range)
        .forEach(slice -> {
          int from = slice * rows;
          int to = Math.min(c.rows(), from + rows);
          if (add) {
            OWN.get().add(c.rows(from, to), a.rows(from, to), b);
          } else {
            OWN.get().set(c.rows(from, to), a.rows(from, to), b);
          }
        });
  }
}
