package dev.plumb.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// Results as Markdown: a line a case, a column for each contender.
final class Table {
  private final SequencedSet<String> columns = new LinkedHashSet<>();
  private final List<Map<String, String>> lines = new ArrayList<>();

  /// Adds a line; its last cell is in the last column of the table as well.
  void add(SequencedMap<String, String> line) {
    columns.remove(line.lastEntry().getKey());
    columns.addAll(line.sequencedKeySet());
    columns.addLast(line.lastEntry().getKey());
    lines.add(line);
  }

  String markdown() {
    var text = new StringBuilder();
    text.append(line(column -> column));
    text.append(line(column -> column.equals("loss") ? "---" : "--:"));
    for (Map<String, String> line : lines) {
      text.append(line(column -> line.getOrDefault(column, "")));
    }
    return text.toString();
  }

  private String line(java.util.function.UnaryOperator<String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 9.95 ? "%.2f" : "%.1f", ratio);
  }
}
