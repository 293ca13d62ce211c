package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.tables.Column.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Loads a source as the table `data` of a database, its columns named `c0`, `c1`, … there.
///
/// Files without types are copied into memory, and so is the result of a query, so that it runs
/// once; Parquet is read where it lies.
final class Load {
  private static final String JSON_OPTIONS =
      ", sample_size = -1, maximum_depth = 2, convert_strings_to_integers = false";

  private final Database database;
  private final List<String> notes = new ArrayList<>();

  private Load(Database database) {
    this.database = database;
  }

  /// The columns of the source, and what was decided about them.
  record Loaded(List<Column> columns, List<String> notes) {}

  /// A column before it is loaded: an SQL expression over the source.
  ///
  /// @param type what it holds; null when that is to be found from its text
  record Raw(String name, String expression, Type type) {
    boolean untyped() {
      return type == null;
    }

    /// A column of text whose form was found.
    Found found(Form form, Optional<String> doubt) {
      return new Found(name, form.type(), form.from(expression), doubt);
    }

    /// A column whose type was known.
    Found found() {
      boolean read = type != Type.OTHER;
      String stored = read ? expression + "::" + type.stored() : "null::varchar";
      return new Found(name, type, stored, Optional.empty());
    }
  }

  /// A column as it is loaded.
  ///
  /// @param expression what is stored, in SQL over the source
  /// @param doubt as of a [Column]
  record Found(String name, Type type, String expression, Optional<String> doubt) {}

  static Loaded from(Source source, Database database) {
    var load = new Load(database);
    List<Column> columns =
        switch (source) {
          case Source.Delimited text -> load.delimited(new DelimitedText(text, database));
          case Source.Json json -> load.json(scan("read_json", json.path(), JSON_OPTIONS));
          case Source.Parquet parquet -> load.parquet(scan("read_parquet", parquet.path(), ""));
          case Source.Query query -> load.query(query.sql());
        };
    return new Loaded(columns, List.copyOf(load.notes));
  }

  private static String scan(String function, Path path, String options) {
    return function + "(" + literal(path) + options + ", hive_partitioning = false)";
  }

  /// A path as an SQL literal, in which `*`, `?` and `[` are letters.
  static String literal(Path path) {
    return Database.quoted(path.toString().replaceAll("[*?\\[]", "[$0]"));
  }

  private List<Column> delimited(DelimitedText text) {
    List<Raw> raws = text.columns();
    checkNames(raws.stream().map(Raw::name).toList());
    TextTypes types = new TextTypes(database, text.scan(), raws, text.local(), notes).count();
    text.checkRows();
    return store("temp table", text.scan(), types.find());
  }

  /// JSON columns whose values are of several types are text, whose meaning is to be found.
  private List<Column> json(String scan) {
    var raws = new ArrayList<Raw>();
    for (Database.Named column : described("select * from " + scan)) {
      String name = "c" + raws.size();
      raws.add(
          column.type().equals("JSON")
              ? new Raw(column.name(), "cell(" + name + " ->> '$')", null)
              : new Raw(column.name(), name, Type.of(column.type())));
    }
    String source = source(scan, raws.size());
    var types = new TextTypes(database, source, raws, List.of(), notes);
    return store("temp table", source, types.count().find());
  }

  private List<Column> parquet(String scan) {
    return typed("temp view", scan, described("select * from " + scan));
  }

  private List<Column> query(String sql) {
    OneSelect.check(database, sql);
    return typed("temp table", "(" + sql + "\n)", described(sql));
  }

  private List<Column> typed(String as, String scan, List<Database.Named> described) {
    var raws = new ArrayList<Raw>();
    for (Database.Named column : described) {
      raws.add(new Raw(column.name(), "c" + raws.size(), Type.of(column.type())));
    }
    return store(as, source(scan, raws.size()), raws.stream().map(Raw::found).toList());
  }

  private List<Database.Named> described(String select) {
    List<Database.Named> found = database.describe(select);
    checkNames(found.stream().map(Database.Named::name).toList());
    return found;
  }

  private static String source(String scan, int columns) {
    return scan + " as source(" + names(columns) + ")";
  }

  private List<Column> store(String as, String scan, List<Found> found) {
    var columns = new ArrayList<Column>();
    var expressions = new ArrayList<String>();
    for (Found one : found) {
      expressions.add(one.expression() + " as c" + columns.size());
      columns.add(new Column(one.name(), one.type(), one.doubt()));
    }
    database.run(
        "create " + as + " data as select " + String.join(", ", expressions) + " from " + scan);
    return List.copyOf(columns);
  }

  /// `c0, c1, …`
  static String names(int columns) {
    var names = new ArrayList<String>();
    for (int k = 0; k < columns; k++) {
      names.add("c" + k);
    }
    return String.join(", ", names);
  }

  private void checkNames(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new PlumbException(
            database.place() + ": two columns are named " + name + "; give each its own name");
      }
    }
  }
}
