package dev.plumb.tables;

import java.util.Optional;

/// A column of a table.
///
/// @param name as the source gives it, without spaces around
/// @param type what it holds
/// @param doubt of a column of text that may hold something else: why, and what to do, as a
///   sentence without its subject
public record Column(String name, Type type, Optional<String> doubt) {

  /// What a column holds.
  public enum Type {
    NUMBER("numbers", "double"),
    BOOLEAN("booleans", "boolean"),
    TEXT("text", "varchar"),
    /// dates, with or without a time of day
    DATE("dates", "timestamp"),
    /// lists, structures, bytes: not read
    OTHER("lists, structures or bytes", "varchar");

    private final String words;
    private final String stored;

    Type(String words, String stored) {
      this.words = words;
      this.stored = stored;
    }

    /// In words, as printed: `numbers`.
    public String words() {
      return words;
    }

    /// The DuckDB type in which such a column is stored.
    String stored() {
      return stored;
    }

    /// A cell of text as this type in SQL; null where it is missing or is not of it.
    String from(String cell) {
      return switch (this) {
        case NUMBER -> "try_cast(" + cell + " as " + stored + ")";
        case DATE, BOOLEAN -> "try_cast(trim(" + cell + ") as " + stored + ")";
        case TEXT, OTHER -> "cell(" + cell + ")";
      };
    }

    /// What DuckDB's type of this name holds.
    static Type of(String duckType) {
      String head = duckType.replaceFirst("[( ].*", "");
      if (duckType.endsWith("]")) {
        return OTHER;
      }
      return switch (head) {
        case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL" ->
            NUMBER;
        case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "BIGNUM" -> NUMBER;
        case "BOOLEAN" -> BOOLEAN;
        case "VARCHAR", "ENUM", "UUID", "TIME" -> TEXT;
        case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> DATE;
        default -> OTHER;
      };
    }
  }
}
