package dev.plumb.training.optimise;

/// Sums and products of short vectors, in the order of their elements.
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// The largest absolute element.
  static double largest(double[] a) {
    double largest = 0;
    for (double x : a) {
      largest = Math.max(largest, Math.abs(x));
    }
    return largest;
  }

  /// a + t·b
  static double[] along(double[] a, double t, double[] b) {
    var sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + t * b[i];
    }
    return sum;
  }

  /// a += t·b
  static void add(double[] a, double t, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += t * b[i];
    }
  }
}
