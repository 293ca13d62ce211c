package dev.plumb.formula;

/// A text of the language that cannot be read: the message holds line, column, the line itself with
/// a caret under the place, what was expected, and near names.
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /// @param line from 1
  /// @param column from 1
  public FormulaException(String message, int line, int column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /// Where: "line 1, column 7", the line of text, a caret; and what.
  public static FormulaException at(String text, int offset, String what) {
    int start = offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    int end = text.indexOf('\n', offset);
    String lineText = text.substring(start, end < 0 ? text.length() : end);
    int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    int column = offset - start + 1;
    String caret = " ".repeat(Math.max(0, column - 1)) + "^";
    return new FormulaException(
        "line %d, column %d: %s%n  %s%n  %s".formatted(line, column, what, lineText, caret),
        line,
        column);
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
