package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Rows in the order of time, cut into one part more than there are folds: each fold learns from
/// all parts before the one that is held out, so that nothing is told from what came later. Rows of
/// one moment stay together.
///
/// @param order row numbers, earliest first
/// @param ends where each part ends in that order
public record TimeFolds(int[] order, int[] ends) implements Division {

  /// @param moments one a row, none NaN
  /// @throws PlumbException when there are too few moments
  public static TimeFolds of(double[] moments, int count) {
    int rows = moments.length;
    int[] order =
        IntStream.range(0, rows)
            .boxed()
            .sorted((a, b) -> Double.compare(moments[a], moments[b]))
            .mapToInt(i -> i)
            .toArray();
    var ends = new int[count + 1];
    for (int part = 0; part <= count; part++) {
      int end = (int) ((long) rows * (part + 1) / (count + 1));
      while (end < rows && end > 0 && moments[order[end]] == moments[order[end - 1]]) {
        end++;
      }
      ends[part] = end;
      if (end == (part == 0 ? 0 : ends[part - 1])) {
        throw new PlumbException(
            "%d rows of so few moments cannot be cut into %d parts, one more than folds"
                .formatted(rows, count + 1));
      }
    }
    return new TimeFolds(order, ends);
  }

  @Override
  public int count() {
    return ends.length - 1;
  }

  @Override
  public int[] trained(int fold) {
    return part(0, ends[fold]);
  }

  @Override
  public int[] heldOut(int fold) {
    return part(ends[fold], ends[fold + 1]);
  }

  private int[] part(int from, int to) {
    int[] rows = Arrays.copyOfRange(order, from, to);
    Arrays.sort(rows);
    return rows;
  }
}
