package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.tables.Levels.Variety;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The target of a table, to complain about.
///
/// @param table the name of the source
record TargetPlace(String table, Options options) {
  String name() {
    return options.target();
  }

  /// `houses.csv: target price ` and the problem.
  PlumbException wrong(String problem) {
    return new PlumbException(table + ": target " + name() + " " + problem);
  }

  Cell cell(int place) {
    return new Cell(table, place + 1L, name());
  }

  PlumbException missingEverywhere() {
    return wrong("is missing in every row; name a column that has values");
  }

  KeptRows kept(int rows, IntPredicate isPresent) {
    KeptRows kept = KeptRows.where(rows, isPresent);
    if (kept.count() == 0) {
      throw missingEverywhere();
    }
    return kept;
  }

  /// @param doubt as of a [Column]
  void checkVariety(Variety variety, Optional<String> doubt) {
    if (variety.different() == 0) {
      throw missingEverywhere();
    }
    if (variety.isTooMany() || variety.isIdentifier()) {
      throw wrong(
          doubt.orElse(
              "is " + variety.words() + ", too many for classes; name a column of fewer labels"));
    }
  }
}
