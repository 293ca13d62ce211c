package dev.plumb.exact;

import java.util.Map;
import java.util.stream.LongStream;

/// The error of a function of floats at every float, or at every so-manieth.
///
/// @param ulps the largest error, in units of the last place; infinite where an infinity, a NaN or
///   the sign of a zero is wrong
/// @param at where it is
/// @param points how many floats were asked
record FloatSweep(double ulps, float at, long points) {
  /// Where the text of a function says that its promise ends.
  private static final Map<String, float[]> DOMAINS =
      Map.of(
          "exp_below", new float[] {Float.NEGATIVE_INFINITY, 0},
          "expm1_beside_0", new float[] {-0.34f, 0.34f},
          "log1p_unit", new float[] {0, 1},
          "sin", new float[] {-0x1p22f, 0x1p22f},
          "cos", new float[] {-0x1p22f, 0x1p22f});

  private static final int BLOCK = 1 << 12;
  private static final double OVERFLOW = 0x1.ffffffp127;

  /// Asks the floats whose bits are 0, `stride`, 2 `stride` and so on.
  static FloatSweep of(Function function, int stride) {
    long all = (1L << 32) / stride;
    return LongStream.rangeClosed(0, all / BLOCK)
        .parallel()
        .mapToObj(
            block -> block(function, stride, block * BLOCK, Math.min(all, (block + 1) * BLOCK)))
        .reduce(new FloatSweep(0, 0, 0), FloatSweep::worse);
  }

  private FloatSweep worse(FloatSweep other) {
    FloatSweep worst = ulps >= other.ulps ? this : other;
    return new FloatSweep(worst.ulps, worst.at, points + other.points);
  }

  private static FloatSweep block(Function function, int stride, long from, long end) {
    int length = (int) (end - from);
    var points = new float[length];
    var wide = new double[length];
    for (int i = 0; i < length; i++) {
      points[i] = Float.intBitsToFloat((int) ((from + i) * stride));
      wide[i] = points[i];
    }
    var values = new float[length];
    var truths = new double[length];
    function.apply(values, points);
    FloatReference.at(function.name(), truths, wide);
    float[] domain = DOMAINS.get(function.name());
    double worst = 0;
    float at = 0;
    for (int i = 0; i < length; i++) {
      if (domain == null || domain[0] <= points[i] && points[i] <= domain[1]) {
        double error = ulps(values[i], truths[i]);
        if (error > worst) {
          worst = error;
          at = points[i];
        }
      }
    }
    return new FloatSweep(worst, at, length);
  }

  /// The distance of a float from the truth in units of the truth's last place.
  static double ulps(float value, double truth) {
    double unit =
        Math.max(0x1p-149, 0x1p-23 * Math.scalb(1.0, Math.min(127, Math.getExponent(truth))));
    double error = Math.abs(value - truth) / unit;
    boolean isPlain = error < 16 && value != 0;
    return isPlain ? error : special(value, truth, error);
  }

  private static double special(float value, double truth, double error) {
    if (Double.isNaN(truth) || Float.isNaN(value)) {
      return Double.isNaN(truth) && Float.isNaN(value) ? 0 : Double.POSITIVE_INFINITY;
    }
    boolean isSigned = Math.copySign(1f, value) == Math.copySign(1, truth);
    if (Float.isInfinite(value) || Math.abs(truth) >= OVERFLOW) {
      boolean isRight = Float.isInfinite(value) && Math.abs(truth) >= OVERFLOW && isSigned;
      return isRight ? 0 : Double.POSITIVE_INFINITY;
    }
    return value == 0 && truth == 0 && !isSigned ? Double.POSITIVE_INFINITY : error;
  }
}
