package dev.plumb.tables;

import dev.plumb.tables.Column.Type;
import dev.plumb.tables.Load.Raw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Finds what columns of text hold. The first rows suggest it, all rows confirm it.
///
/// A column holds numbers when every cell that is not missing is one; dates and booleans (`true`,
/// `false`) likewise. Where nearly all cells are numbers or dates, the others are taken for errors
/// and the first is complained about, because a column read as text by mistake would mislead in
/// silence. Otherwise it holds text.
final class TextTypes {
  /// From this share on, the rest of a column is an error.
  private static final double NEARLY_ALL = 0.8;

  /// From this share on, a column of text deserves a note.
  private static final double MANY = 0.5;

  private static final int FIRST_ROWS = 1_000;
  private static final List<Type> CANDIDATES = List.of(Type.NUMBER, Type.DATE, Type.BOOLEAN);

  private final Database database;
  private final String scan;
  private final List<Raw> columns;
  private final List<String> notes;
  private final Map<Raw, Tally> tallies = new HashMap<>();

  TextTypes(Database database, String scan, List<Raw> columns, List<String> notes) {
    this.database = database;
    this.scan = scan;
    this.columns = columns;
    this.notes = notes;
  }

  /// Reads the first rows, then all rows, and counts what may be what.
  TextTypes count() {
    String names = Load.names(columns.size());
    String first = "(select " + names + " from " + scan + " limit " + FIRST_ROWS + ")";
    List<Tally> asked =
        columns.stream().filter(Raw::untyped).map(raw -> Tally.of(raw, CANDIDATES)).toList();
    List<Tally> suspected = count(asked, first).stream().map(this::suspected).toList();
    count(suspected, scan).forEach(tally -> tallies.put(tally.column(), tally));
    return this;
  }

  private Tally suspected(Tally sample) {
    List<Type> types =
        CANDIDATES.stream().filter(type -> sample.share(type) >= NEARLY_ALL).toList();
    if (types.isEmpty()) {
      noteNumbersAmongText(sample);
    }
    return Tally.of(sample.column(), types);
  }

  /// Counts quickly, then once more where that leaves a doubt.
  private List<Tally> count(List<Tally> asked, String rows) {
    List<Tally> quick = run(asked, rows);
    List<Tally> doubtful = quick.stream().filter(Tally::isDoubtful).map(Tally::exactly).toList();
    var exact = run(doubtful, rows).iterator();
    return quick.stream().map(tally -> tally.isDoubtful() ? exact.next() : tally).toList();
  }

  private List<Tally> run(List<Tally> asked, String rows) {
    if (asked.isEmpty()) {
      return List.of();
    }
    String counts = String.join(", ", asked.stream().map(Tally::sql).toList());
    long[] found = database.numbers("select " + counts + " from " + rows);
    var counted = new ArrayList<Tally>();
    int at = 0;
    for (Tally tally : asked) {
      counted.add(tally.with(found, at));
      at += tally.width();
    }
    return counted;
  }

  /// The types of all columns, those that were known included.
  ///
  /// @throws dev.plumb.PlumbException when nearly all cells of a column are numbers or dates; names
  ///   the first other
  List<Type> find() {
    return columns.stream()
        .map(raw -> raw.untyped() ? type(tallies.get(raw)) : raw.type())
        .toList();
  }

  private Type type(Tally tally) {
    for (Type type : tally.types()) {
      if (tally.present() > 0 && tally.share(type) == 1) {
        return type;
      }
    }
    for (Type type : tally.types()) {
      if (tally.present() > 0 && tally.share(type) >= NEARLY_ALL && type != Type.BOOLEAN) {
        throw firstWrong(tally.column(), type);
      }
    }
    noteNumbersAmongText(tally);
    return Type.TEXT;
  }

  private void noteNumbersAmongText(Tally tally) {
    if (tally.types().contains(Type.NUMBER)
        && tally.present() > 0
        && tally.share(Type.NUMBER) > MANY) {
      notes.add(
          String.format(
              Locale.ROOT,
              "column %s is read as text: %.0f %% of its values are numbers, the others are not",
              tally.column().name(),
              Math.floor(100 * tally.share(Type.NUMBER))));
    }
  }

  private RuntimeException firstWrong(Raw column, Type type) {
    String wrong =
        """
        select row, cell(text) from (select row_number() over () as row, %s as text from %s)
        where cell(text) is not null and %s is null order by row limit 1\
        """
            .formatted(column.expression(), scan, type.from("text"));
    List<Object> first = database.rows(wrong).getFirst();
    String what = type == Type.NUMBER ? " is not a number" : " is not a date (2012-02-29)";
    return new Cell(database.place(), ((Number) first.get(0)).longValue(), column.name())
        .wrong(
            "\""
                + first.get(1)
                + "\""
                + what
                + "; correct it, or leave it empty if it is missing ("
                + Cell.MISSING
                + " count as missing too)");
  }
}
