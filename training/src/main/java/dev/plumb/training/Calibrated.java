package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.calibration.Calibration;
import java.util.Locale;
import java.util.Optional;

/// A model whose scores become probabilities by what was learnt on folds that were held out.
///
/// @param fit the model, trained on all rows
/// @param calibration from its scores to probabilities
/// @param before of the model's own response on the folds held out; empty where it is no
///   probability
/// @param after of the calibrated probabilities on the same rows, each by a calibration of the
///   other folds
public record Calibrated(
    Fit fit, Calibration calibration, Optional<Reliability> before, Reliability after) {
  /// On how many folds a calibration is usually learnt.
  public static final int FOLDS = 5;

  /// The probability of class 1 of every row, or of each class of a row.
  ///
  /// @throws PlumbException when a column that the model reads is not there
  public double[] predict(Dataset data) {
    double[] scores = fit.model().scores(data);
    calibration.respond(scores);
    return scores;
  }

  /// The name of a method: `platt`.
  public static String text(Calibration.Method method) {
    return method.name().toLowerCase(Locale.ROOT);
  }

  /// @throws PlumbException when the target has no classes
  static void check(Target target) {
    if (!target.kind().isClasses()) {
      throw new PlumbException(
          "probabilities are those of classes, and %s is %s"
              .formatted(target.name(), target.kind().text()));
    }
  }

  /// @throws PlumbException when the method does not suit the loss
  static void check(Calibration.Method method, Pairing pairing) {
    if (pairing.isOfLevels()) {
      throw new PlumbException(
          "%s has a score for each level, which no calibration takes: losses of classes have one"
              .formatted(pairing.loss().name()));
    }
    if (method != Calibration.Method.TEMPERATURE && pairing.outputs() > 1) {
      throw new PlumbException(
          "platt and isotonic calibrate one score, and %s has %d: temperature takes them"
              .formatted(pairing.loss().name(), pairing.outputs()));
    }
  }

  static Calibrated of(Trainer trainer, Dataset given, Calibration.Method method, int folds) {
    Dataset data = given.evenly();
    Target target = data.target();
    check(target);
    Fit fit = trainer.fit(data);
    int outputs = fit.model().outputs();
    check(method, fit.model().pairing());
    Folds division = Folds.deal(target, folds, 0, 0);
    double[] scores = new double[data.rows() * outputs];
    for (int fold = 0; fold < folds; fold++) {
      Dataset taught = data.pick(division.trained(fold));
      Model model = trainer.fit(taught, TrainingStep.Listener.NONE).model();
      int[] heldOut = division.heldOut(fold);
      put(model.scores(data.pick(heldOut)), heldOut, outputs, scores);
    }
    Calibration calibration =
        Calibration.learn(method, scores, target.values(), data.weights(), outputs);
    return new Calibrated(
        fit,
        calibration,
        before(fit.model(), scores, data),
        after(method, division, scores, data, outputs));
  }

  private static void put(double[] some, int[] rows, int outputs, double[] all) {
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(some, i * outputs, all, rows[i] * outputs, outputs);
    }
  }

  private static Optional<Reliability> before(Model model, double[] scores, Dataset data) {
    if (!model.isProbable()) {
      return Optional.empty();
    }
    double[] told = scores.clone();
    model.pairing().scored().respond(told, model.outputs());
    return Optional.of(
        Reliability.of(told, data.target().values(), data.weights(), model.outputs()));
  }

  private static Reliability after(
      Calibration.Method method, Folds division, double[] scores, Dataset data, int outputs) {
    var told = new double[scores.length];
    for (int fold = 0; fold < division.count(); fold++) {
      int[] others = division.trained(fold);
      Dataset rest = data.pick(others);
      Calibration calibration =
          Calibration.learn(
              method,
              rows(scores, others, outputs),
              rest.target().values(),
              rest.weights(),
              outputs);
      int[] heldOut = division.heldOut(fold);
      double[] some = rows(scores, heldOut, outputs);
      calibration.respond(some);
      put(some, heldOut, outputs, told);
    }
    return Reliability.of(told, data.target().values(), data.weights(), outputs);
  }

  private static double[] rows(double[] all, int[] rows, int outputs) {
    var some = new double[rows.length * outputs];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(all, rows[i] * outputs, some, i * outputs, outputs);
    }
    return some;
  }
}
