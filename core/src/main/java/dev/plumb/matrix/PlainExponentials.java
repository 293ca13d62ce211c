package dev.plumb.matrix;

/// Exponentials without the vector module.
final class PlainExponentials implements Exponentials {
  /// Below this the result is 0: a little above the logarithm of 2^-126.
  static final float LEAST = -87.33f;

  static final float PER_LOG_2 = 1.44269504f;

  /// Twelve bits of log 2, so that its product with n is exact, and the rest.
  static final float LOG_2_HIGH = 0x1.62ep-1f;

  static final float LOG_2_LOW = 0x1.0bfbe8p-15f;

  /// Adding it rounds to an integer, which is then in the low bits.
  static final float ROUNDING = 0x1.8p23f;

  static final float T7 = 1 / 5040f;
  static final float T6 = 1 / 720f;
  static final float T5 = 1 / 120f;
  static final float T4 = 1 / 24f;
  static final float T3 = 1 / 6f;
  static final float T2 = 1 / 2f;

  static final int EXPONENT_BITS = 23;
  static final int EXPONENT_OF_ONE = 127;

  static float exp(float x) {
    float shifted = Math.fma(x, PER_LOG_2, ROUNDING);
    float n = shifted - ROUNDING;
    float r = Math.fma(n, -LOG_2_LOW, Math.fma(n, -LOG_2_HIGH, x));
    float p = Math.fma(r, T7, T6);
    p = Math.fma(p, r, T5);
    p = Math.fma(p, r, T4);
    p = Math.fma(p, r, T3);
    p = Math.fma(p, r, T2);
    p = Math.fma(p, r, 1);
    p = Math.fma(p, r, 1);
    int exponent = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUNDING);
    float power = Float.intBitsToFloat((exponent + EXPONENT_OF_ONE) << EXPONENT_BITS);
    return x < LEAST ? 0 : p * power;
  }

  @Override
  public float max(float[] row, int from, int to) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      max = row[i] > max ? row[i] : max;
    }
    return max;
  }

  @Override
  public double sum(float[] row, int from, int to, float max, float[] sums) {
    java.util.Arrays.fill(sums, 0, SUMS, 0);
    addRest(row, from, from, to, max, sums);
    return joined(sums);
  }

  /// Adds the elements from `at` on, each to its sum.
  static void addRest(float[] row, int from, int at, int to, float max, float[] sums) {
    for (int i = at; i < to; i++) {
      sums[(i - from) % SUMS] += exp(row[i] - max);
    }
  }

  static double joined(float[] sums) {
    double[] joined = new double[SUMS];
    for (int k = 0; k < SUMS; k++) {
      joined[k] = sums[k];
    }
    for (int half = SUMS / 2; half > 0; half /= 2) {
      for (int k = 0; k < half; k++) {
        joined[k] += joined[k + half];
      }
    }
    return joined[0];
  }

  @Override
  public void scale(float[] row, int from, int to, float max, float factor) {
    for (int i = from; i < to; i++) {
      row[i] = factor * exp(row[i] - max);
    }
  }
}
