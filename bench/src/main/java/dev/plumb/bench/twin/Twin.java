package dev.plumb.bench.twin;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A pointwise loss by hand.
public abstract class Twin {
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  static final int LENGTH = LANES.length();
  static final int BLOCK = 1024;

  static final float PER_LOG_2 = 1.44269504f;
  static final float LOG_2 = 0.693147181f;
  static final float LOG_2_HIGH = 0x1.62ep-1f;
  static final float LOG_2_LOW = 0x1.0bfbe8p-15f;
  static final float ROUNDING = 0x1.8p23f;
  static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);

  // exp(r) = 1 + r + r^2 (E0 + E1 r + ...), |r| <= log(2) / 2
  static final float E0 = 0.49999994f;
  static final float E1 = 0.16666515f;
  static final float E2 = 0.041668456f;
  static final float E3 = 0.008369419f;
  static final float E4 = 0.0013813142f;

  // atanh(s) = s + s t (A0 + A1 t + ...), t = s^2 <= 1/9
  static final float A0 = 0.333332f;
  static final float A1 = 0.20011207f;
  static final float A2 = 0.13993144f;
  static final float A3 = 0.14046359f;

  private final float[] lanes = new float[LENGTH];

  /// The mean, and its gradient.
  ///
  /// @param p predictions, a whole number of blocks of 1024
  /// @param y targets
  /// @param g receives the gradient; may be `p`
  public double run(float[] p, float[] y, float[] g) {
    double sum = 0;
    float scale = 1f / p.length;
    for (int from = 0; from < p.length; from += BLOCK) {
      block(p, y, g, from, from + BLOCK, scale, lanes);
      for (int half = LENGTH / 2; half > 0; half /= 2) {
        for (int k = 0; k < half; k++) {
          lanes[k] += lanes[k + half];
        }
      }
      sum += lanes[0];
    }
    return sum / p.length;
  }

  /// @param sums receives a sum of losses in each lane
  abstract void block(float[] p, float[] y, float[] g, int from, int to, float scale, float[] sums);
}
