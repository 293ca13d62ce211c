package dev.plumb.training;

import dev.plumb.training.network.Activation;
import java.util.List;

/// One layer of a model: activation(bias + Σ weight · number + the weights of the row's levels).
///
/// The numbers of the first layer are those of the encoding, centred and scaled; of a later one the
/// results of the layer before it. Only the first has levels.
///
/// @param bias one an output
/// @param weights for each number one an output
/// @param levels for each category and level one an output; the last place, of a missing or unseen
///   level, is all 0
public record Layer(double[] bias, double[][] weights, double[][][] levels, Activation activation) {

  /// The single layer of a linear model.
  static Layer of(LinearModel model) {
    List<Encoding.Scaled> numbers = model.encoding().numbers();
    int outputs = model.outputs();
    double[] bias = model.intercepts();
    double[][] slopes = model.slopes();
    var weights = new double[numbers.size()][outputs];
    for (int j = 0; j < weights.length; j++) {
      for (int k = 0; k < outputs; k++) {
        weights[j][k] = slopes[k][j] * numbers.get(j).deviation();
        bias[k] += slopes[k][j] * numbers.get(j).mean();
      }
    }
    double[][][] told = model.levels();
    var levels = new double[model.encoding().categories().size()][][];
    for (int c = 0; c < levels.length; c++) {
      levels[c] = new double[told[0][c].length][outputs];
      for (int k = 0; k < outputs; k++) {
        for (int level = 0; level < levels[c].length; level++) {
          levels[c][level][k] = told[k][c][level];
        }
      }
    }
    return new Layer(bias, weights, levels, Activation.NONE);
  }
}
