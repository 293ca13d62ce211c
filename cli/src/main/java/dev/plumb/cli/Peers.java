package dev.plumb.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which losses other systems have, and what they are called here: `docs/comparison.csv`.
///
/// @param systems the names of the others
record Peers(List<String> systems, List<Row> rows) {
  private static final int BEFORE = 2;

  /// One loss of the field.
  ///
  /// @param names what it is called here; none where it is not here
  /// @param ticks for each system `x` where it has it, `o` where only as a mode of another, or
  ///   nothing
  /// @param why why it is not here, where it is not
  record Row(String loss, List<String> names, List<String> ticks, String why) {
    long systems() {
      return ticks.stream().filter(tick -> !tick.isEmpty()).count();
    }
  }

  static Peers read(String csv) {
    List<String> lines =
        csv.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    List<String> head = List.of(lines.getFirst().split(","));
    int columns = head.size();
    return new Peers(
        head.subList(BEFORE, columns - 1),
        lines.stream().skip(1).map(line -> row(line.split(",", columns))).toList());
  }

  private static Row row(String[] cells) {
    int last = cells.length - 1;
    return new Row(
        cells[0],
        cells[1].isEmpty() ? List.of() : List.of(cells[1].split(" ")),
        List.copyOf(Arrays.asList(cells).subList(BEFORE, last)),
        cells[last].replaceAll("^\"|\"$", ""));
  }

  /// The page of the documentation.
  ///
  /// @param count how many losses there are here
  String page(int count) {
    return Texts.read("comparison.md")
        .replace("{count}", Integer.toString(count))
        .replace("{shared}", Long.toString(rows.stream().filter(r -> r.systems() > 1).count()))
        .replace("{table}\n", table())
        .replace("{counts}", counts())
        .replace("{absent}\n", absent());
  }

  private String counts() {
    return IntStream.range(0, systems.size())
        .mapToObj(i ->
            systems.get(i) + " " + rows.stream().filter(r -> !r.ticks.get(i).isEmpty()).count())
        .collect(Collectors.joining(", "));
  }

  private String table() {
    var lines = new ArrayList<String>();
    lines.add(line(Stream.concat(Stream.of("loss", "Plumb"), systems.stream()).toList()));
    lines.add("|---|---|" + ":-:|".repeat(systems.size()));
    for (Row row : rows) {
      var cells = new ArrayList<String>();
      cells.add(row.loss);
      cells.add(row.names.isEmpty() ? "–" : code(row.names));
      row.ticks.forEach(tick -> cells.add(tick.replace("x", "✓")));
      lines.add(line(cells));
    }
    return String.join("\n", lines) + "\n";
  }

  private String absent() {
    return rows.stream()
        .filter(row -> row.names.isEmpty())
        .map(row -> "- **%s**: %s.\n".formatted(row.loss, row.why))
        .collect(Collectors.joining());
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
