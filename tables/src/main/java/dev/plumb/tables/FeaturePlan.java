package dev.plumb.tables;

import dev.plumb.tables.Levels.Variety;
import java.util.List;
import java.util.stream.IntStream;

/// A feature that is to be read, or is not.
sealed interface FeaturePlan {
  /// The features of a date, each named after both: `date.month`.
  List<String> PARTS = List.of("year", "month", "weekday", "hour");

  List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  List<String> HOURS = IntStream.range(0, 24).mapToObj("%02d"::formatted).toList();

  String name();

  record Numbers(String name, Sink.Floats sink) implements FeaturePlan {}

  /// @param levels the labels of the codes
  record Codes(String name, Sink.Codes sink, List<String> levels) implements FeaturePlan {}

  /// @param why in words: `it is missing in every row`
  record LeftOut(String name, String why) implements FeaturePlan {}

  /// The features of a column: one, or several for dates.
  ///
  /// @param variety of a column of text
  static List<FeaturePlan> of(Table table, int column, Variety variety, Levels levels) {
    String name = table.columns().get(column).name();
    String cell = "c" + column;
    int rows = table.rows();
    return switch (table.type(column)) {
      case NUMBER -> List.of(numbers(name, cell, rows));
      case BOOLEAN -> List.of(numbers(name, cell + "::integer::double", rows));
      case TEXT -> List.of(text(name, column, rows, variety, levels));
      case DATE ->
          List.of(
              numbers(name + ".year", "year(" + cell + ")::double", rows),
              codes(name + ".month", "month(" + cell + ")::integer - 1", rows, MONTHS),
              codes(name + ".weekday", "isodow(" + cell + ")::integer - 1", rows, DAYS),
              codes(name + ".hour", "hour(" + cell + ")::integer", rows, HOURS));
      case OTHER -> List.of(new LeftOut(name, "it holds " + table.type(column).words()));
    };
  }

  private static FeaturePlan text(
      String name, int column, int rows, Variety variety, Levels levels) {
    if (variety.different() == 0) {
      return new LeftOut(name, "it is missing in every row");
    }
    if (variety.isIdentifier()) {
      return new LeftOut(name, variety.words() + ", an identifier");
    }
    return variety.isTooMany()
        ? new LeftOut(name, variety.words() + ", too many")
        : codes(name, Levels.code(column), rows, levels.of(column));
  }

  private static FeaturePlan numbers(String name, String expression, int rows) {
    return new Numbers(name, new Sink.Floats(expression, new float[rows]));
  }

  private static FeaturePlan codes(String name, String expression, int rows, List<String> levels) {
    return new Codes(name, new Sink.Codes(expression, new int[rows]), levels);
  }
}
