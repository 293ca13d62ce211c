package dev.plumb.models;

import dev.plumb.models.Tensor.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Operators that work element by element, where smaller shapes spread over larger ones, and those
/// that move elements.
final class Shaping {
  private Shaping() {}

  static Numbers map(Numbers a, DoubleUnaryOperator operator) {
    return new Numbers(a.shape(), Arrays.stream(a.values()).map(operator).toArray());
  }

  static Numbers spread(Numbers a, Numbers b, DoubleBinaryOperator operator) {
    int[] shape = common(a.shape(), b.shape());
    int[] left = places(a.shape(), shape);
    int[] right = places(b.shape(), shape);
    var values = new double[left.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = operator.applyAsDouble(a.values()[left[i]], b.values()[right[i]]);
    }
    return new Numbers(shape, values);
  }

  static Numbers choose(Numbers condition, Numbers a, Numbers b) {
    int[] shape = common(condition.shape(), common(a.shape(), b.shape()));
    int[] asked = places(condition.shape(), shape);
    int[] yes = places(a.shape(), shape);
    int[] no = places(b.shape(), shape);
    var values = new double[asked.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = condition.values()[asked[i]] != 0 ? a.values()[yes[i]] : b.values()[no[i]];
    }
    return new Numbers(shape, values);
  }

  /// Columns side by side.
  static Numbers columns(List<Numbers> parts) {
    int rows = parts.getFirst().shape()[0];
    int width = parts.stream().mapToInt(p -> p.shape()[1]).sum();
    var values = new double[rows * width];
    int at = 0;
    for (Numbers part : parts) {
      int own = part.shape()[1];
      for (int i = 0; i < rows; i++) {
        System.arraycopy(part.values(), i * own, values, i * width + at, own);
      }
      at += own;
    }
    return new Numbers(new int[] {rows, width}, values);
  }

  /// Rows of a table by their places.
  static Numbers rows(Numbers table, Numbers places) {
    int width = table.shape()[1];
    var values = new double[places.values().length * width];
    for (int i = 0; i < places.values().length; i++) {
      int place = (int) places.values()[i];
      System.arraycopy(table.values(), place * width, values, i * width, width);
    }
    return new Numbers(new int[] {places.values().length, width}, values);
  }

  /// Columns of a table by their places.
  static Numbers picked(Numbers table, Numbers places) {
    int rows = table.shape()[0];
    int width = table.shape()[1];
    int count = places.values().length;
    var values = new double[rows * count];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < count; j++) {
        values[i * count + j] = table.values()[i * width + (int) places.values()[j]];
      }
    }
    return new Numbers(new int[] {rows, count}, values);
  }

  /// The same elements in another shape; a length of −1 is what is left.
  static Numbers reshaped(Numbers a, Numbers wanted) {
    int[] shape = Arrays.stream(wanted.values()).mapToInt(x -> (int) x).toArray();
    int known = Math.abs(Tensor.size(shape));
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] == -1 ? a.values().length / known : shape[i];
    }
    return new Numbers(shape, a.values());
  }

  static Numbers unsqueezed(Numbers a, Numbers axis) {
    int at = (int) axis.values()[0];
    var shape = new int[a.shape().length + 1];
    System.arraycopy(a.shape(), 0, shape, 0, at);
    shape[at] = 1;
    System.arraycopy(a.shape(), at, shape, at + 1, a.shape().length - at);
    return new Numbers(shape, a.values());
  }

  private static int[] common(int[] a, int[] b) {
    var shape = new int[Math.max(a.length, b.length)];
    for (int i = 1; i <= shape.length; i++) {
      int left = i <= a.length ? a[a.length - i] : 1;
      int right = i <= b.length ? b[b.length - i] : 1;
      shape[shape.length - i] = left == 1 ? right : left;
    }
    return shape;
  }

  /// For each element of a shape the place of the element of a smaller one that spreads over it.
  private static int[] places(int[] from, int[] shape) {
    int[] places = {0};
    int step = Tensor.size(from);
    for (int d = 0; d < shape.length; d++) {
      int own = d - (shape.length - from.length);
      int length = own < 0 ? 1 : from[own];
      step /= own < 0 ? 1 : length;
      var more = new int[places.length * shape[d]];
      for (int i = 0; i < more.length; i++) {
        more[i] = places[i / shape[d]] + (length == 1 ? 0 : i % shape[d] * step);
      }
      places = more;
    }
    return places;
  }
}
