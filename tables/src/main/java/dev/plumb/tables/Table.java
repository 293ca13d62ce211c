package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.formula.Near;
import dev.plumb.tables.Column.Type;
import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A table that lies in a file or comes out of an SQL query.
///
/// Opening one reads CSV, TSV and JSON into memory and runs a query; Parquet is read when its
/// columns are asked for. Where the cells of a text are not separated by commas, numbers may have a
/// decimal comma. A table is for one thread at a time.
public final class Table implements AutoCloseable {
  private final String name;
  private final Database database;
  private final List<Column> columns;
  private final List<String> notes;
  private final int rows;

  private Table(String name, Database database, Load.Loaded loaded, int rows) {
    this.name = name;
    this.database = database;
    this.columns = loaded.columns();
    this.notes = loaded.notes();
    this.rows = rows;
  }

  /// Opens a table.
  ///
  /// @param source the path of a file that ends in .csv, .tsv, .parquet, .json, .ndjson or .jsonl
  ///   (the texts also packed: .csv.gz), or an SQL query that starts with select, with or from and
  ///   may name files of the current folder: `select * from 'houses.csv' where price > 0`
  /// @throws PlumbException when there is no such file, when it holds no rows, when a row has more
  ///   or fewer cells than the header, when a few cells of a column of numbers are none, or when
  ///   the query fails
  public static Table open(String source) {
    Source found = Source.of(source);
    Database database = Database.open(found.name());
    try {
      Load.Loaded loaded = Load.from(found, database);
      return new Table(fileName(found), database, loaded, rows(found.name(), database));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// A table that is read in one line: `Table.read("houses.parquet").target("price")`.
  ///
  /// @param source as for [#open]
  public static Unread read(String source) {
    return new Unread(source);
  }

  /// A table that is opened when it is asked for its columns, and closed behind them.
  ///
  /// @param source as for [Table#open]
  public record Unread(String source) {
    /// All columns as features of a target.
    ///
    /// @throws PlumbException as [Table#open] and [Table#dataset]
    public Dataset target(String column) {
      try (Table table = open(source)) {
        return table.dataset(Options.target(column)).dataset();
      }
    }
  }

  private static String fileName(Source source) {
    return source instanceof Source.Query ? "query" : source.name();
  }

  private static int rows(String place, Database database) {
    long rows = database.numbers("select count(*) from data")[0];
    if (rows == 0) {
      throw new PlumbException(
          place + " has no rows, only columns; there is nothing to learn from");
    }
    if (rows > Integer.MAX_VALUE - 8) {
      throw new PlumbException(
          place + " has " + rows + " rows, more than an array holds; take a sample by a query");
    }
    return (int) rows;
  }

  /// The file's name, or `query`.
  public String name() {
    return name;
  }

  /// The columns in the order of the source.
  public List<Column> columns() {
    return columns;
  }

  /// The number of rows.
  public int rows() {
    return rows;
  }

  /// The columns as features and a target, in memory, rows in the order of the source.
  ///
  /// @throws PlumbException when a column that the options name is not there, when the target is
  ///   constant, missing everywhere or does not fit the kind asked for, or when a feature holds
  ///   infinity; names row and column
  public Reading dataset(Options options) {
    return new DatasetReader(this, database, notes, options).read();
  }

  /// The features that a model wants, rows in the order of the source.
  ///
  /// @throws PlumbException when there is no such column, it is of another kind, or it holds
  ///   infinity; names the column, and the row where there is one
  public List<Feature> features(List<Wanted> wanted) {
    return new FeatureReader(this, database).read(wanted);
  }

  /// Writes columns of this table and results beside them; the file is there whole or not at all.
  ///
  /// @param file whose name ends in .csv, .tsv, .parquet, .json or .ndjson
  /// @param kept names of columns of this table, written first
  /// @param results one value a row, rows in the order of the source
  /// @throws PlumbException when there is no such column, or the file cannot be written
  public void write(Path file, List<String> kept, List<Result> results) {
    new TableWriter(this, database).write(file, kept, results);
  }

  /// Finds out before the work whether a file's name says how it is to be written.
  ///
  /// @throws PlumbException when it does not
  public static void checkFormat(Path file) {
    TableWriter.format(file);
  }

  /// One column as numbers; see [#columns(List)].
  public double[] column(String name) {
    return columns(List.of(name)).getFirst();
  }

  /// Several columns as numbers, read in one pass: numbers as they are (infinities too), NaN where
  /// missing, false and true as 0 and 1, texts as the class numbers of their labels (see
  /// [#labels]).
  ///
  /// @throws PlumbException when there is no such column, or it cannot be read as numbers
  public List<double[]> columns(List<String> names) {
    return new NumberReader(this, database).read(names);
  }

  /// A column as numbers that grow with time: numbers as they are, dates as seconds; NaN where
  /// missing.
  ///
  /// @throws PlumbException when there is no such column, or it holds neither
  public double[] moments(String name) {
    return new NumberReader(this, database).moments(name);
  }

  /// A column, of any kind, as numbers that are the same where its cells are; NaN where missing.
  ///
  /// @throws PlumbException when there is no such column
  public double[] groups(String name) {
    return new NumberReader(this, database).groups(name);
  }

  /// The labels behind the class numbers that [#column] gives: the different texts of a column of
  /// text, false and true for booleans, none for numbers.
  public List<String> labels(String name) {
    return new NumberReader(this, database).labels(index(name));
  }

  /// The place of a column in the table.
  ///
  /// @throws PlumbException when there is none of this name; names near ones
  int index(String name) {
    for (int k = 0; k < columns.size(); k++) {
      if (columns.get(k).name().equals(name)) {
        return k;
      }
    }
    List<String> known = columns.stream().map(Column::name).toList();
    String hint = Near.hint(name, known);
    throw new PlumbException(
        place() + " has no column " + name + (hint.isEmpty() ? "; it has " + some(known) : hint));
  }

  /// Whether a name is of a part of a column of dates, `date.month`, and not of a column.
  public boolean isPartOfDate(String name) {
    return columns.stream().noneMatch(column -> column.name().equals(name)) && date(name) >= 0;
  }

  /// The place of the column of dates of which a name is a part, or -1.
  int date(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0 || !FeaturePlan.PARTS.contains(name.substring(dot + 1))) {
      return -1;
    }
    String whole = name.substring(0, dot);
    return IntStream.range(0, columns.size())
        .filter(k -> columns.get(k).name().equals(whole) && type(k) == Type.DATE)
        .findFirst()
        .orElse(-1);
  }

  /// The source as complaints name it.
  String place() {
    return database.place();
  }

  /// The first names of a list in words, and how many there are where that is not all.
  static String some(List<String> names) {
    int shown = 10;
    String list = String.join(", ", names.stream().limit(shown).toList());
    return names.size() > shown ? list + ", … (" + names.size() + " columns)" : list;
  }

  Type type(int column) {
    return columns.get(column).type();
  }

  @Override
  public void close() {
    database.close();
  }
}
