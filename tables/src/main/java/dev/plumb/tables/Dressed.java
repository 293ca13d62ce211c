package dev.plumb.tables;

import dev.plumb.tables.Load.Raw;
import java.util.List;
import java.util.Locale;

/// Numbers that a column of text holds beside one and the same unit or sign: `12.3 km`, `€ 5`. They
/// are not read, because a table with another unit would be read in silence too.
///
/// @param beside the unit or sign; meaningless where `different` is above 1
/// @param different how many of them there are
/// @param example a cell
/// @param marks how many cells hold a comma or a point
record Dressed(String beside, long different, String example, long marks) {
  private static final String NUMBER = "[-+]?\\d[\\d.,]*";

  /// A sign, or letters and a space; a number; a sign or a unit without digits. Without classes of
  /// Unicode and counted repetitions, which take DuckDB some milliseconds a column to prepare.
  static final String CELL =
      "([^A-Za-z0-9\\s+.,-]+|[A-Za-z]+\\s)?\\s*" + NUMBER + "\\s*([^0-9\\s.,:;/-][^0-9]*)?";

  /// Units are no longer than this.
  private static final int LONGEST = 10;

  /// Looks at a column.
  ///
  /// @param rows in SQL
  static Dressed of(Raw column, Database database, String rows) {
    String sql =
        """
        select min(beside), count(distinct beside), min(t), count(*) filter (t similar to '.*[.,].*')
        from (select t, trim(regexp_replace(t, '%s', ' ')) as beside
        from (select cell(%s) as t from %s) where regexp_full_match(t, '%s'))\
        """
            .formatted(NUMBER, column.expression(), rows, CELL);
    List<Object> found = database.rows(sql).getFirst();
    return new Dressed(
        (String) found.get(0),
        ((Number) found.get(1)).longValue(),
        (String) found.get(2),
        ((Number) found.get(3)).longValue());
  }

  /// Whether all are beside the same, and that is as short as a unit.
  boolean isAlike() {
    return different == 1 && !beside.isEmpty() && beside.length() <= LONGEST;
  }

  /// What is the matter, and what to do: a query, where there is no doubt what commas and points
  /// mean.
  ///
  /// @param isPlain whether commas can only separate thousands
  String words(String column, String table, boolean isPlain) {
    String cure =
        isPlain || marks == 0
            ? "read them by a query: select * replace (regexp_replace(%1$s, '[^0-9.-]', '', 'g')::double as %1$s) from '%2$s'"
                .formatted(identifier(column), table.replace("'", "''"))
            : "write numbers as 1234.5";
    return String.format(
        Locale.ROOT, "its values are numbers beside %s, such as %s; %s", beside, example, cure);
  }

  private static String identifier(String column) {
    return column.matches("[A-Za-z_][A-Za-z0-9_]*")
        ? column
        : '"' + column.replace("\"", "\"\"") + '"';
  }
}
