package dev.plumb.training;

import dev.plumb.Loss;
import java.util.List;

/// What training gives: from the columns of a row to its scores, and by the response of the loss to
/// its prediction.
public abstract sealed class Model permits LinearModel, NetworkModel {
  private final Pairing pairing;
  private final Encoding encoding;

  Model(Pairing pairing, Encoding encoding) {
    this.pairing = pairing;
    this.encoding = encoding;
  }

  /// The loss it was trained under.
  public final Loss loss() {
    return pairing.loss();
  }

  /// What it reads, in the order of its weights.
  public final Encoding encoding() {
    return encoding;
  }

  /// How many scores a row has.
  public final int outputs() {
    return pairing.outputs();
  }

  /// How scores are computed; the first layer reads the encoding.
  public abstract List<Layer> layers();

  /// The score of every row, before the response: `outputs` consecutive numbers a row. The target
  /// is not looked at.
  ///
  /// @throws dev.plumb.PlumbException when a column that the model reads is not there
  public abstract double[] scores(Dataset data);

  /// The prediction of every row on the scale of the loss's response: `outputs` consecutive numbers
  /// a row.
  ///
  /// @throws dev.plumb.PlumbException when a column that the model reads is not there
  public final double[] predict(Dataset data) {
    double[] scores = scores(data);
    pairing.scored().respond(scores, pairing.classes());
    return scores;
  }

  /// Whether its scores are of ordered levels: one a level but the lowest, above 0 where it is more
  /// likely reached than not. Predictions are then how likely that is, where the loss tells it.
  public final boolean isOfLevels() {
    return pairing.isOfLevels();
  }

  /// Whether predictions are probabilities: of classes, or of levels that are reached.
  public final boolean isProbable() {
    return Likelihoods.are(pairing);
  }

  /// For a loss of one score and a target of two classes: the score above which a row is of class
  /// 1. Where predictions are probabilities, that of one half; else where the loss of class 1
  ///    becomes the smaller one.
  public final double boundary() {
    return Boundary.of(pairing);
  }

  final Pairing pairing() {
    return pairing;
  }
}
