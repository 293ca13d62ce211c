package dev.plumb.tables;

import dev.plumb.training.Feature;
import dev.plumb.training.Target;
import dev.plumb.training.Target.Kind;
import java.util.List;

/// A target of labels.
record LabelTarget(TargetPlace place, Sink.Codes sink, List<String> labels)
    implements TargetReader {
  @Override
  public KeptRows kept() {
    return place.kept(sink.values().length, row -> sink.values()[row] >= 0);
  }

  @Override
  public Target target(KeptRows kept, List<String> notes) {
    Feature.Categorical used = Levels.used(place.name(), kept.of(sink.values()), labels);
    var found = new Labels(used.codes(), used.levels());
    if (found.labels().size() == 1) {
      throw place.wrong(
          "has one class only, "
              + found.words()
              + ", "
              + Labels.everywhere(kept.count())
              + "; there is nothing to tell apart");
    }
    if (!found.alike().isEmpty()) {
      notes.add(
          "target %s has labels that differ in case alone, and are classes of their own: %s"
              .formatted(place.name(), found.alike()));
    }
    Kind kind =
        place.options().kind().orElse(KindRule.ofLabels(found.labels(), place.options().order()));
    return switch (kind) {
      case NUMBER, COUNT -> numbers(found, kind);
      case POSITIVE -> throw noNumbers(found, kind);
      case TWO_CLASSES, MANY_CLASSES, ORDINAL -> new LabelRule(place).target(found, kind, false);
    };
  }

  /// False and true are the numbers 0 and 1; other labels are none.
  private Target numbers(Labels found, Kind kind) {
    if (!found.labels().equals(List.of("false", "true"))) {
      throw noNumbers(found, kind);
    }
    return new Target(place.name(), kind, found.numbers(), List.of());
  }

  private RuntimeException noNumbers(Labels found, Kind kind) {
    return place.wrong(
        "holds labels ("
            + found.words()
            + "), not numbers, which kind "
            + kind.text()
            + " requires; choose another kind");
  }
}
