package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.tables.Load.Raw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CSV and its kin, read as text; the dialect is fixed here, so that nothing about it is guessed
/// from the rows.
final class DelimitedText {
  private static final Pattern COUNTS = Pattern.compile("(?s).*Columns: (\\d+) Found: (\\d+).*");

  private final Path path;
  private final Header header;
  private final Database database;

  DelimitedText(Source.Delimited source, Database database) {
    this.path = source.path();
    this.header = Header.read(path, source.delimiter());
    this.database = database;
  }

  /// The columns, all of text whose meaning is to be found.
  List<Raw> columns() {
    var columns = new ArrayList<Raw>();
    for (String name : header.names()) {
      columns.add(new Raw(name, "c" + columns.size(), null));
    }
    return columns;
  }

  /// The forms that columns may have beside the usual ones. Between commas no number has a decimal
  /// one.
  List<Form> local() {
    return header.delimiter() == ','
        ? List.of(Form.DAY_FIRST, Form.THOUSANDS, Form.DRESSED)
        : List.of(Form.DECIMAL_COMMA, Form.DAY_FIRST, Form.THOUSANDS, Form.DRESSED);
  }

  /// The rows in SQL. Rows that cannot be split are kept apart, for [#checkRows].
  String scan() {
    return """
    read_csv(%s, skip = %d, delim = %s, columns = {%s}, auto_detect = false, header = false,
    nullstr = %s, quote = '"', escape = '"', hive_partitioning = false, store_rejects = true)\
    """
        .formatted(
            Load.literal(path),
            header.lines(),
            Database.quoted(String.valueOf(header.delimiter())),
            Load.names(header.names().size()).replaceAll("c\\d+", "'$0': 'VARCHAR'"),
            Cell.markers());
  }

  /// Complains about the first row that could not be split, once the whole file has been read.
  void checkRows() {
    List<List<Object>> rejected =
        database.rows(
            "select line, error_type::varchar, error_message from reject_errors"
                + " order by line limit 1");
    if (!rejected.isEmpty()) {
      List<Object> first = rejected.getFirst();
      long line = ((Number) first.get(0)).longValue();
      String what = wrong(first.get(1).toString(), first.get(2).toString());
      throw new PlumbException(
          database.place() + " row " + row(line) + " (line " + line + "): " + what);
    }
  }

  private long row(long line) {
    try (TextFile text = TextFile.open(path)) {
      for (int passed = 0; passed < header.lines(); passed++) {
        text.line();
      }
      return line - header.lines() - text.emptyLines(line - header.lines());
    } catch (IOException e) {
      throw new PlumbException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String wrong(String type, String message) {
    Matcher counts = COUNTS.matcher(message);
    if (counts.matches()) {
      String found = counts.group(2) + (counts.group(2).equals("1") ? " value" : " values");
      return found
          + ", but the header names "
          + counts.group(1)
          + (Integer.parseInt(counts.group(2)) > Integer.parseInt(counts.group(1))
              ? " columns; put values that hold a delimiter in quotes"
              : " columns; write an empty value between delimiters where one is missing");
    }
    return switch (type) {
      case "UNQUOTED VALUE" ->
          "a quote is opened and not closed rightly; write a quote within quotes twice";
      case "INVALID ENCODING" -> "not UTF-8 text; save the file as UTF-8";
      case "LINE SIZE OVER MAXIMUM" -> "longer than 2 MB; is a quote opened and never closed?";
      default -> message.replaceAll("\\s+", " ");
    };
  }
}
