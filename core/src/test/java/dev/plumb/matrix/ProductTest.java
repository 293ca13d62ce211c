package dev.plumb.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ProductTest {
  private static final List<Integer> LENGTHS = List.of(1, 2, 5, 6, 7, 16, 31, 33, 64, 97, 257);

  private final Random random = new Random(7);

  @Test
  void lanes_and_plain_have_the_bits_of_the_order_that_the_package_tells() {
    int cases = 0;
    for (int rows : LENGTHS) {
      for (int columns : LENGTHS) {
        for (int depth : List.of(1, 31, 255, 256, 257, 700)) {
          Matrix a = random(rows, depth);
          Matrix b = random(depth, columns);
          for (boolean add : new boolean[] {false, true}) {
            float[] before = random(rows, columns).numbers();
            assertBits(told(before.clone(), a, b, add), before, a, b, add);
            cases++;
          }
        }
      }
    }
    assertThat(cases).isEqualTo(1452);
  }

  private static void assertBits(float[] told, float[] before, Matrix a, Matrix b, boolean add) {
    for (Tile tile : List.of(new LaneTile(), new PlainTile())) {
      Matrix c = Matrix.of(before.clone(), b.columns());
      run(new Product(tile), c, a, b, add);
      assertThat(Arrays.equals(c.numbers(), told))
          .as("%s, %d × %d × %d", tile, a.rows(), a.columns(), b.columns())
          .isTrue();
    }
  }

  private static void run(Product product, Matrix c, Matrix a, Matrix b, boolean add) {
    if (add) {
      product.add(c, a, b);
    } else {
      product.set(c, a, b);
    }
  }

  /// The order of the sums, as the package tells it, written as three loops.
  private static float[] told(float[] c, Matrix a, Matrix b, boolean add) {
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        for (int from = 0; from < a.columns(); from += Product.DEPTH) {
          float chain = 0;
          for (int k = from; k < Math.min(a.columns(), from + Product.DEPTH); k++) {
            chain = Math.fma(a.at(i, k), b.at(k, j), chain);
          }
          int at = i * b.columns() + j;
          c[at] = add || from > 0 ? c[at] + chain : chain;
        }
      }
    }
    return c;
  }

  @Test
  void transposed_operands_and_results_have_the_same_bits() {
    Matrix a = random(45, 300);
    Matrix b = random(300, 70);
    Matrix straight = Matrix.of(new float[45 * 70], 70);
    Matrix turned = Matrix.of(new float[45 * 70], 45);
    var product = new Product();
    product.set(straight, a, b);
    product.set(
        turned.transposed(), copy(a.transposed()).transposed(), copy(b.transposed()).transposed());
    assertThat(copy(turned.transposed()).numbers()).containsExactly(straight.numbers());
  }

  @Test
  void parts_of_matrices_are_multiplied_where_they_lie() {
    Matrix a = random(40, 50);
    Matrix b = random(60, 50);
    Matrix c = Matrix.of(new float[30 * 20], 20);
    Matrix left = a.rows(20, 30).columns(7, 47);
    Matrix right = b.rows(1, 8).columns(10, 50).transposed();
    new Product().set(c.rows(3, 13).columns(5, 12), left, right);
    Matrix told = Matrix.of(told(new float[10 * 7], copy(left), copy(right), false), 7);
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 20; j++) {
        boolean inside = i >= 3 && i < 13 && j >= 5 && j < 12;
        assertThat(c.at(i, j)).isEqualTo(inside ? told.at(i - 3, j - 5) : 0);
      }
    }
  }

  @Test
  void all_threads_give_the_bits_of_one() throws Exception {
    Matrix a = random(1000, 300);
    Matrix b = random(300, 130);
    Matrix one = Matrix.of(new float[1000 * 130], 130);
    new Product().set(one, a, b);
    for (int threads : List.of(1, 2, 3, 7)) {
      Matrix all = Matrix.of(new float[1000 * 130], 130);
      try (var pool = new ForkJoinPool(threads)) {
        pool.submit(() -> Products.set(all, a, b)).get();
      }
      assertThat(all.numbers()).as("%d threads", threads).containsExactly(one.numbers());
    }
  }

  @Test
  void a_sum_over_nothing_is_zero_and_adds_nothing() {
    Matrix c = Matrix.of(new float[] {1, 2, 3, 4}, 2);
    Matrix a = new Matrix(new float[0], 0, 2, 0, 0, 1);
    Matrix b = new Matrix(new float[0], 0, 0, 2, 2, 1);
    new Product().add(c, a, b);
    assertThat(c.numbers()).containsExactly(1, 2, 3, 4);
    new Product().set(c, a, b);
    assertThat(c.numbers()).containsOnly(0);
  }

  @Test
  void a_result_that_does_not_fit_is_refused() {
    Matrix c = Matrix.of(new float[4], 2);
    assertThatThrownBy(() -> Products.set(c, random(2, 3), random(4, 2)))
        .hasMessage("a product of 2 × 3 by 4 × 2 does not fit into 2 × 2");
  }

  @Test
  void a_product_allocates_no_more_than_views() {
    Matrix a = random(100, 300);
    Matrix b = random(300, 100);
    Matrix c = Matrix.of(new float[100 * 100], 100);
    var product = new Product(new PlainTile());
    product.set(c, a, b);
    long before = allocated();
    product.set(c, a, b);
    assertThat(allocated() - before).isLessThan(64 * 1024);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static Matrix copy(Matrix of) {
    float[] numbers = new float[of.rows() * of.columns()];
    for (int i = 0; i < of.rows(); i++) {
      for (int j = 0; j < of.columns(); j++) {
        numbers[i * of.columns() + j] = of.at(i, j);
      }
    }
    return Matrix.of(numbers, of.columns());
  }

  private Matrix random(int rows, int columns) {
    float[] numbers = new float[rows * columns];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return Matrix.of(numbers, columns);
  }
}
