package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.util.List;

/// Whether a text is one select and nothing else, found by DuckDB's parser without running any of
/// it.
final class OneSelect {
  private OneSelect() {}

  /// @throws PlumbException when it is not; says where
  static void check(Database database, String sql) {
    String parsed = "json_serialize_sql(" + Database.quoted(sql) + ")";
    List<Object> answer =
        database
            .rows(
                """
                select parsed ->> '$.error_type', parsed ->> '$.error_message',
                  parsed ->> '$.position', json_array_length(parsed, '$.statements')
                from (select %s as parsed)\
                """
                    .formatted(parsed))
            .getFirst();
    if ("parser".equals(answer.get(0))) {
      long character = Long.parseLong(String.valueOf(answer.get(2))) + 1;
      throw new PlumbException(
          database.place() + ", character " + character + ": " + answer.get(1));
    }
    if (answer.get(0) != null || !Long.valueOf(1).equals(((Number) answer.get(3)).longValue())) {
      throw new PlumbException(
          database.place() + " is not one plain select; Plumb only reads, one select at a time");
    }
  }
}
