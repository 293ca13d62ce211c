package dev.plumb.tables;

import dev.plumb.tables.Column.Type;

/// How the cells of a column of text may be written, and what they hold then.
enum Form {
  NUMBER(Type.NUMBER, "a number"),
  DATE(Type.DATE, "a date (2012-02-29)"),
  BOOLEAN(Type.BOOLEAN, "true or false"),
  /// `80,5`, `-1.234,56`, `1,5E3`, or whole
  DECIMAL_COMMA(Type.NUMBER, "a number with a decimal comma"),
  /// `1,234,567.8`, or without commas
  THOUSANDS(Type.NUMBER, "a number with commas between thousands"),
  /// `29.02.2012`, with or without a time of day
  DAY_FIRST(Type.DATE, "a date (29.02.2012)"),
  /// `12.3 km`, `€ 5`, `7 %`: not read, but told ([Dressed])
  DRESSED(Type.TEXT, "a number beside a unit"),
  TEXT(Type.TEXT, "text");

  private static final String COMMA_NUMBER =
      "[-+]?(?:(?:\\d*,\\d+|\\d+)(?:[eE][-+]?\\d+)?|[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?)";
  private static final String GROUPED_NUMBER =
      "[-+]?(?:\\d+|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.\\d*)?";
  private static final String DAY_AND_TIME =
      "\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?:[ T]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?";

  private final Type type;
  private final String words;

  Form(Type type, String words) {
    this.type = type;
    this.words = words;
  }

  /// What a column of such cells holds.
  Type type() {
    return type;
  }

  /// One such cell in words: `a date (2012-02-29)`.
  String words() {
    return words;
  }

  /// The meaning of a cell in SQL; null where it is missing or is not written so.
  String from(String cell) {
    return switch (this) {
      case NUMBER, DATE, BOOLEAN, TEXT, DRESSED -> type.from(cell);
      case DECIMAL_COMMA ->
          type.from("replace(replace(" + only(COMMA_NUMBER, cell) + ", '.', ''), ',', '.')");
      case THOUSANDS -> type.from("replace(" + only(GROUPED_NUMBER, cell) + ", ',', '')");
      case DAY_FIRST ->
          type.from(
              "regexp_replace("
                  + only(DAY_AND_TIME, cell)
                  + ", '^(\\d+)\\.(\\d+)\\.(\\d+)', '\\3-\\2-\\1')");
    };
  }

  /// How many cells are written so, in SQL.
  String count(String cell) {
    return switch (this) {
      case BOOLEAN -> matches(cell, "(?i)\\s*(true|false)\\s*");
      case DRESSED -> matches(cell, "\\s*" + Dressed.CELL + "\\s*");
      case NUMBER, DATE, DECIMAL_COMMA, THOUSANDS, DAY_FIRST, TEXT -> "count(" + from(cell) + ")";
    };
  }

  private static String matches(String cell, String pattern) {
    return "count_if(regexp_full_match(" + cell + ", '" + pattern + "'))";
  }

  private static String only(String pattern, String cell) {
    return "regexp_extract(" + cell + ", '^\\s*(" + pattern + ")\\s*$', 1)";
  }
}
