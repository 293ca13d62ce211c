package dev.plumb.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions that take fewer steps on a part of the line have the bits of the whole function there:
/// a kernel may take the one, and the interpreter the other.
class VariantsTest {
  private static final int STRIDE = 4099;

  @ParameterizedTest
  @CsvSource({"exp_below, exp, -Infinity, 0", "expm1_beside_0, expm1, -0.34, 0.34"})
  void have_the_same_bits(String variant, String whole, double low, double high) {
    for (Precision precision : Precision.values()) {
      Function fewer = Functions.of(variant, precision).orElseThrow();
      Function all = Functions.of(whole, precision).orElseThrow();
      double[] points =
          points(precision).filter(a -> low <= a && a <= high || Double.isNaN(a)).toArray();
      assertThat(points).hasSizeGreaterThan(300_000).contains(low, high, -0.0);
      for (double a : points) {
        assertThat(bits(fewer, a)).as("%s at %s", fewer, a).isEqualTo(bits(all, a));
      }
    }
  }

  private static long bits(Function function, double a) {
    boolean isFloat = function.precision() == Precision.FLOAT;
    return Double.doubleToLongBits(isFloat ? function.apply((float) a) : function.apply(a));
  }

  /// Floats in order of their bits, and doubles whose upper halves are in that order.
  private static DoubleStream points(Precision precision) {
    boolean isFloat = precision == Precision.FLOAT;
    DoubleStream ends =
        DoubleStream.of(0, -0.0, 0.34, -0.34, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -1e-320);
    DoubleStream all =
        IntStream.range(0, (int) ((1L << 32) / STRIDE))
            .mapToDouble(i ->
                isFloat
                    ? Float.intBitsToFloat(i * STRIDE)
                    : Double.longBitsToDouble((long) i * STRIDE << 32 | i * 0x9e3779b9L));
    return DoubleStream.concat(ends, all);
  }
}
