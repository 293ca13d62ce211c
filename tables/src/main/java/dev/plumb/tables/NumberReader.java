package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.tables.Sink.Doubles;
import java.util.ArrayList;
import java.util.List;

/// Columns as numbers.
final class NumberReader {
  private final Table table;
  private final Database database;

  NumberReader(Table table, Database database) {
    this.table = table;
    this.database = database;
  }

  List<double[]> read(List<String> names) {
    var sinks = new ArrayList<Doubles>();
    for (String name : names) {
      sinks.add(new Doubles(expression(table.index(name)), new double[table.rows()]));
    }
    if (!sinks.isEmpty()) {
      database.read(sinks, table.rows());
    }
    return sinks.stream().map(Doubles::values).toList();
  }

  /// One column as numbers that grow with time: numbers as they are, dates as seconds; NaN where
  /// missing.
  double[] moments(String name) {
    int column = table.index(name);
    return switch (table.type(column)) {
      case NUMBER -> read("c" + column);
      case DATE -> read("epoch(c" + column + ")::double");
      case TEXT, BOOLEAN, OTHER ->
          throw new PlumbException(
              "%s: column %s holds %s, which has no order of time: name a column of numbers or dates"
                  .formatted(table.place(), name, table.type(column).words()));
    };
  }

  /// One column as numbers that are the same where the cells are; NaN where missing.
  double[] groups(String name) {
    int column = table.index(name);
    return table.type(column) == Column.Type.NUMBER
        ? read("c" + column)
        : read(
            "case when c%1$d is null then null else (hash(c%1$d) %% 4503599627370496)::double end"
                .formatted(column));
  }

  private double[] read(String expression) {
    var sink = new Doubles(expression, new double[table.rows()]);
    database.read(List.of(sink), table.rows());
    return sink.values();
  }

  private String expression(int column) {
    return switch (table.type(column)) {
      case NUMBER -> "c" + column;
      case BOOLEAN -> "c" + column + "::integer::double";
      case TEXT -> labels(column).isEmpty() ? "null::double" : Levels.code(column) + "::double";
      case DATE, OTHER -> throw unreadable(column, "holds " + table.type(column).words());
    };
  }

  /// The labels of a column of text or booleans.
  List<String> labels(int column) {
    return switch (table.type(column)) {
      case NUMBER -> List.of();
      case BOOLEAN -> List.of("false", "true");
      case TEXT -> texts(column);
      case DATE, OTHER -> throw unreadable(column, "holds " + table.type(column).words());
    };
  }

  private List<String> texts(int column) {
    var levels = new Levels(database);
    Levels.Variety variety = levels.varieties(List.of(column)).get(column);
    if (variety.isTooMany()) {
      throw unreadable(column, "holds " + variety.words());
    }
    return variety.different() == 0 ? List.of() : levels.of(column);
  }

  private PlumbException unreadable(int column, String why) {
    return new PlumbException(
        table.place()
            + ": column "
            + table.columns().get(column).name()
            + " "
            + why
            + ", which cannot be read as numbers; name a column of numbers, or convert it by a query");
  }
}
