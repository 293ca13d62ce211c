package dev.plumb.training;

import dev.plumb.PlumbException;

/// A training that met a loss or a gradient that is no finite number. The message names loss,
/// iteration, row, score and target; the last good model is kept.
public final class TrainingException extends PlumbException {
  private static final long serialVersionUID = 1L;

  private final transient Model lastGood;

  TrainingException(String message, Model lastGood) {
    super(message);
    this.lastGood = lastGood;
  }

  /// The model of the last iteration whose loss was finite; the best constant when there was none.
  public Model lastGood() {
    return lastGood;
  }
}
