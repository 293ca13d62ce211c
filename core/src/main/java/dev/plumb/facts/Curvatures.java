package dev.plumb.facts;

import dev.plumb.Batch;

/// Computes usable curvature from the derivatives.
final class Curvatures {
  private static final double SMALL = 1e-150;

  private Curvatures() {}

  /// Replaces the hessian by usable curvature, in place.
  static void fill(Curvature curvature, Batch batch, double[] gradient, double[] hessian) {
    for (int i = 0; i < hessian.length; i++) {
      double c =
          switch (curvature.policy()) {
            case EXACT -> hessian[i];
            case CONSTANT -> curvature.constant();
            case MAGNITUDE -> Math.abs(hessian[i]);
            case HALF_QUADRATIC -> halfQuadratic(residual(batch, i), gradient[i], curvature);
          };
      hessian[i] = c >= Curvature.LEAST ? c : Curvature.LEAST;
    }
  }

  private static double halfQuadratic(double residual, double slope, Curvature curvature) {
    return Math.abs(residual) < SMALL ? curvature.constant() : slope / residual;
  }

  private static double residual(Batch batch, int sample) {
    return at(batch.columns().get(0), sample) - at(batch.columns().get(1), sample);
  }

  private static double at(Object column, int index) {
    return column instanceof float[] floats ? floats[index] : ((double[]) column)[index];
  }
}
