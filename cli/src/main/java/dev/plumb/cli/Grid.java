package dev.plumb.cli;

import java.util.ArrayList;
import java.util.List;

/// Columns of cells under their heads. Where they are too wide together, the last is cut short;
/// where that is not enough, those that may go are left out, the last first.
final class Grid {
  private static final String GAP = "  ";
  private static final int LEAST = 16;

  private final List<Column> columns = new ArrayList<>();

  private record Column(String head, List<String> cells, boolean right, boolean mayGo) {
    int width() {
      return Math.max(head.length(), cells.stream().mapToInt(String::length).max().orElse(0));
    }

    Column cut(int width) {
      return new Column(head, cells.stream().map(cell -> cut(cell, width)).toList(), right, mayGo);
    }

    private static String cut(String text, int width) {
      return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + "…";
    }

    String cell(String text) {
      String space = " ".repeat(width() - text.length());
      return right ? space + text : text + space;
    }
  }

  /// Adds a column of text.
  Grid left(String head, List<String> cells) {
    columns.add(new Column(head, cells, false, false));
    return this;
  }

  /// Adds a column of numbers.
  ///
  /// @param mayGo whether it is left out where there is no room for it
  Grid right(String head, List<String> cells, boolean mayGo) {
    columns.add(new Column(head, cells, true, mayGo));
    return this;
  }

  /// The lines, the heads first.
  List<String> lines(int width) {
    var kept = new ArrayList<>(columns);
    while (least(kept) > width && kept.stream().anyMatch(Column::mayGo)) {
      kept.remove(kept.stream().filter(Column::mayGo).toList().getLast());
    }
    Column last = kept.removeLast();
    kept.add(last.cut(Math.max(LEAST, width - total(kept) - GAP.length())));
    var lines = new ArrayList<String>();
    lines.add(line(kept, -1));
    for (int row = 0; row < columns.getFirst().cells().size(); row++) {
      lines.add(line(kept, row));
    }
    return lines;
  }

  /// The width when the last column is cut as short as it may be.
  private static int least(List<Column> columns) {
    return total(columns) - Math.max(0, columns.getLast().width() - LEAST);
  }

  private static int total(List<Column> columns) {
    return columns.stream().mapToInt(column -> GAP.length() + column.width()).sum();
  }

  private static String line(List<Column> columns, int row) {
    var line = new StringBuilder();
    for (Column column : columns) {
      line.append(GAP).append(column.cell(row < 0 ? column.head() : column.cells().get(row)));
    }
    return line.toString().stripTrailing();
  }
}
