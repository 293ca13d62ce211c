package dev.plumb.formula;

/// A word of a text and where it stands.
///
/// @param text as written; for STRING and DOCUMENTATION without its marks
/// @param offset of its first character
record Token(Kind kind, String text, int offset) {
  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    STRING,
    DOCUMENTATION,
    END
  }

  /// How an error message speaks of it.
  String described() {
    return switch (kind) {
      case END -> "the end of the text";
      case STRING -> "\"" + text + "\"";
      case DOCUMENTATION -> "a line of documentation";
      case NUMBER, NAME, SYMBOL -> "'" + text + "'";
    };
  }
}
