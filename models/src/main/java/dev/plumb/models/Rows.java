package dev.plumb.models;

import dev.plumb.models.Tensor.Numbers;
import java.util.Arrays;

/// Operators that look along the last dimension.
final class Rows {
  private Rows() {}

  /// Rows times a matrix; each sum in the order of its terms.
  static Numbers product(Numbers left, Numbers right) {
    int rows = left.shape()[0];
    int inner = left.shape()[1];
    int width = right.shape()[1];
    var product = new double[rows * width];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < inner; k++) {
        double x = left.values()[i * inner + k];
        for (int j = 0; j < width; j++) {
          product[i * width + j] += x * right.values()[k * width + j];
        }
      }
    }
    return new Numbers(new int[] {rows, width}, product);
  }

  static Numbers softmax(Numbers rows, boolean logarithm) {
    int width = rows.shape()[rows.shape().length - 1];
    var softmax = new double[rows.values().length];
    for (int at = 0; at < softmax.length; at += width) {
      double most = rows.values()[at];
      for (int k = 1; k < width; k++) {
        most = Math.max(most, rows.values()[at + k]);
      }
      double sum = 0;
      for (int k = at; k < at + width; k++) {
        softmax[k] = StrictMath.exp(rows.values()[k] - most);
        sum += softmax[k];
      }
      for (int k = at; k < at + width; k++) {
        softmax[k] = logarithm ? rows.values()[k] - most - StrictMath.log(sum) : softmax[k] / sum;
      }
    }
    return new Numbers(rows.shape(), softmax);
  }

  /// One number for each row.
  static Numbers fold(String operator, Numbers rows) {
    int[] shape = rows.shape().clone();
    int width = shape[shape.length - 1];
    shape[shape.length - 1] = 1;
    var folds = new double[rows.values().length / width];
    for (int i = 0; i < folds.length; i++) {
      double[] row = Arrays.copyOfRange(rows.values(), i * width, (i + 1) * width);
      folds[i] =
          switch (operator) {
            case "ReduceSum" -> sum(row);
            case "ReduceMax" -> row[first(row, 1)];
            case "ReduceMin" -> row[first(row, -1)];
            case "ArgMax" -> first(row, 1);
            default -> first(row, -1);
          };
    }
    return new Numbers(shape, folds);
  }

  private static double sum(double[] row) {
    double sum = 0;
    for (double x : row) {
      sum += x;
    }
    return sum;
  }

  /// The first place of the largest element, or of the smallest where the sign is −1.
  private static int first(double[] row, int sign) {
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      best = sign * row[k] > sign * row[best] ? k : best;
    }
    return best;
  }
}
