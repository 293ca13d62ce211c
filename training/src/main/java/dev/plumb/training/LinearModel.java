package dev.plumb.training;

import java.util.List;

/// A linear model: score = intercept + Σ slope · feature + Σ weight of the row's level, once for
/// each output.
///
/// A pointwise loss has one output, a loss of rows one a class.
public final class LinearModel extends Model {
  private final Coefficients coefficients;

  LinearModel(Pairing pairing, Encoding encoding, Coefficients coefficients) {
    super(pairing, encoding);
    this.coefficients = coefficients;
  }

  /// For each output the score where every number is 0 and no level has a weight.
  public double[] intercepts() {
    return coefficients.intercepts().clone();
  }

  /// For each output and number of [Encoding#numbers()] the change of the score when it grows by 1
  /// in its own unit.
  public double[][] slopes() {
    return coefficients.slopes().clone();
  }

  /// For each output, category of [Encoding#categories()] and level what it adds to the score; the
  /// last place, of a missing or unseen level, is 0.
  public double[][][] levels() {
    return coefficients.levels().clone();
  }

  @Override
  public List<Layer> layers() {
    return List.of(Layer.of(this));
  }

  @Override
  public double[] scores(Dataset data) {
    Design design = Design.of(encoding(), data, Design.all(data), Workers.NONE);
    return new MeanLoss(design, pairing(), Penalty.NONE, Workers.NONE, 1).scores(coefficients);
  }
}
