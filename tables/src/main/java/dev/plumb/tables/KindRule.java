package dev.plumb.tables;

import dev.plumb.training.Target.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What sort of thing a target is, found from its column. The first line that fits counts:
///
/// | the column holds | kind |
/// |---|---|
/// | two labels, or booleans | two classes |
/// | more labels, all of one scale that is known (`low`, `medium`, `high`), or in an order that was given | ordinal |
/// | more labels | many classes |
/// | exactly two different numbers, both whole | two classes |
/// | 3 to 20 different whole numbers without a gap from 0 or 1, and its name says class, label, target, digit … | many classes |
/// | whole numbers ≥ 0, and its name says count or number, or 0 occurs and the mean is at most 20 | count |
/// | numbers above 0 | positive |
/// | other numbers | number |
final class KindRule {
  private static final int MOST_CLASSES = 20;
  private static final double HIGHEST_MEAN_COUNT = 20;
  private static final int FEW = 10;

  private static final Set<String> CLASS_WORDS =
      Set.of(
          "class",
          "classes",
          "label",
          "labels",
          "target",
          "category",
          "species",
          "digit",
          "type",
          "kind",
          "group",
          "cluster");
  private static final Set<String> COUNT_WORDS = Set.of("count", "counts", "cnt", "number", "num");

  private KindRule() {}

  /// A kind, and what the user should know when the column can be read in another way.
  record Found(Kind kind, Optional<String> note) {}

  static Kind ofLabels(List<String> labels, List<String> order) {
    if (!order.isEmpty()) {
      return Kind.ORDINAL;
    }
    if (labels.size() == 2) {
      return Kind.TWO_CLASSES;
    }
    return Scales.order(labels).isPresent() ? Kind.ORDINAL : Kind.MANY_CLASSES;
  }

  static Found ofNumbers(String name, Spread spread) {
    Kind kind = kind(name, spread);
    boolean few = spread.wholeNumbers() && spread.different() <= FEW;
    return switch (kind) {
      case TWO_CLASSES -> {
        boolean usual = spread.high() == 1 && (spread.low() == 0 || spread.low() == -1);
        yield usual ? plain(kind) : noted(kind, name, spread, "number", "amounts");
      }
      case MANY_CLASSES, ORDINAL -> noted(kind, name, spread, "count", "counts");
      case COUNT, POSITIVE, NUMBER ->
          few ? noted(kind, name, spread, "ordinal", "ordered classes") : plain(kind);
    };
  }

  private static Kind kind(String name, Spread spread) {
    if (spread.wholeNumbers() && spread.different() == 2) {
      return Kind.TWO_CLASSES;
    }
    if (isNumbering(spread) && says(name, CLASS_WORDS)) {
      return Kind.MANY_CLASSES;
    }
    if (spread.wholeNumbers() && spread.low() >= 0 && isCounted(name, spread)) {
      return Kind.COUNT;
    }
    return spread.low() > 0 ? Kind.POSITIVE : Kind.NUMBER;
  }

  private static boolean isNumbering(Spread spread) {
    return spread.withoutGap()
        && (spread.low() == 0 || spread.low() == 1)
        && spread.different() <= MOST_CLASSES;
  }

  private static boolean isCounted(String name, Spread spread) {
    return says(name, COUNT_WORDS) || spread.hasZero() && spread.mean() <= HIGHEST_MEAN_COUNT;
  }

  /// Whether one of the words of a name, `n_count` or `petCount`, is among these.
  private static boolean says(String name, Set<String> words) {
    String apart = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.stream(apart.split("[^\\p{L}]+")).anyMatch(words::contains);
  }

  private static Found plain(Kind kind) {
    return new Found(kind, Optional.empty());
  }

  private static Found noted(
      Kind kind, String name, Spread spread, String other, String otherwise) {
    String note =
        "target %s holds %d different whole numbers from %s to %s, read as %s; --kind %s reads %s"
            .formatted(
                name,
                spread.different(),
                Labels.text(spread.low()),
                Labels.text(spread.high()),
                kind.text(),
                other,
                otherwise);
    return new Found(kind, Optional.of(note));
  }
}
