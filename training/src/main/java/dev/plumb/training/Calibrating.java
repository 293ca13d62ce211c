package dev.plumb.training;

import dev.plumb.training.calibration.Calibration;
import java.util.List;

/// Learns inside the rows that are learnt from how scores become probabilities: on folds of them
/// that are held out in turn; so that the rows held out of a comparison judge the calibration as
/// well.
final class Calibrating {
  private static final int DRAW = -3;

  private final Calibration.Method method;
  private final List<Round> rounds;

  /// @param part of the comparison that it belongs to
  /// @param rows that are learnt from
  Calibrating(
      Calibration.Method method,
      String part,
      Dataset data,
      int[] rows,
      Comparison options,
      Arrangement arrangement,
      Workers workers) {
    this.method = method;
    this.rounds =
        Round.inside(
            part + ", calibration",
            data,
            rows,
            arrangement,
            Calibrated.FOLDS,
            DRAW,
            options,
            workers);
  }

  /// How many passes over the rows learnt from a calibration takes.
  static double passes() {
    return Calibrated.FOLDS - 1;
  }

  /// What the scores of a loss mean.
  ///
  /// @throws TrainingException at the first number that is not finite
  Calibration of(Pairing pairing, Choice choice) {
    List<HeldOut> parts =
        rounds.stream()
            .map(round -> round.heldOut(round.fit(pairing, choice.penalty(), false, false)))
            .toList();
    return HeldOut.joined(parts).calibration(method);
  }
}
