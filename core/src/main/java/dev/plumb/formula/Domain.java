package dev.plumb.formula;

import java.util.List;
import java.util.stream.Collectors;

/// The home of a number: what an input or a parameter may be. Domains drive the checks of data, the
/// random tests, the plots and the documentation.
public sealed interface Domain {
  /// Every real number.
  Domain REALS = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);

  /// Whether a single number lies inside. For a simplex this asks about one element.
  boolean contains(double value);

  /// As written in the language: `[0, inf)`, `{-1, 1}`, `class`, `simplex`.
  String text();

  /// The interval that holds every number of this domain.
  Interval hull();

  /// An interval of the real line; either end may be infinite.
  record Interval(double low, double high, boolean lowInclusive, boolean highInclusive)
      implements Domain {
    @Override
    public boolean contains(double value) {
      return (value > low || (lowInclusive && value == low) || low == Double.NEGATIVE_INFINITY)
          && (value < high || (highInclusive && value == high) || high == Double.POSITIVE_INFINITY);
    }

    @Override
    public String text() {
      return (lowInclusive ? "[" : "(")
          + Numbers.text(low)
          + ", "
          + Numbers.text(high)
          + (highInclusive ? "]" : ")");
    }

    @Override
    public Interval hull() {
      return this;
    }

    /// Whether this is the whole real line.
    public boolean unbounded() {
      return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    }
  }

  /// A few numbers: the labels −1 and 1 of a margin loss.
  record Values(List<Double> values) implements Domain {
    public Values {
      values = List.copyOf(values);
    }

    @Override
    public boolean contains(double value) {
      return values.stream().anyMatch(v -> v == value);
    }

    @Override
    public String text() {
      return values.stream().map(Numbers::text).collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public Interval hull() {
      return new Interval(
          values.stream().mapToDouble(v -> v).min().orElseThrow(),
          values.stream().mapToDouble(v -> v).max().orElseThrow(),
          true,
          true);
    }
  }

  /// A class number: 0, 1, … , C − 1, where C is the length of the row it points into.
  record ClassNumber() implements Domain {
    @Override
    public boolean contains(double value) {
      return value >= 0 && value == Math.rint(value) && value < Double.POSITIVE_INFINITY;
    }

    @Override
    public String text() {
      return "class";
    }

    @Override
    public Interval hull() {
      return new Interval(0, Double.POSITIVE_INFINITY, true, false);
    }
  }

  /// A row of probabilities: none negative, together 1.
  record Simplex() implements Domain {
    @Override
    public boolean contains(double value) {
      return value >= 0 && value <= 1;
    }

    @Override
    public String text() {
      return "simplex";
    }

    @Override
    public Interval hull() {
      return new Interval(0, 1, true, true);
    }
  }
}
