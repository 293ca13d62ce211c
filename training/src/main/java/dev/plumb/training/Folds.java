package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Rows dealt into folds of nearly the same size, each held out once.
///
/// @param of the fold of each row, from 0
/// @param count how many folds
public record Folds(int[] of, int count) {

  /// Deals shuffled rows, one class after the other, so that every fold holds its share of each
  /// class. The shuffle is that of [SplitMix] from the seed, which gives the same folds on every
  /// machine.
  ///
  /// @param repeat another number gives other folds from the same seed
  /// @throws PlumbException when there are fewer rows than folds, or fewer than two folds
  public static Folds deal(Target target, int count, long seed, int repeat) {
    int rows = target.values().length;
    if (count < 2) {
      throw new PlumbException(
          "cross-validation needs at least 2 folds, not "
              + count
              + ": one to train on, one held out");
    }
    if (rows < count) {
      throw new PlumbException(
          rows + " rows cannot be dealt into " + count + " folds: give at most " + rows + " folds");
    }
    var shuffled = IntStream.range(0, rows).toArray();
    new SplitMix(new SplitMix(seed).nextLong() + repeat).shuffle(shuffled);
    int[] order = target.kind().isClasses() ? byClass(shuffled, target) : shuffled;
    var of = new int[rows];
    for (int i = 0; i < rows; i++) {
      of[order[i]] = i % count;
    }
    return new Folds(of, count);
  }

  /// The rows that are not held out, ascending.
  public int[] trained(int fold) {
    return IntStream.range(0, of.length).filter(row -> of[row] != fold).toArray();
  }

  /// The rows that are held out, ascending.
  public int[] heldOut(int fold) {
    return IntStream.range(0, of.length).filter(row -> of[row] == fold).toArray();
  }

  /// The same order with the rows of each class together.
  private static int[] byClass(int[] rows, Target target) {
    int classes = target.labels().size();
    return IntStream.range(0, classes)
        .flatMap(c -> Arrays.stream(rows).filter(row -> target.values()[row] == c))
        .toArray();
  }
}
