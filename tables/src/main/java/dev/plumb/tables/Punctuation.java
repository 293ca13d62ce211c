package dev.plumb.tables;

import dev.plumb.tables.Load.Raw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the commas and points of the columns of a file mean, where cells leave no doubt.
///
/// `1,234` alone may be little or, written in English, more than a thousand; so may `1.234` beside
/// a decimal comma. A cell such as `80,5` settles the commas of its whole file, and `1.234,56` its
/// points too.
final class Punctuation {
  private final Map<Raw, Marks> marks;

  private Punctuation(Map<Raw, Marks> marks) {
    this.marks = marks;
  }

  /// How many cells of a column hold what.
  ///
  /// @param commas cells with a comma
  /// @param decimals cells with a comma that can only be a decimal one
  /// @param points cells with one point, which may be a decimal one
  /// @param thousands cells with points that can only separate thousands
  private record Marks(long commas, long decimals, long points, long thousands) {
    private static final List<String> PATTERNS =
        List.of(
            ".*,.*",
            "\\d*,(\\d{1,2}|\\d{4,})|(0\\d*|\\d{4,})?,\\d{3}|\\d*,\\d+[eE][-+]?\\d+|\\d{1,3}(\\.\\d{3})+,\\d+",
            "\\d{1,3}\\.\\d{3}",
            "\\d{1,3}\\.\\d{3}(\\.\\d{3})*(\\.\\d{3}|,\\d+)");

    static String sql(String cell) {
      return PATTERNS.stream()
          .map(pattern ->
              "count_if(regexp_full_match(" + cell + ", '\\s*[-+]?(" + pattern + ")\\s*'))")
          .collect(Collectors.joining(", "));
    }

    static Marks of(long[] counts, int at) {
      return new Marks(counts[at], counts[at + 1], counts[at + 2], counts[at + 3]);
    }
  }

  /// Reads columns whose cells are nearly all [Form#DECIMAL_COMMA].
  static Punctuation of(List<Raw> columns, Database database, String scan) {
    var marks = new HashMap<Raw, Marks>();
    if (!columns.isEmpty()) {
      var counts = new ArrayList<String>();
      columns.forEach(raw -> counts.add(Marks.sql(raw.expression())));
      long[] found = database.numbers("select " + String.join(", ", counts) + " from " + scan);
      for (Raw raw : columns) {
        marks.put(raw, Marks.of(found, marks.size() * Marks.PATTERNS.size()));
      }
    }
    return new Punctuation(marks);
  }

  /// Whether a column has commas, and they are decimal ones without a doubt.
  boolean isDecimal(Raw column) {
    return hasCommas(column)
        && marks.values().stream().anyMatch(m -> m.decimals() > 0)
        && (marks.get(column).points() == 0
            || marks.values().stream().anyMatch(m -> m.thousands() > 0));
  }

  /// Whether a column has commas at all.
  boolean hasCommas(Raw column) {
    return marks.containsKey(column) && marks.get(column).commas() > 0;
  }
}
