package dev.plumb.tables;

import dev.plumb.training.Target;
import dev.plumb.training.Target.Kind;
import java.util.List;
import java.util.function.DoublePredicate;

/// A target of numbers.
record NumberTarget(TargetPlace place, Sink.Doubles sink) implements TargetReader {
  @Override
  public KeptRows kept() {
    return place.kept(sink.values().length, row -> !Double.isNaN(sink.values()[row]));
  }

  @Override
  public Target target(KeptRows kept, List<String> notes) {
    check(kept, Double::isFinite, "is no target; leave it empty if it is missing");
    double[] values = kept.of(sink.values());
    Spread spread = Spread.of(values);
    if (spread.low() == spread.high()) {
      throw place.wrong(
          "is "
              + Labels.text(spread.low())
              + " "
              + Labels.everywhere(values.length)
              + "; there is nothing to learn");
    }
    Kind kind = kind(spread, notes);
    return switch (kind) {
      case NUMBER -> number(kind, values);
      case COUNT -> {
        check(kept, v -> v >= 0 && v == Math.rint(v), "is no count (0, 1, 2, …); " + otherwise());
        yield number(kind, values);
      }
      case POSITIVE -> {
        check(kept, value -> value > 0, "is not above 0; " + otherwise());
        yield number(kind, values);
      }
      case TWO_CLASSES, MANY_CLASSES, ORDINAL ->
          new LabelRule(place).target(Labels.of(values), kind, true);
    };
  }

  private Kind kind(Spread spread, List<String> notes) {
    return place
        .options()
        .kind()
        .orElseGet(() -> {
          if (!place.options().order().isEmpty()) {
            return Kind.ORDINAL;
          }
          var found = KindRule.ofNumbers(place.name(), spread);
          found.note().ifPresent(notes::add);
          return found.kind();
        });
  }

  private Target number(Kind kind, double[] values) {
    return new Target(place.name(), kind, values, List.of());
  }

  private void check(KeptRows kept, DoublePredicate isRight, String wrong) {
    for (int row : kept.places()) {
      if (!isRight.test(sink.values()[row])) {
        throw place.cell(row).wrong(Labels.text(sink.values()[row]) + " " + wrong);
      }
    }
  }

  private static String otherwise() {
    return "correct it, or choose --kind number";
  }
}
