package dev.plumb.facts;

import java.util.List;
import java.util.StringJoiner;

/// The facts of a loss along one of its predictions, the other inputs held fixed.
///
/// @param prediction the name of the prediction
/// @param convexity whether it is convex in it (for a row, in the whole row)
/// @param kinks where the loss or its slope jumps
/// @param lipschitz how steep
/// @param influence how hard it pulls far out
/// @param curvature what to divide by
public record Along(
    String prediction,
    Convexity convexity,
    List<Kink> kinks,
    Lipschitz lipschitz,
    Influence influence,
    Curvature curvature) {
  public Along {
    kinks = List.copyOf(kinks);
  }

  /// Whether neither the loss nor its slope jumps anywhere.
  public boolean isSmooth() {
    return kinks.isEmpty();
  }

  /// `smooth`, `kink where p = y`, `jump where p = y`.
  public String smoothness() {
    if (kinks.isEmpty()) {
      return "smooth";
    }
    var words = new StringJoiner(", ");
    kinks.stream()
        .limit(2)
        .forEach(
            k -> words.add((k.of() == Kink.Of.VALUE ? "jump" : "kink") + " where " + k.where()));
    return words.toString();
  }

  /// `convex in s`.
  public String shape() {
    return convexity.text() + " in " + prediction;
  }
}
