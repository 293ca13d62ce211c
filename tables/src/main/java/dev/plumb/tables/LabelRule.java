package dev.plumb.tables;

import dev.plumb.formula.Near;
import dev.plumb.training.Target;
import dev.plumb.training.Target.Kind;
import java.util.List;

/// Whether labels fit a kind of classes, and in which order they stand.
record LabelRule(TargetPlace place) {
  /// @param numeric whether the labels are numbers, which have an order of their own
  Target target(Labels found, Kind kind, boolean numeric) {
    if (kind == Kind.TWO_CLASSES && found.labels().size() != 2) {
      throw place.wrong(
          "has "
              + found.labels().size()
              + " different values ("
              + found.words()
              + "), not two; choose another kind");
    }
    if (found.labels().size() > Levels.MOST) {
      throw place.wrong(
          "has "
              + found.labels().size()
              + " different values, more than "
              + Levels.MOST
              + " classes; choose --kind number");
    }
    Labels ordered = kind == Kind.ORDINAL ? found.in(order(found, numeric)) : found;
    return new Target(place.name(), kind, ordered.numbers(), ordered.labels());
  }

  private List<String> order(Labels found, boolean numeric) {
    List<String> given = place.options().order();
    if (given.isEmpty()) {
      return numeric ? found.labels() : known(found);
    }
    for (String label : found.labels()) {
      if (!given.contains(label)) {
        throw place.wrong(
            "has the label " + label + ", which the order does not name" + Near.hint(label, given));
      }
    }
    return given;
  }

  private List<String> known(Labels found) {
    return Scales.order(found.labels())
        .orElseThrow(() ->
            place.wrong(
                "has labels of no known order ("
                    + found.words()
                    + "); give it, lowest first: --order low,middle,high"));
  }
}
