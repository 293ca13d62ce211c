package dev.plumb.cli;

import dev.plumb.tables.Table;
import dev.plumb.training.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/// The options that say how rows belong together, and what is chosen and judged on which of them.
final class Honesty {
  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "Learn from earlier rows only, by this column of dates or numbers.")
  private String time;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "Never divide rows of the same value of this column; nothing is learnt from it.")
  private String group;

  @Option(
      names = "--tune",
      description =
          "Choose the penalty and the losses' parameters by a cross-validation inside each fold.")
  private boolean tune;

  @Option(
      names = "--hold-out",
      paramLabel = "SHARE",
      description = "Judge the winner at the end on this share of the rows, set apart: 0.2.")
  private Double holdOut;

  private double[] moments;
  private double[] groups;

  void check() {
    if (holdOut != null && !(holdOut > 0 && holdOut <= 0.5)) {
      throw new Mistake("--hold-out %s: needs a share above 0, at most 0.5".formatted(holdOut));
    }
    if (time != null && group != null) {
      throw new Mistake("--time and --group deal folds in different ways: name one");
    }
  }

  /// The columns that are no features, with those that were excluded anyway.
  List<String> excluded(List<String> exclude) {
    var all = new ArrayList<>(exclude);
    if (group != null && !all.contains(group)) {
      all.add(group);
    }
    return all;
  }

  /// Reads the columns of the rows whose target is there.
  void read(Table table, String target) {
    if (time != null) {
      Data.requireColumn(table, time);
      moments = where(table, target, Mistake.unless(() -> table.moments(time)));
    }
    if (group != null) {
      Data.requireColumn(table, group);
      groups = where(table, target, table.groups(group));
    }
  }

  private static double[] where(Table table, String target, double[] values) {
    double[] present = table.groups(target);
    return IntStream.range(0, values.length)
        .filter(row -> !Double.isNaN(present[row]))
        .mapToDouble(row -> values[row])
        .toArray();
  }

  void tell(Comparison comparison) {
    if (moments != null) {
      comparison.time(moments);
    }
    if (groups != null) {
      comparison.groups(groups);
    }
    if (tune) {
      comparison.tuned();
    }
    if (holdOut != null) {
      comparison.holdOut(holdOut);
    }
  }
}
