package dev.plumb.training.network;

import dev.plumb.training.statistics.SplitMix;
import java.util.ArrayList;
import java.util.List;

/// Where the weights of a network lie in a point.
///
/// @param layers first layer first, the scores last
/// @param size how many weights there are
public record Weights(List<Place> layers, int size) {

  /// Where the weights of a layer lie.
  ///
  /// @param at the first: `inputs` rows of `outputs` weights
  /// @param inputs what the layer reads; of the first layer also the levels
  /// @param outputs its units
  /// @param active how many of the inputs are not 0 in a row
  public record Place(int at, int inputs, int outputs, int active) {
    /// Where its biases lie.
    public int bias() {
      return at + inputs * outputs;
    }

    int end() {
      return bias() + outputs;
    }
  }

  /// The weights of an architecture.
  ///
  /// @param numbers that a row has
  /// @param categories that a row has
  /// @param levels of all categories together
  /// @param scores of a row
  public static Weights of(
      Architecture architecture, int numbers, int categories, int levels, int scores) {
    var layers = new ArrayList<Place>();
    var place =
        new Place(0, numbers + levels, architecture.hidden().getFirst(), numbers + categories);
    layers.add(place);
    for (int units : architecture.hidden().subList(1, architecture.hidden().size())) {
      place = new Place(place.end(), place.outputs(), units, place.outputs());
      layers.add(place);
    }
    place = new Place(place.end(), place.outputs(), scores, place.outputs());
    layers.add(place);
    return new Weights(List.copyOf(layers), place.end());
  }

  /// The weights that training starts from, drawn from a seed: uniform with the variance of He for
  /// units that are off half the time [He et al. 2015, arXiv:1502.01852], with that of Glorot and
  /// Bengio for tanh and the scores [2010, proceedings.mlr.press/v9/glorot10a]; biases are 0.
  public double[] drawn(Activation activation, long seed) {
    var random = new SplitMix(seed);
    var point = new double[size];
    for (Place layer : layers) {
      boolean rectified = activation != Activation.TANH && layer != layers.getLast();
      double reach =
          Math.sqrt(6.0 / (rectified ? layer.active() : layer.active() + layer.outputs()));
      for (int i = layer.at(); i < layer.bias(); i++) {
        point[i] = reach * (2 * random.nextDouble() - 1);
      }
    }
    return point;
  }
}
