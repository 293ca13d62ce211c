package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.List;

/// A place in a table, to complain about.
///
/// @param table the name of the source
/// @param row from 1, the header not counted
/// @param column the column's name
record Cell(String table, long row, String column) {
  /// The texts that count as a missing value, in words; so does an empty cell. `Na` and `none` may
  /// be labels, and are not among them.
  static final String MISSING = "NA, N/A, #N/A, NaN, null, ? and -";

  private static final List<String> MARKERS =
      List.of("NA", "na", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "Null", "null", "?", "-");

  /// A macro in SQL: the text of a cell without spaces around, null where it is missing.
  ///
  /// One regular expression, because DuckDB 2.0 plans a `case` or an `in` over hundreds of columns
  /// in minutes, or ends the whole process.
  static final String MACRO =
      "create macro cell(t) as trim(nullif(regexp_replace(t, '^\\s*("
          + String.join("|", MARKERS).replace("?", "\\?")
          + ")?\\s*$', ''), ''))";

  /// The markers as a list in SQL, plain and with a space before or behind, for the parser of
  /// delimited text.
  static String markers() {
    var texts = new ArrayList<String>(List.of("''", "' '", "'  '"));
    for (String marker : MARKERS) {
      texts.add("'%1$s', ' %1$s', '%1$s ', ' %1$s '".formatted(marker));
    }
    return "[" + String.join(", ", texts) + "]";
  }

  /// `houses.csv row 17, column price: ` and the problem.
  PlumbException wrong(String problem) {
    return new PlumbException(table + " row " + row + ", column " + column + ": " + problem);
  }
}
