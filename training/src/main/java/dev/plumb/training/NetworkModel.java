package dev.plumb.training;

import dev.plumb.training.network.Activation;
import dev.plumb.training.network.Architecture;
import dev.plumb.training.network.Multiplier;
import dev.plumb.training.network.Parts;
import dev.plumb.training.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A dense feed-forward network.
public final class NetworkModel extends Model {
  private final Architecture architecture;
  private final Output output;
  private final double[] point;

  NetworkModel(
      Pairing pairing,
      Encoding encoding,
      Architecture architecture,
      Output output,
      double[] point) {
    super(pairing, encoding);
    this.architecture = architecture;
    this.output = output;
    this.point = point.clone();
  }

  /// What it looks like.
  public Architecture architecture() {
    return architecture;
  }

  /// Its weights, in the order of its training.
  double[] point() {
    return point.clone();
  }

  /// How many weights it has.
  public int size() {
    return point.length;
  }

  @Override
  public List<Layer> layers() {
    Weights weights = Inputs.weights(architecture, encoding(), outputs());
    var layers = new ArrayList<Layer>();
    for (Weights.Place place : weights.layers()) {
      boolean first = layers.isEmpty();
      boolean last = place == weights.layers().getLast();
      int numbers = first ? encoding().numbers().size() : place.inputs();
      double unit = last ? output.unit() : 1;
      double[] bias = row(place.bias(), place.outputs(), unit);
      for (int k = 0; last && k < bias.length; k++) {
        bias[k] += output.start()[k];
      }
      layers.add(
          new Layer(
              bias,
              rows(place, 0, numbers, unit),
              first ? levels(place, numbers) : new double[0][][],
              last ? Activation.NONE : architecture.activation()));
    }
    return layers;
  }

  private double[][][] levels(Weights.Place place, int numbers) {
    List<Encoding.Levels> categories = encoding().categories();
    var levels = new double[categories.size()][][];
    int from = numbers;
    for (int c = 0; c < levels.length; c++) {
      int known = categories.get(c).levels().size();
      levels[c] = Arrays.copyOf(rows(place, from, from + known, 1), known + 1);
      levels[c][known] = new double[place.outputs()];
      from += known;
    }
    return levels;
  }

  private double[][] rows(Weights.Place place, int from, int to, double unit) {
    var rows = new double[to - from][];
    for (int i = from; i < to; i++) {
      rows[i - from] = row(place.at() + i * place.outputs(), place.outputs(), unit);
    }
    return rows;
  }

  /// Weights as the passes use them, which is in float.
  private double[] row(int at, int length, double unit) {
    var row = new double[length];
    for (int k = 0; k < length; k++) {
      row[k] = (float) point[at + k] * unit;
    }
    return row;
  }

  @Override
  public double[] scores(Dataset data) {
    Weights weights = Inputs.weights(architecture, encoding(), outputs());
    return new Scoring(
            architecture,
            weights,
            Inputs.of(encoding(), data),
            output,
            Multiplier.fixedOrder(Parts.ALONE))
        .at(point, data.rows());
  }
}
