package dev.plumb.tables;

import dev.plumb.PlumbException;

/// A place in a table, to complain about.
///
/// @param table the name of the source
/// @param row from 1, the header not counted
/// @param column the column's name
record Cell(String table, long row, String column) {
  /// The texts that count as a missing value; so does an empty cell.
  static final String MISSING = "NA, N/A, #N/A, NaN, null, ? and -";

  /// A condition on the text of a cell in SQL: whether it is missing. `Na` and `none` may be
  /// labels, and are not.
  static final String IS_MISSING =
      "in ('', 'NA', 'na', 'N/A', 'n/a', '#N/A', 'NaN', 'nan', 'NULL', 'Null', 'null', '?', '-')";

  /// `houses.csv row 17, column price: ` and the problem.
  PlumbException wrong(String problem) {
    return new PlumbException(table + " row " + row + ", column " + column + ": " + problem);
  }
}
