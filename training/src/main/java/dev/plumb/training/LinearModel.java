package dev.plumb.training;

import dev.plumb.Loss;

/// A linear model: score = intercept + Σ slope · feature + Σ weight of the row's level, once for
/// each output.
///
/// A pointwise loss has one output, a loss of rows one a class.
public final class LinearModel {
  private final Pairing pairing;
  private final Encoding encoding;
  private final Coefficients coefficients;

  LinearModel(Pairing pairing, Encoding encoding, Coefficients coefficients) {
    this.pairing = pairing;
    this.encoding = encoding;
    this.coefficients = coefficients;
  }

  /// The loss it was trained under.
  public Loss loss() {
    return pairing.loss();
  }

  /// What it reads, in the order of its slopes and levels.
  public Encoding encoding() {
    return encoding;
  }

  /// How many scores a row has.
  public int outputs() {
    return pairing.outputs();
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

  /// The score of every row, before the response: `outputs` consecutive numbers a row. The target
  /// is not looked at.
  ///
  /// @throws dev.plumb.PlumbException when a column that the model reads is not there
  public double[] scores(Dataset data) {
    Design design = Design.of(encoding, data, Design.all(data), Workers.NONE);
    return new MeanLoss(design, pairing, 0, Workers.NONE, 1).scores(coefficients);
  }

  /// The prediction of every row on the scale of the loss's response: `outputs` consecutive numbers
  /// a row.
  ///
  /// @throws dev.plumb.PlumbException when a column that the model reads is not there
  public double[] predict(Dataset data) {
    double[] scores = scores(data);
    pairing.scored().respond(scores, pairing.classes());
    return scores;
  }
}
