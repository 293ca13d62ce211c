package dev.plumb.facts;

import java.util.Locale;

/// A place where a loss or its slope jumps along a prediction.
///
/// @param where the border in the formula: `p = y`
/// @param of what jumps
/// @param sample a sample on the border: an array for each input
/// @param jump by how much, from below the border to above it
public record Kink(String where, Of of, double[][] sample, double jump) {
  /// What jumps.
  public enum Of {
    VALUE,
    SLOPE
  }

  /// In words: `the slope jumps by 2 where p = y`.
  public String text() {
    return "the %s jumps by %s where %s"
        .formatted(of.name().toLowerCase(Locale.ROOT), Words.rounded(jump), where);
  }
}
