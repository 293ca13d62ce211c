package dev.plumb.tables;

import dev.plumb.tables.Load.Raw;
import java.util.List;
import java.util.Locale;

/// Numbers that a column of text holds beside one and the same unit or sign: `12.3 km`, `€ 5`. They
/// are not read, because a table with another unit would be read in silence too.
///
/// @param share of the cells that are there, 0 to 1
/// @param beside the unit or sign; meaningless where `different` is above 1
/// @param different how many of them there are
/// @param example a cell
/// @param commas how many cells hold a comma
record Dressed(double share, String beside, long different, String example, long commas) {
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
        select count(t), count(t) filter (fits), count(distinct beside) filter (fits),
        min(beside) filter (fits), min(t) filter (fits), count(t) filter (fits and contains(t, ','))
        from (select t, regexp_full_match(t, '%s') as fits, trim(regexp_replace(t, '%s', ' ')) as beside
        from (select cell(%s) as t from %s))\
        """
            .formatted(CELL, NUMBER, column.expression(), rows);
    List<Object> found = database.rows(sql).getFirst();
    long present = count(found.get(0));
    return new Dressed(
        present == 0 ? 0 : (double) count(found.get(1)) / present,
        (String) found.get(3),
        count(found.get(2)),
        (String) found.get(4),
        count(found.get(5)));
  }

  private static long count(Object number) {
    return ((Number) number).longValue();
  }

  /// Whether at least a share of the cells is dressed alike.
  boolean isWorn(double least) {
    return share >= least && different == 1 && !beside.isEmpty() && beside.length() <= LONGEST;
  }

  /// What is the matter, and what to do: a query, where there is no doubt what a comma means.
  ///
  /// @param isPlain whether commas can only separate thousands
  String words(String column, String table, boolean isPlain) {
    String cure =
        isPlain || commas == 0 && !example.contains(".")
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
