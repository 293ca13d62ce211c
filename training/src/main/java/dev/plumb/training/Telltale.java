package dev.plumb.training;

import dev.plumb.training.statistics.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the columns that are the target in other words: `churn_flag` beside the target `churn`, an
/// amount in another unit. Every loss learns such a column, so a comparison on it says little, and
/// what is known only after the target is of no use to a prediction.
///
/// A column is looked at by itself. It tells a class when no level of it, or no number between two
/// of one class, is of another class; it tells an amount when the amount is a straight line of it,
/// or when each of its few levels has one amount.
final class Telltale {
  /// How many columns a note names.
  private static final int NAMED = 3;

  /// Below so many rows a column agrees with the target by chance.
  private static final int ROWS = 20;

  /// A class, or an end of a line, of fewer rows than that is no evidence.
  static final int FEW = 5;

  /// Of fewer rows a level is nearly a name for each row, and any column of names tells anything.
  private static final int ROWS_A_LEVEL = 10;

  /// So many rows are looked at first: nearly every column contradicts itself among them.
  private static final int SAMPLE = 4096;

  private final Target target;
  private final double[] y;
  private final int[] rows;
  private final int[] sample;
  private final double range;

  private Telltale(Dataset data, int[] rows) {
    this.target = data.target();
    this.y = target.values();
    double[] weights = data.weights();
    this.rows =
        weights == null ? rows : Arrays.stream(rows).filter(row -> weights[row] > 0).toArray();
    this.sample = sample(this.rows);
    double[] some = Arrays.stream(sample).mapToDouble(row -> y[row]).toArray();
    this.range =
        target.kind().isClasses()
            ? 0
            : Quantiles.quantile(some, null, 0.75) - Quantiles.quantile(some, null, 0.25);
  }

  /// A note that names the columns that tell the target; none where there is no such column.
  ///
  /// @param rows that take part; of these, rows of weight 0 do not count
  static List<String> notes(Dataset data, int[] rows) {
    List<Feature> telling = of(data, rows);
    return telling.isEmpty() ? List.of() : List.of(note(telling, data.target().name()));
  }

  /// The columns that tell the target, in their order.
  static List<Feature> of(Dataset data, int[] rows) {
    var telltale = new Telltale(data, rows);
    return data.features().stream().filter(telltale::tells).toList();
  }

  private static String note(List<Feature> telling, String target) {
    List<String> names = telling.stream().limit(NAMED).map(Feature::name).toList();
    int others = telling.size() - names.size();
    String exclude =
        names.stream().map(Telltale::quoted).collect(Collectors.joining(","))
            + (others > 0 ? ",…" : "");
    String columns =
        telling.size() == 1
            ? "Column " + names.getFirst()
            : "Each of the columns " + listed(names, others);
    String leave =
        telling.size() == 1
            ? "if it is known only afterwards, leave it out"
            : "leave out what is known only afterwards";
    return "%s alone tells %s in every row that has it: %s (--exclude %s)."
        .formatted(columns, target, leave, exclude);
  }

  /// `a, b and c`, or `a, b, c and 2 others`; of one name only where there are others.
  static String listed(List<String> names, int others) {
    if (others > 0) {
      return "%s and %d %s"
          .formatted(String.join(", ", names), others, others == 1 ? "other" : "others");
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /// A name as a shell takes it.
  private static String quoted(String name) {
    return name.matches("[\\w.:-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }

  /// At even distances, for neighbours are often of one class.
  private static int[] sample(int[] rows) {
    int size = Math.min(SAMPLE, rows.length);
    return IntStream.range(0, size).map(i -> rows[(int) ((long) i * rows.length / size)]).toArray();
  }

  private boolean tells(Feature feature) {
    int[] some = present(feature, sample);
    if (some.length == 0 || !agrees(feature, some)) {
      return false;
    }
    int[] all = present(feature, rows);
    return all.length >= ROWS
        && 2L * all.length >= rows.length
        && agrees(feature, all)
        && isEvidence(feature, all);
  }

  /// The rows in which a column is not missing.
  private static int[] present(Feature feature, int[] rows) {
    return switch (feature) {
      case Feature.Numeric(_, var values) ->
          Arrays.stream(rows).filter(row -> !Float.isNaN(values[row])).toArray();
      case Feature.Categorical(_, var codes, _) ->
          Arrays.stream(rows).filter(row -> codes[row] >= 0).toArray();
    };
  }

  /// Whether no row contradicts that the column tells the target.
  private boolean agrees(Feature feature, int[] present) {
    return switch (feature) {
      case Feature.Categorical(_, var codes, var levels) ->
          targets(codes, levels.size(), present).length > 0;
      case Feature.Numeric(_, var values) ->
          target.kind().isClasses() ? areApart(values, present) : line(values, present).holds();
    };
  }

  /// Whether rows that agree are more than chance.
  private boolean isEvidence(Feature feature, int[] present) {
    boolean classes = target.kind().isClasses();
    return switch (feature) {
      case Feature.Categorical(_, var codes, var levels) -> {
        double[] told =
            Arrays.stream(targets(codes, levels.size(), present))
                .filter(level -> !Double.isNaN(level))
                .toArray();
        yield (long) ROWS_A_LEVEL * told.length <= present.length
            && (classes ? areClasses(present) : Arrays.stream(told).distinct().count() > FEW);
      }
      case Feature.Numeric(_, var values) ->
          classes ? areClasses(present) : line(values, present).isEvidence();
    };
  }

  private StraightLine line(float[] values, int[] present) {
    return StraightLine.of(values, y, present, range);
  }

  /// The one target of each level, NaN where no row has the level; nothing where a level has two.
  private double[] targets(int[] codes, int levels, int[] present) {
    var targets = new double[levels];
    Arrays.fill(targets, Double.NaN);
    for (int row : present) {
      double before = targets[codes[row]];
      if (!Double.isNaN(before) && before != y[row]) {
        return new double[0];
      }
      targets[codes[row]] = y[row];
    }
    return targets;
  }

  /// Whether the numbers of each class lie in an interval of their own. In their order, each
  /// interval then ends before the next begins.
  private boolean areApart(float[] values, int[] present) {
    var lowest = new double[target.labels().size()];
    var highest = new double[lowest.length];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (int row : present) {
      int label = (int) y[row];
      lowest[label] = Math.min(lowest[label], values[row]);
      highest[label] = Math.max(highest[label], values[row]);
    }
    double[] begins = Arrays.stream(lowest).filter(Double::isFinite).sorted().toArray();
    double[] ends = Arrays.stream(highest).filter(Double::isFinite).sorted().toArray();
    return IntStream.range(1, begins.length).allMatch(k -> ends[k - 1] < begins[k]);
  }

  /// Whether two classes or more have enough rows, and those [#ROWS] together.
  private boolean areClasses(int[] present) {
    var counts = new int[target.labels().size()];
    for (int row : present) {
      counts[(int) y[row]]++;
    }
    int[] enough = Arrays.stream(counts).filter(count -> count >= FEW).toArray();
    return enough.length >= 2 && Arrays.stream(enough).sum() >= ROWS;
  }
}
