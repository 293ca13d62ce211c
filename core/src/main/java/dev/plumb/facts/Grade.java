package dev.plumb.facts;

/// How a check went.
public enum Grade {
  OK("ok"),
  WARNING("warning"),
  FAIL("FAIL");

  private final String word;

  Grade(String word) {
    this.word = word;
  }

  /// `ok`, `warning`, `FAIL`.
  public String text() {
    return word;
  }
}
