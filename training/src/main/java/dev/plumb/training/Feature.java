package dev.plumb.training;

import java.util.List;

/// A column that a model may learn from.
public sealed interface Feature {
  /// The column's name, `temp_max`; a part of a date is named after both, `date.month`.
  String name();

  /// The number of rows.
  int rows();

  /// Numbers; NaN where missing.
  record Numeric(String name, float[] values) implements Feature {
    @Override
    public int rows() {
      return values.length;
    }
  }

  /// Categories as indices into `levels`; −1 where missing. Never expanded into columns of zeros
  /// and ones.
  record Categorical(String name, int[] codes, List<String> levels) implements Feature {
    public Categorical {
      levels = List.copyOf(levels);
    }

    @Override
    public int rows() {
      return codes.length;
    }
  }
}
