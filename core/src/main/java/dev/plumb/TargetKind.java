package dev.plumb;

import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;

/// What a target tells about classes.
enum TargetKind {
  /// the number of a class
  CLASS,
  /// one of two values: −1 and 1, or 0 and 1
  EITHER,
  /// a number from 0 to 1, the share of class 1
  SHARE,
  /// a row of numbers from 0 to 1, each a share
  SHARES,
  /// a row of probabilities
  SIMPLEX,
  /// nothing
  NONE;

  static TargetKind of(Input target) {
    return switch (target.domain()) {
      case Domain.ClassNumber _ -> target.row() ? NONE : CLASS;
      case Domain.Simplex _ -> SIMPLEX;
      case Domain.Values(var values) -> target.row() || values.size() != 2 ? NONE : EITHER;
      case Domain.Interval(var low, var high, var from, var to) when from && to ->
          low != 0 || high != 1 ? NONE : target.row() ? SHARES : SHARE;
      case Domain.Interval _ -> NONE;
    };
  }

  /// Whether the target's row, or the row it points into, has one element a class.
  boolean hasRow() {
    return this == CLASS || this == SIMPLEX;
  }
}
