package dev.plumb.training.optimise;

import java.util.ArrayDeque;
import java.util.Arrays;

/// What a quasi-Newton method has learnt about the curvature: an approximation H of the inverse of
/// the Hessian.
///
/// Before anything is learnt H is the identity; the first pair scales it [Nocedal and Wright 2006,
/// eq. 6.20].
sealed interface InverseHessian {
  /// H·v
  double[] times(double[] v);

  /// Learns from a step and the change of the gradient along it; their product must be positive.
  void learn(double[] step, double[] change);

  /// The full matrix: for few variables. It needs fewer iterations than a short memory, above all
  /// on functions with kinks [Lewis and Overton 2013, section 6].
  final class Full implements InverseHessian {
    private final double[][] matrix;
    private boolean learnt;

    Full(int size) {
      matrix = new double[size][size];
      for (int i = 0; i < size; i++) {
        matrix[i][i] = 1;
      }
    }

    @Override
    public double[] times(double[] v) {
      return Arrays.stream(matrix).mapToDouble(row -> Vectors.dot(row, v)).toArray();
    }

    /// H + (1 + yᵀHy/sᵀy)·ssᵀ/sᵀy − (Hysᵀ + syᵀH)/sᵀy
    @Override
    public void learn(double[] step, double[] change) {
      double product = Vectors.dot(step, change);
      if (!learnt) {
        double scale = product / Vectors.dot(change, change);
        for (int i = 0; i < matrix.length; i++) {
          matrix[i][i] = scale;
        }
        learnt = true;
      }
      double[] changed = times(change);
      double outer = (1 + Vectors.dot(change, changed) / product) / product;
      for (int i = 0; i < matrix.length; i++) {
        double a = outer * step[i] - changed[i] / product;
        double b = step[i] / product;
        for (int j = 0; j < matrix.length; j++) {
          matrix[i][j] += a * step[j] - b * changed[j];
        }
      }
    }
  }

  /// The last few pairs: for many variables (L-BFGS) [Nocedal and Wright 2006, algorithm 7.4].
  final class Recent implements InverseHessian {
    private final int memory;
    private final ArrayDeque<Pair> pairs = new ArrayDeque<>();

    Recent(int memory) {
      this.memory = memory;
    }

    private record Pair(double[] step, double[] change, double product) {}

    @Override
    public double[] times(double[] v) {
      double[] result = v.clone();
      var factors = new ArrayDeque<Double>();
      for (var newest = pairs.descendingIterator(); newest.hasNext(); ) {
        Pair pair = newest.next();
        double factor = Vectors.dot(pair.step, result) / pair.product;
        Vectors.add(result, -factor, pair.change);
        factors.push(factor);
      }
      if (!pairs.isEmpty()) {
        Pair last = pairs.getLast();
        double scale = last.product / Vectors.dot(last.change, last.change);
        Arrays.setAll(result, i -> result[i] * scale);
      }
      for (Pair pair : pairs) {
        double factor = Vectors.dot(pair.change, result) / pair.product;
        Vectors.add(result, factors.pop() - factor, pair.step);
      }
      return result;
    }

    @Override
    public void learn(double[] step, double[] change) {
      if (pairs.size() == memory) {
        pairs.removeFirst();
      }
      pairs.add(new Pair(step, change, Vectors.dot(step, change)));
    }
  }
}
