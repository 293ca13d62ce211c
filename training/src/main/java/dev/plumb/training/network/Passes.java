package dev.plumb.training.network;

import dev.plumb.matrix.Matrix;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/// The passes of a network over some rows at a time: forward to the scores, and backward from their
/// slopes to those of the weights. Holds the arrays of both, so one object serves one thread.
public final class Passes {
  private final Architecture architecture;
  private final Weights weights;
  private final Multiplier product;
  private final int most;
  private final Rows rows;
  private final float[] point;

  /// By layer: sums, what goes on to the next layer, and slopes of the sums.
  private final float[][] sums;

  private final float[][] outputs;
  private final float[][] slopes;
  private final float[] gradient;

  /// What each hidden unit's output is multiplied by: 0 where it drops out.
  private final float[][] masks;

  private int count;

  /// @param like rows of the kind that comes
  /// @param most rows at a time
  public Passes(
      Architecture architecture, Weights weights, Rows like, int most, Multiplier product) {
    this.architecture = architecture;
    this.weights = weights;
    this.most = most;
    this.rows = like.room(most);
    this.product = product;
    this.point = new float[weights.size()];
    this.gradient = new float[weights.size()];
    this.sums = room();
    this.outputs = room();
    this.slopes = room();
    this.masks = room();
  }

  private float[][] room() {
    return weights.layers().stream()
        .map(layer -> new float[most * layer.outputs()])
        .toArray(float[][]::new);
  }

  /// Takes the weights of a point.
  public void at(double[] weightsOfPoint) {
    for (int i = 0; i < point.length; i++) {
      point[i] = (float) weightsOfPoint[i];
    }
  }

  /// The scores of some rows, as consecutive numbers of each.
  ///
  /// @param order places of rows, of which those from `from` to `to - 1` are taken
  /// @param dropout random numbers in [0, 1), which say what drops out; null to keep all
  public void forward(
      Rows all, int[] order, int from, int to, DoubleSupplier dropout, double[] scores) {
    all.pick(order, from, to, rows);
    count = to - from;
    int last = sums.length - 1;
    for (int l = 0; l <= last; l++) {
      sum(l);
      if (l < last) {
        activate(l, dropout);
      }
    }
    for (int i = 0; i < count * weights.layers().get(last).outputs(); i++) {
      scores[i] = sums[last][i];
    }
  }

  private void sum(int l) {
    Weights.Place layer = weights.layers().get(l);
    int width = layer.outputs();
    product.set(matrix(sums[l], width), input(l), matrix(l));
    for (int i = 0; i < count; i++) {
      add(point, layer.bias(), sums[l], i * width, width);
      for (int c = 0; l == 0 && c < rows.categories(); c++) {
        int level = rows.levels()[i * rows.categories() + c];
        if (level >= 0) {
          add(point, (rows.width() + level) * width, sums[0], i * width, width);
        }
      }
    }
  }

  /// What a layer reads, without the levels.
  private Matrix input(int l) {
    return l == 0
        ? new Matrix(rows.numbers(), 0, count, rows.width(), rows.width(), 1)
        : matrix(outputs[l - 1], weights.layers().get(l).inputs());
  }

  /// The weights of what a layer reads, without those of the levels.
  private Matrix matrix(int l) {
    Weights.Place layer = weights.layers().get(l);
    int inputs = l == 0 ? rows.width() : layer.inputs();
    return new Matrix(point, layer.at(), inputs, layer.outputs(), layer.outputs(), 1);
  }

  private Matrix matrix(float[] numbers, int columns) {
    return new Matrix(numbers, 0, count, columns, columns, 1);
  }

  private void activate(int l, DoubleSupplier dropout) {
    Activation activation = architecture.activation();
    int units = count * weights.layers().get(l).outputs();
    boolean drops = dropout != null && architecture.dropout() > 0;
    float kept = (float) (1 / (1 - architecture.dropout()));
    for (int i = 0; i < units; i++) {
      float mask = !drops ? 1 : dropout.getAsDouble() < architecture.dropout() ? 0 : kept;
      masks[l][i] = mask;
      outputs[l][i] = (float) activation.of(sums[l][i]) * mask;
    }
  }

  /// From the slopes of the scores of the last pass forward to those of the point.
  ///
  /// @param scoreSlopes as consecutive numbers of each row
  /// @param pointSlopes receives the slopes
  public void backward(double[] scoreSlopes, double[] pointSlopes) {
    int last = sums.length - 1;
    for (int i = 0; i < count * weights.layers().get(last).outputs(); i++) {
      slopes[last][i] = (float) scoreSlopes[i];
    }
    for (int l = last; l >= 0; l--) {
      Weights.Place layer = weights.layers().get(l);
      Matrix slope = matrix(slopes[l], layer.outputs());
      Matrix weightSlopes =
          new Matrix(gradient, layer.at(), input(l).columns(), layer.outputs(), layer.outputs(), 1);
      product.set(weightSlopes, input(l).transposed(), slope);
      sumSlopes(l, layer);
      if (l > 0) {
        product.set(matrix(slopes[l - 1], layer.inputs()), slope, matrix(l).transposed());
        deactivate(l - 1);
      }
    }
    for (int i = 0; i < gradient.length; i++) {
      pointSlopes[i] = gradient[i];
    }
  }

  /// The slopes of the biases, and of the levels.
  private void sumSlopes(int l, Weights.Place layer) {
    int width = layer.outputs();
    int from = l == 0 ? rows.width() * width : layer.bias();
    Arrays.fill(gradient, from, layer.end(), 0);
    for (int i = 0; i < count; i++) {
      add(slopes[l], i * width, gradient, layer.bias(), width);
      for (int c = 0; l == 0 && c < rows.categories(); c++) {
        int level = rows.levels()[i * rows.categories() + c];
        if (level >= 0) {
          add(slopes[0], i * width, gradient, (rows.width() + level) * width, width);
        }
      }
    }
  }

  private void deactivate(int l) {
    Activation activation = architecture.activation();
    int units = count * weights.layers().get(l).outputs();
    for (int i = 0; i < units; i++) {
      slopes[l][i] *= masks[l][i] * (float) activation.slope(sums[l][i]);
    }
  }

  private static void add(float[] from, int at, float[] to, int place, int length) {
    for (int j = 0; j < length; j++) {
      to[place + j] += from[at + j];
    }
  }
}
