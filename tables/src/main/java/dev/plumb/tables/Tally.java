package dev.plumb.tables;

import dev.plumb.tables.Column.Type;
import dev.plumb.tables.Load.Raw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many cells of a column are there, and how many are of each type that it may have.
///
/// @param cell the text in SQL, null where it is missing
/// @param present how many cells are there
/// @param fitting how many of them are of each of the types
record Tally(Raw column, String cell, List<Type> types, long present, List<Long> fitting) {
  /// A tally that is to be counted. Missing cells are those that the parser of delimited text
  /// knows, which is quick.
  static Tally of(Raw column, List<Type> types) {
    return new Tally(column, column.expression(), types, 0, List.of());
  }

  /// The same to be counted again, with every way to write a missing cell.
  Tally exactly() {
    return new Tally(column, "cell(" + column.expression() + ")", types, 0, List.of());
  }

  /// The counts in SQL.
  String sql() {
    var counts = new ArrayList<String>(List.of("count(" + cell + ")"));
    for (Type type : types) {
      counts.add(
          type == Type.BOOLEAN
              ? "count_if(regexp_full_match(" + cell + ", '(?i)\\s*(true|false)\\s*'))"
              : "count(" + type.from(cell) + ")");
    }
    return String.join(", ", counts);
  }

  /// How many counts there are.
  int width() {
    return 1 + types.size();
  }

  /// The tally with its counts.
  Tally with(long[] counts, int at) {
    List<Long> fitting = Arrays.stream(counts, at + 1, at + width()).boxed().toList();
    return new Tally(column, cell, types, counts[at], fitting);
  }

  /// The share of the present cells that are of a type, 0 to 1; 1 where none is present.
  double share(Type type) {
    return present == 0 ? 1 : (double) fitting.get(types.indexOf(type)) / present;
  }

  /// Whether some cells are of a type, and not all.
  boolean isDoubtful() {
    return types.stream().noneMatch(type -> share(type) == 1)
        && types.stream().anyMatch(type -> share(type) > 0);
  }
}
