package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Rows dealt into folds of nearly the same size, each held out once.
///
/// @param of the fold of each row, from 0
/// @param count how many folds
public record Folds(int[] of, int count) implements Division {

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

  /// Deals groups of rows, none of which is divided: shuffled, then the largest first, each to the
  /// fold that has the fewest rows.
  ///
  /// @param groups the group of each row
  /// @throws PlumbException when there are fewer groups than folds, or fewer than two folds
  public static Folds grouped(double[] groups, int count, long seed, int repeat) {
    double[] names = Arrays.stream(groups).distinct().sorted().toArray();
    if (count < 2 || names.length < count) {
      throw new PlumbException(
          names.length
              + " groups cannot be dealt into "
              + count
              + " folds, of which there are at least 2");
    }
    int[] group = Arrays.stream(groups).mapToInt(g -> Arrays.binarySearch(names, g)).toArray();
    var sizes = new int[names.length];
    Arrays.stream(group).forEach(g -> sizes[g]++);
    var shuffled = IntStream.range(0, names.length).toArray();
    new SplitMix(new SplitMix(seed).nextLong() + repeat).shuffle(shuffled);
    int[] order =
        Arrays.stream(shuffled)
            .boxed()
            .sorted(Comparator.comparingInt(g -> -sizes[g]))
            .mapToInt(g -> g)
            .toArray();
    var rows = new int[count];
    var fold = new int[names.length];
    for (int g : order) {
      int least =
          IntStream.range(0, count).boxed().min(Comparator.comparingInt(f -> rows[f])).get();
      fold[g] = least;
      rows[least] += sizes[g];
    }
    return new Folds(Arrays.stream(group).map(g -> fold[g]).toArray(), count);
  }

  @Override
  public int[] trained(int fold) {
    return IntStream.range(0, of.length).filter(row -> of[row] != fold).toArray();
  }

  @Override
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
