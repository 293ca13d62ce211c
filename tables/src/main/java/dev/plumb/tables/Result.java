package dev.plumb.tables;

/// A column that was computed for the rows of a table.
public sealed interface Result {
  String name();

  /// Numbers; NaN stays NaN.
  record Numbers(String name, float[] values) implements Result {}

  /// Texts.
  record Texts(String name, String[] values) implements Result {}
}
