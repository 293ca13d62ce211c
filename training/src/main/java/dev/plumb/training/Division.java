package dev.plumb.training;

import java.util.Arrays;

/// Rows that are learnt from and rows that are held out, several times.
public sealed interface Division permits Folds, TimeFolds, Division.Among {
  /// How often.
  int count();

  /// The rows that are learnt from, ascending.
  int[] trained(int fold);

  /// The rows that are held out, ascending.
  int[] heldOut(int fold);

  /// A division of a few rows, told by their numbers among all.
  ///
  /// @param rows the numbers, ascending
  record Among(Division division, int[] rows) implements Division {
    @Override
    public int count() {
      return division.count();
    }

    @Override
    public int[] trained(int fold) {
      return numbers(division.trained(fold));
    }

    @Override
    public int[] heldOut(int fold) {
      return numbers(division.heldOut(fold));
    }

    private int[] numbers(int[] places) {
      return Arrays.stream(places).map(i -> rows[i]).toArray();
    }
  }

  /// How many rows are held out for each that is learnt from, on average.
  default double ratio() {
    double sum = 0;
    for (int fold = 0; fold < count(); fold++) {
      sum += (double) heldOut(fold).length / trained(fold).length;
    }
    return sum / count();
  }
}
