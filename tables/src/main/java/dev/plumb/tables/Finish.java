package dev.plumb.tables;

import dev.plumb.training.Feature;
import java.util.List;
import java.util.Optional;

/// From what was read to features: only the rows that are kept, and no column that teaches nothing.
///
/// @param table the name of the source
/// @param notes takes what is left out, and why
record Finish(String table, KeptRows kept, List<String> notes) {
  /// The feature; none for one that is missing or the same in every row.
  ///
  /// @throws dev.plumb.PlumbException when it holds infinity; names row and column
  Optional<Feature> feature(FeaturePlan plan) {
    return switch (plan) {
      case FeaturePlan.Numbers numbers -> numeric(numbers.name(), numbers.sink().values());
      case FeaturePlan.Codes codes -> categorical(codes);
      case FeaturePlan.LeftOut out -> leaveOut(out.name(), out.why());
    };
  }

  private Optional<Feature> numeric(String name, float[] all) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int place : kept.places()) {
      if (Float.isInfinite(all[place])) {
        throw new Cell(table, place + 1L, name)
            .wrong(
                "infinity, or a number beyond ±3.4e38, is no feature; leave it empty if it is"
                    + " missing, or exclude the column");
      }
      low = all[place] < low ? all[place] : low;
      high = all[place] > high ? all[place] : high;
    }
    if (low > high) {
      return leaveOut(name, "it is missing in every row");
    }
    return low == high
        ? leaveOut(name, Labels.text(low) + " in every row")
        : Optional.of(new Feature.Numeric(name, kept.of(all)));
  }

  private Optional<Feature> categorical(FeaturePlan.Codes plan) {
    int[] codes = kept.of(plan.sink().values());
    Feature.Categorical feature = Levels.used(plan.name(), codes, plan.levels());
    List<String> used = feature.levels();
    if (plan.levels() == FeaturePlan.HOURS && used.equals(List.of("00"))) {
      return Optional.empty(); // dates without a time of day
    }
    return used.size() > 1
        ? Optional.of(feature)
        : leaveOut(
            plan.name(),
            "it is " + (used.isEmpty() ? "missing" : used.getFirst()) + " in every row");
  }

  private Optional<Feature> leaveOut(String name, String why) {
    notes.add("column " + name + " is left out: " + why);
    return Optional.empty();
  }
}
