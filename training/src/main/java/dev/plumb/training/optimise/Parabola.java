package dev.plumb.training.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The quadratic model of a function around a point: gradient·d + d·curvature·d/2, and a lasso.
///
/// @param point where it touches the function
/// @param curvature of which the elements up to the diagonal are read
record Parabola(double[] point, double[] gradient, double[][] curvature, Lasso lasso) {
  /// A step is the solution when so little of the slope is left behind it; of a solution with a
  /// lasso, found variable by variable, less is asked.
  private static final double CONSISTENT = 1e-6;

  private static final double NEARLY = 1e-2;
  private static final double FIRST_RIDGE = 1e-10;
  private static final double RIDGE_GROWTH = 1e3;
  private static final int SWEEPS = 1000;
  private static final double STILL = 1e-13;

  /// The step to its lowest point; empty when it has none: a direction in which it is not curved,
  /// or curved downwards.
  Optional<double[]> lowest() {
    return lowest(0);
  }

  /// The step to the lowest point of the parabola with the least ridge that gives it one.
  double[] lowestWithRidge() {
    double most = 0;
    for (int i = 0; i < curvature.length; i++) {
      most = Math.max(most, Math.abs(curvature[i][i]));
    }
    double unit = most > 0 ? most : 1;
    for (double ridge = FIRST_RIDGE * unit; ; ridge *= RIDGE_GROWTH) {
      Optional<double[]> step = lowest(ridge);
      if (step.isPresent()) {
        return step.get();
      }
    }
  }

  private Optional<double[]> lowest(double ridge) {
    var solver = Cholesky.of(curvature, ridge);
    if (solver.isEmpty()) {
      return Optional.empty();
    }
    double[] step = lasso.isPresent() ? descend(ridge) : solver.get().solve(negated(gradient));
    double tolerance = lasso.isPresent() ? NEARLY : CONSISTENT;
    return isLowest(step, ridge, tolerance) ? Optional.of(step) : Optional.empty();
  }

  /// Whether the slope of the model is gone behind a step, but for a part.
  private boolean isLowest(double[] step, double ridge, double part) {
    double[] there = times(step, ridge);
    Vectors.add(there, 1, gradient);
    double[] left = lasso.least(Vectors.along(point, 1, step), there);
    return Vectors.largest(left) <= part * Vectors.largest(lasso.least(point, gradient));
  }

  /// The decrease that the model promises for a step, as a negative number: the slope along it,
  /// where the lasso counts by its whole change.
  double promise(double[] step) {
    return Vectors.dot(gradient, step)
        + (lasso.isPresent() ? lasso.at(Vectors.along(point, 1, step)) - lasso.at(point) : 0);
  }

  /// One variable after the other to its best [Friedman, Hastie and Tibshirani 2010,
  /// doi:10.18637/jss.v033.i01, section 2.2], then, once it is known which are 0 and which sign the
  /// others have, all others together.
  private double[] descend(double ridge) {
    int size = point.length;
    var step = new double[size];
    double[] slope = gradient.clone();
    double largest = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < SWEEPS && largest > STILL; sweep++) {
      largest = 0;
      for (int j = 0; j < size; j++) {
        double bend = curvature[j][j] + ridge;
        if (bend <= 0) {
          continue;
        }
        double now = point[j] + step[j];
        double next = Lasso.shrunk(now - slope[j] / bend, lasso.weight(j) / bend);
        double change = next - now;
        if (change != 0) {
          step[j] = next - point[j];
          for (int i = 0; i < size; i++) {
            slope[i] += change * (i == j ? bend : element(i, j));
          }
          largest = Math.max(largest, Math.abs(change) / (1e-300 + Math.abs(next)));
        }
      }
    }
    return polished(step, ridge).orElse(step);
  }

  /// The lowest point among those with the same zeros, when it has the same signs.
  private Optional<double[]> polished(double[] step, double ridge) {
    List<Integer> free = new ArrayList<>();
    var fixed = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      if (point[i] + step[i] != 0 || lasso.weight(i) == 0) {
        free.add(i);
      } else {
        fixed[i] = -point[i];
      }
    }
    double[] moved = times(fixed, ridge);
    var matrix = new double[free.size()][];
    var right = new double[free.size()];
    for (int a = 0; a < right.length; a++) {
      int i = free.get(a);
      matrix[a] = new double[a + 1];
      for (int b = 0; b <= a; b++) {
        matrix[a][b] = element(i, free.get(b));
      }
      right[a] = -gradient[i] - moved[i] - lasso.weight(i) * Math.signum(point[i] + step[i]);
    }
    return Cholesky.of(matrix, ridge)
        .map(c -> c.solve(right))
        .flatMap(solution -> {
          double[] polished = fixed.clone();
          for (int a = 0; a < solution.length; a++) {
            int i = free.get(a);
            polished[i] = solution[a];
            double sign = Math.signum(point[i] + solution[a]);
            if (lasso.weight(i) > 0 && sign != Math.signum(point[i] + step[i])) {
              return Optional.empty();
            }
          }
          return isLowest(polished, ridge, CONSISTENT) ? Optional.of(polished) : Optional.empty();
        });
  }

  private double[] times(double[] step, double ridge) {
    var product = new double[step.length];
    for (int i = 0; i < step.length; i++) {
      product[i] += ridge * step[i];
      for (int j = 0; j < step.length; j++) {
        product[i] += element(i, j) * step[j];
      }
    }
    return product;
  }

  private double element(int i, int j) {
    return i >= j ? curvature[i][j] : curvature[j][i];
  }

  private static double[] negated(double[] a) {
    return Arrays.stream(a).map(x -> -x).toArray();
  }
}
