package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DuckDB's errors in one line.
final class Complaint {
  private static final Pattern KIND = Pattern.compile("^(?:[A-Z][\\w-]* )+Error: ");
  private static final Pattern TABLE = Pattern.compile("Table with name (.+?) does not exist!.*");
  private static final Pattern LINE = Pattern.compile("\\s*LINE \\d+: .*", Pattern.DOTALL);
  private static final Pattern NO_PARQUET = Pattern.compile("No magic bytes found.*");

  private Complaint() {}

  /// The first paragraph of the message, without DuckDB's kind of error, its advice about options
  /// and its excerpt.
  static PlumbException of(String place, SQLException cause) {
    String text = KIND.matcher(String.valueOf(cause.getMessage())).replaceFirst("");
    String line = LINE.matcher(text).replaceFirst("").split("\n\\s*\n")[0];
    String tidy = line.strip().replaceAll("\\s*\n\\s*", " ");
    return new PlumbException(place + ": " + known(withoutFile(tidy, place)), cause);
  }

  private static String known(String line) {
    Matcher table = TABLE.matcher(line);
    if (table.matches()) {
      return "there is no table " + table.group(1) + "; name a file in quotes: from 'houses.csv'";
    }
    if (line.contains("requires the extension") || line.contains("Missing Extension")) {
      return line + "; Plumb reads files on this machine only, as .csv, .parquet or .json";
    }
    if (NO_PARQUET.matcher(line).matches()) {
      return "is no Parquet file, or was cut off; write it again";
    }
    return line;
  }

  /// The path of the file that the place names already.
  private static String withoutFile(String line, String place) {
    return line.replaceFirst("(?: in)? file \"[^\"]*" + Pattern.quote(place) + "\"", "");
  }
}
