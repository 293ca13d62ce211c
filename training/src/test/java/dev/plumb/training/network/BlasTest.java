package dev.plumb.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.PlumbException;
import dev.plumb.matrix.Matrix;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The products of a native library, where the machine has one.
class BlasTest {
  private static Blas installed() {
    Optional<Blas> found =
        Stream.of("libopenblas.so.0", "libblas.so.3", "libcblas.so.3")
            .flatMap(name -> {
              try {
                return Stream.of(Blas.of(name));
              } catch (PlumbException missing) {
                return Stream.empty();
              }
            })
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "no BLAS is installed");
    return found.get();
  }

  private static Matrix random(int rows, int columns, Random random) {
    var numbers = new float[rows * columns + 7];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return new Matrix(numbers, 7, rows, columns, columns, 1);
  }

  @Test
  void gives_the_products_of_the_fixed_order_but_for_rounding() {
    Blas blas = installed();
    Multiplier fixed = Multiplier.fixedOrder(Parts.ALONE);
    var random = new Random(1);
    for (int[] shape : new int[][] {{1, 1, 1}, {3, 5, 7}, {64, 32, 100}, {17, 1, 0}, {0, 3, 2}}) {
      int rows = shape[0];
      int columns = shape[1];
      int inner = shape[2];
      for (int turned = 0; turned < 4; turned++) {
        Matrix a =
            (turned & 1) == 0
                ? random(rows, inner, random)
                : random(inner, rows, random).transposed();
        Matrix b =
            (turned & 2) == 0
                ? random(inner, columns, random)
                : random(columns, inner, random).transposed();
        Matrix one = random(rows, columns, random);
        Matrix other = random(rows, columns, random);
        blas.set(one, a, b);
        fixed.set(other, a, b);
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            assertThat(one.at(i, j)).isCloseTo(other.at(i, j), within(1e-5f * (1 + inner)));
          }
        }
      }
    }
  }

  @Test
  void what_is_no_such_library_is_said() {
    assertThatThrownBy(() -> Blas.of("libsurelynot.so"))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("there is no library libsurelynot.so");
    Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
    assertThatThrownBy(() -> Blas.of("libc.so.6"))
        .hasMessageContaining("libc.so.6 has no cblas_sgemm");
  }
}
