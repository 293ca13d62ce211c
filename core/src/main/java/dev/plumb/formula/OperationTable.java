package dev.plumb.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// Reads `operations.table`.
final class OperationTable {
  private static final SequencedMap<String, Operation> ROWS = read();
  private static final Map<String, Formula> PARSED = new ConcurrentHashMap<>();

  private OperationTable() {}

  static Optional<Operation> find(String name, int arity) {
    return Optional.ofNullable(ROWS.get(key(name, arity)));
  }

  static List<Operation> all() {
    return List.copyOf(ROWS.values());
  }

  /// A text of an operation's row, read over the names of its arguments.
  static Formula formula(Operation operation, String text) {
    return PARSED.computeIfAbsent(operation.arguments() + " -> " + text, _ -> Parser.formula(text));
  }

  private static String key(String name, int arity) {
    return name + "/" + arity;
  }

  private static SequencedMap<String, Operation> read() {
    var rows = new LinkedHashMap<String, Operation>();
    for (String line : text().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        Operation operation = row(line);
        if (rows.put(key(operation.name(), operation.arity()), operation) != null) {
          throw new IllegalStateException("operations.table has two rows for " + operation);
        }
      }
    }
    return rows;
  }

  private static Operation row(String line) {
    String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (cells.length < 2) {
      throw new IllegalStateException("operations.table has a row without derivatives: " + line);
    }
    String head = cells[0];
    int open = head.indexOf('(');
    int close = head.indexOf(')');
    List<String> arguments = List.of(head.substring(open + 1, close).split(", *"));
    return new Operation(
        head.substring(0, open),
        arguments,
        head.endsWith("[][]") ? Shape.PAIRS : head.endsWith("[]") ? Shape.ROW : Shape.NUMBER,
        Arrays.stream(cells[1].split(";")).map(String::strip).toList(),
        cell(cells, 2).isEmpty() ? Optional.empty() : Optional.of(interval(cell(cells, 2))),
        cell(cells, 3),
        cell(cells, 4));
  }

  private static Domain.Interval interval(String text) {
    var ends = new ArrayList<Double>();
    for (String end : text.substring(1, text.length() - 1).split(", *")) {
      ends.add(Double.parseDouble(end.replace("inf", "Infinity")));
    }
    return new Domain.Interval(ends.get(0), ends.get(1), text.startsWith("["), text.endsWith("]"));
  }

  private static String cell(String[] cells, int index) {
    return index < cells.length ? cells[index] : "";
  }

  private static String text() {
    try (InputStream in = OperationTable.class.getResourceAsStream("operations.table")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("operations.table cannot be read", e);
    }
  }
}
