package dev.plumb.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Finds classes with fewer rows than there are folds: in some folds nothing of such a class is
/// predicted, so that figures of it say little, and an AUC may be missing.
final class Scarce {
  /// How many classes a note names.
  private static final int NAMED = 3;

  private Scarce() {}

  /// A note that names such classes; none where there are none, or no classes at all.
  ///
  /// @param rows that take part
  static List<String> notes(Target target, int[] rows, int folds) {
    if (!target.kind().isClasses()) {
      return List.of();
    }
    var counts = new int[target.labels().size()];
    Arrays.stream(rows).forEach(row -> counts[(int) target.values()[row]]++);
    int[] scarce =
        IntStream.range(0, counts.length)
            .filter(label -> counts[label] > 0 && counts[label] < folds)
            .toArray();
    if (scarce.length == 0) {
      return List.of();
    }
    List<String> names = Arrays.stream(scarce).limit(NAMED).mapToObj(target.labels()::get).toList();
    int count = counts[scarce[0]];
    String note =
        scarce.length == 1
            ? "Class %s has %d %s, fewer than the %d folds: not every fold asks for it."
                .formatted(names.getFirst(), count, count == 1 ? "row" : "rows", folds)
            : "Classes %s have fewer rows than the %d folds: not every fold asks for them."
                .formatted(Telltale.listed(names, scarce.length - names.size()), folds);
    return List.of(note);
  }
}
