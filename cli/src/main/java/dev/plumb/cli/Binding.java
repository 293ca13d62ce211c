package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Near;
import dev.plumb.tables.Column;
import dev.plumb.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which columns of a table hold the inputs of a loss.
///
/// @param columns for each prediction and target, in the order of the definition, its columns: one,
///   or one for each element of a row
/// @param classes the length of a row; 1 when no input is a row
record Binding(SequencedMap<Input, List<String>> columns, int classes) {

  /// Binds each input to the columns that were typed for it, else to those of its own name: `p`, or
  /// `z0`, `z1`, … for a row `z`.
  static Binding of(Loss loss, Table table, Map<String, String> typed) {
    List<Input> inputs =
        Stream.concat(
                loss.definition().predictions().stream(), loss.definition().targets().stream())
            .toList();
    requireKnown(loss, inputs, typed);
    var columns = new LinkedHashMap<Input, List<String>>();
    for (Input input : inputs) {
      columns.put(input, columns(loss, input, table, typed.get(input.name())));
    }
    columns.forEach((input, names) -> names.forEach(name -> requireNumbers(table, input, name)));
    return new Binding(columns, classes(columns));
  }

  /// Every column, input by input.
  List<String> names() {
    return columns.values().stream().flatMap(List::stream).toList();
  }

  private static void requireKnown(Loss loss, List<Input> inputs, Map<String, String> typed) {
    List<String> known = inputs.stream().map(Input::name).toList();
    for (String name : typed.keySet()) {
      if (!known.contains(name)) {
        throw new Mistake(
            "--bind %s=%s: %s has no input %s%s; it has %s"
                .formatted(
                    name,
                    typed.get(name),
                    loss.name(),
                    name,
                    Near.hint(name, known),
                    String.join(", ", known)));
      }
    }
  }

  private static List<String> columns(Loss loss, Input input, Table table, String typed) {
    if (typed == null) {
      return input.row() ? numbered(loss, input, table) : named(loss, input, table);
    }
    List<String> names = Stream.of(typed.split(",", -1)).map(String::strip).toList();
    if (!input.row() && names.size() > 1) {
      throw new Mistake(
          "--bind %s=%s: %s is one number a row, so bind one column"
              .formatted(input.name(), typed, input.name()));
    }
    for (String name : names) {
      Mistake.unless(() -> table.labels(name));
    }
    return names;
  }

  private static List<String> named(Loss loss, Input input, Table table) {
    if (!names(table).contains(input.name())) {
      throw missing(loss, input, table, "no column " + input.name(), "COLUMN");
    }
    return List.of(input.name());
  }

  /// `z0`, `z1`, … without a gap.
  private static List<String> numbered(Loss loss, Input input, Table table) {
    List<String> names = names(table);
    int count =
        (int) names.stream().filter(n -> n.matches(input.name() + "(0|[1-9][0-9]*)")).count();
    List<String> wanted = IntStream.range(0, count).mapToObj(k -> input.name() + k).toList();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw missing(loss, input, table, "a gap: no column " + name, "COLUMN,COLUMN,…");
      }
    }
    if (wanted.isEmpty()) {
      String row = "no columns %1$s0, %1$s1, …".formatted(input.name());
      throw missing(loss, input, table, row, "COLUMN,COLUMN,…");
    }
    return wanted;
  }

  private static Mistake missing(
      Loss loss, Input input, Table table, String what, String placeholder) {
    return new Mistake(
        "%s has %s for the input %s of %s; bind one: --bind %s=%s (it has %s)"
            .formatted(
                table.name(),
                what,
                input.name(),
                loss.name(),
                input.name(),
                placeholder,
                some(names(table))));
  }

  private static String some(List<String> names) {
    String list = String.join(", ", names.stream().limit(10).toList());
    return names.size() > 10 ? list + ", …" : list;
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /// Labels may stand for class numbers, not for amounts.
  private static void requireNumbers(Table table, Input input, String name) {
    boolean text =
        table.columns().stream()
            .anyMatch(c -> c.name().equals(name) && c.type() == Column.Type.TEXT);
    if (text && !(input.domain() instanceof Domain.ClassNumber)) {
      throw new Mistake(
          "%s: column %s holds text, but %s takes numbers; bind another column, or convert it by a query"
              .formatted(table.name(), name, input.name()));
    }
  }

  private static int classes(SequencedMap<Input, List<String>> columns) {
    var rows = new ArrayList<Map.Entry<Input, List<String>>>();
    columns.entrySet().stream().filter(e -> e.getKey().row()).forEach(rows::add);
    for (var row : rows) {
      int first = rows.getFirst().getValue().size();
      if (row.getValue().size() != first) {
        throw new Mistake(
            "the row %s has %d columns, but %s has %d; bind as many to each"
                .formatted(
                    rows.getFirst().getKey().name(),
                    first,
                    row.getKey().name(),
                    row.getValue().size()));
      }
    }
    return rows.isEmpty() ? 1 : rows.getFirst().getValue().size();
  }
}
