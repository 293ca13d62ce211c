package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.formula.Numbers;

/// Some rows to learn from, and some held out.
///
/// @param taught the rows to learn from, in the order of the data
/// @param heldOut the others
public record Split(Dataset taught, Dataset heldOut) {

  /// Holds out a share of the rows, of each class its share, drawn from a seed.
  ///
  /// @param share above 0, at most a half
  /// @throws PlumbException when either part would be empty
  public static Split of(Dataset data, double share, long seed) {
    if (!(share > 0 && share <= 0.5)) {
      throw new PlumbException(
          "the share of rows held out is above 0 and at most 0.5, not " + Numbers.text(share));
    }
    int count = (int) Math.round(1 / share);
    if (data.rows() < count) {
      throw new PlumbException(
          "of %d rows, a share of %s is none: hold out more"
              .formatted(data.rows(), Numbers.text(share)));
    }
    Folds folds = Folds.deal(data.target(), count, seed, 0);
    return new Split(data.pick(folds.trained(0)), data.pick(folds.heldOut(0)));
  }
}
