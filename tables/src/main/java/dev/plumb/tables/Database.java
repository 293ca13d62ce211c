package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// DuckDB in memory, confined to this machine's files.
final class Database implements AutoCloseable {
  private static final List<String> SETTINGS =
      List.of(
          "set preserve_insertion_order = true",
          "set timezone = 'UTC'",
          "set allow_community_extensions = false",
          Cell.MACRO,
          "set lock_configuration = true");

  private final DuckDBConnection connection;
  private final String place;

  private Database(DuckDBConnection connection, String place) {
    this.connection = connection;
    this.place = place;
  }

  /// An empty database.
  ///
  /// @param place the name of the source, which starts every complaint
  static Database open(String place) {
    try {
      var connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", confinement());
      var database = new Database(connection, place);
      SETTINGS.forEach(database::run);
      return database;
    } catch (SQLException e) {
      throw Complaint.of(place, e);
    }
  }

  private static Properties confinement() {
    var properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("allow_persistent_secrets", "false");
    properties.setProperty("temp_directory", spill().toString());
    return properties;
  }

  /// Where DuckDB puts what does not fit into memory. It makes the folder when it needs it, and
  /// removes it.
  private static Path spill() {
    String name = "plumb-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  /// The source's name.
  String place() {
    return place;
  }

  void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw Complaint.of(place, e);
    }
  }

  /// The rows of a small result.
  List<List<Object>> rows(String sql) {
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      var rows = new ArrayList<List<Object>>();
      while (result.next()) {
        var row = new ArrayList<Object>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw Complaint.of(place, e);
    }
  }

  /// The only row of a result that holds whole numbers; null, the sum of nothing, is 0.
  long[] numbers(String sql) {
    return rows(sql).getFirst().stream()
        .mapToLong(value -> value instanceof Number number ? number.longValue() : 0)
        .toArray();
  }

  /// The columns that a query gives, named as it names them and with DuckDB's types.
  List<Named> describe(String sql) {
    try (var statement = connection.prepareStatement(sql)) {
      var meta = statement.getMetaData();
      var columns = new ArrayList<Named>();
      for (int column = 1; column <= meta.getColumnCount(); column++) {
        columns.add(new Named(meta.getColumnName(column), meta.getColumnTypeName(column)));
      }
      return columns;
    } catch (SQLException e) {
      throw Complaint.of(place, e);
    }
  }

  /// A column of a query.
  record Named(String name, String type) {}

  /// Reads expressions over the table `data` into arrays, in one pass and in the order of its rows.
  ///
  /// @param rows how many there must be: a stream that meets damaged data ends early, without an
  ///   error
  void read(List<? extends Sink> sinks, int rows) {
    String expressions = String.join(", ", sinks.stream().map(Sink::expression).toList());
    try (var statement = connection.prepare("select " + expressions + " from data");
        var result = statement.query()) {
      int row = 0;
      while (result.nextChunk()) {
        var chunk = result.chunk();
        int count = Math.toIntExact(chunk.rowCount());
        for (int k = 0; k < sinks.size(); k++) {
          sinks.get(k).take(chunk.vector(k), row, count);
        }
        row += count;
      }
      if (row != rows) {
        throw damaged(sinks, row, rows);
      }
    } catch (SQLException e) {
      throw Complaint.of(place, e);
    }
  }

  /// Fills a temporary table row by row.
  DuckDBAppender appender(String temporary) throws SQLException {
    return connection.createAppender("temp", "main", temporary);
  }

  /// DuckDB says what is wrong with the data where it must give one row; its hashes make it read
  /// all of them.
  private PlumbException damaged(List<? extends Sink> sinks, int read, int rows) {
    sinks.forEach(sink -> rows("select max(hash(" + sink.expression() + ")) from data"));
    return new PlumbException(
        place + ": only " + read + " of " + rows + " rows can be read; the file has changed");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Complaint.of(place, e);
    }
  }

  /// Text as an SQL literal.
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
