package dev.plumb.facts;

/// Whether a loss is convex along a prediction, and how that is known.
public sealed interface Convexity {
  /// Convex, by the rules of convexity.
  ///
  /// @param why the rule
  record Proved(String why) implements Convexity {}

  /// Not convex: in the middle between two points the loss is higher than their mean.
  ///
  /// @param a one point: an array for each input
  /// @param b the other, which differs in the prediction only
  /// @param excess how much higher the loss is in the middle than the mean of the ends
  /// @param witness the two points in words
  record Refuted(double[][] a, double[][] b, double excess, String witness) implements Convexity {}

  /// Neither proved nor refuted.
  record NotKnown() implements Convexity {}

  /// Whether it is proved to be convex.
  default boolean isProved() {
    return this instanceof Proved;
  }

  /// Whether there is a witness against it.
  default boolean isRefuted() {
    return this instanceof Refuted;
  }

  /// In one or two words.
  default String text() {
    return switch (this) {
      case Proved _ -> "convex";
      case Refuted _ -> "not convex";
      case NotKnown _ -> "convexity not known";
    };
  }
}
