package dev.plumb.tables;

import dev.plumb.tables.Column.Type;
import dev.plumb.tables.Load.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  private static final int FIRST_ROWS = 2_000;
  private static final List<Type> CANDIDATES = List.of(Type.NUMBER, Type.DATE, Type.BOOLEAN);

  private final Database database;
  private final String scan;
  private final List<Raw> columns;
  private final List<String> notes;
  private List<Suspicion> suspicions = List.of();
  private long[] counts = {};

  TextTypes(Database database, String scan, List<Raw> columns, List<String> notes) {
    this.database = database;
    this.scan = scan;
    this.columns = columns;
    this.notes = notes;
  }

  /// A column of text and what it may hold.
  private record Suspicion(Raw column, List<Type> types) {}

  /// Reads all rows once, and counts what may be what.
  TextTypes count() {
    List<Raw> untyped = columns.stream().filter(Raw::untyped).toList();
    List<Suspicion> any = untyped.stream().map(raw -> new Suspicion(raw, CANDIDATES)).toList();
    String names = Load.names(columns.size());
    String first = "(select " + names + " from " + scan + " limit " + FIRST_ROWS + ")";
    suspicions = suspect(untyped, counts(any, first));
    counts = counts(suspicions, scan);
    return this;
  }

  /// The types of all columns, those that were known included.
  ///
  /// @throws dev.plumb.PlumbException when nearly all cells of a column are numbers or dates; names
  ///   the first other
  List<Type> find() {
    var types = new ArrayList<Type>();
    var untyped = suspicions.iterator();
    int at = 1;
    for (Raw raw : columns) {
      if (raw.untyped()) {
        Suspicion suspicion = untyped.next();
        types.add(confirm(suspicion, at));
        at += 1 + suspicion.types().size();
      } else {
        types.add(raw.type());
      }
    }
    return types;
  }

  /// How many rows, and of each column how many cells are there, and how many are of each suspected
  /// type.
  private long[] counts(List<Suspicion> suspicions, String rows) {
    var counts = new ArrayList<String>(List.of("count(*)"));
    for (Suspicion suspicion : suspicions) {
      String cell = suspicion.column().expression();
      counts.add("count(" + cell + ")");
      suspicion.types().forEach(type -> counts.add("count(" + converted(cell, type) + ")"));
    }
    return database.numbers("select " + String.join(", ", counts) + " from " + rows);
  }

  private List<Suspicion> suspect(List<Raw> untyped, long[] sample) {
    var suspicions = new ArrayList<Suspicion>();
    for (Raw raw : untyped) {
      int at = 1 + suspicions.size() * (1 + CANDIDATES.size());
      long present = sample[at];
      var types = new ArrayList<Type>();
      for (int k = 0; k < CANDIDATES.size(); k++) {
        if (sample[at + 1 + k] >= NEARLY_ALL * present) {
          types.add(CANDIDATES.get(k));
        }
      }
      noteNumbersAmongText(raw, types.isEmpty() ? sample[at + 1] : 0, present);
      suspicions.add(new Suspicion(raw, types));
    }
    return suspicions;
  }

  private Type confirm(Suspicion suspicion, int at) {
    long present = counts[at];
    for (int k = 0; present > 0 && k < suspicion.types().size(); k++) {
      Type type = suspicion.types().get(k);
      long fitting = counts[at + 1 + k];
      if (fitting == present) {
        return type;
      }
      if (fitting >= NEARLY_ALL * present && type != Type.BOOLEAN) {
        throw firstWrong(suspicion.column(), type);
      }
      noteNumbersAmongText(suspicion.column(), type == Type.NUMBER ? fitting : 0, present);
    }
    return Type.TEXT;
  }

  private void noteNumbersAmongText(Raw column, long numbers, long present) {
    if (numbers > MANY * present) {
      notes.add(
          String.format(
              Locale.ROOT,
              "column %s is read as text: %.0f %% of its values are numbers, the others are not",
              column.name(),
              Math.floor(100.0 * numbers / present)));
    }
  }

  private RuntimeException firstWrong(Raw column, Type type) {
    String cell = column.expression();
    List<Object> first =
        database
            .rows(
                "select row, cell from (select row_number() over () as row, %s as cell, %s as value from %s) where cell is not null and value is null order by row limit 1"
                    .formatted(cell, converted(cell, type), scan))
            .getFirst();
    long row = ((Number) first.get(0)).longValue();
    String what = type == Type.NUMBER ? " is not a number" : " is not a date (2012-02-29)";
    return new Cell(database.place(), row, column.name())
        .wrong(
            "\""
                + first.get(1)
                + "\""
                + what
                + "; correct it, or leave it empty if it is missing ("
                + Cell.MISSING
                + " count as missing too)");
  }

  private static String converted(String cell, Type type) {
    return type == Type.BOOLEAN
        ? "case when lower(" + cell + ") in ('true', 'false') then 1 end"
        : "try_cast(" + cell + " as " + type.stored() + ")";
  }
}
