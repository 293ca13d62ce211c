package dev.plumb.training;

import java.util.List;

/// What is to be predicted.
///
/// @param name the column's name
/// @param kind what sort of thing it is, which decides the losses and metrics that fit
/// @param values the numbers; for classes the class number 0 … C − 1 of each row
/// @param labels the text of each class, in the order of the class numbers; empty for numbers
public record Target(String name, Kind kind, double[] values, List<String> labels) {
  public Target {
    labels = List.copyOf(labels);
  }

  /// What sort of thing a target is.
  public enum Kind {
    /// any number
    NUMBER("number"),
    /// 0, 1, 2, …
    COUNT("count"),
    /// a number above 0
    POSITIVE("positive"),
    /// one of two labels
    TWO_CLASSES("two classes"),
    /// one of several labels
    MANY_CLASSES("many classes"),
    /// one of several labels in an order
    ORDINAL("ordinal");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /// In words, as printed.
    public String text() {
      return text;
    }

    /// Whether the target is a label, not an amount.
    public boolean isClasses() {
      return this == TWO_CLASSES || this == MANY_CLASSES || this == ORDINAL;
    }
  }
}
