package dev.plumb.tables;

import dev.plumb.tables.Levels.Variety;
import dev.plumb.training.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is read of each column, and which columns teach nothing.
final class FeaturePlan {
  private static final List<String> MONTHS =
      List.of(
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> HOURS =
      IntStream.range(0, 24).mapToObj("%02d"::formatted).toList();

  private final Table table;
  private final Levels levels;
  private final Map<Integer, Variety> varieties;
  private final List<String> notes;

  FeaturePlan(
      Table table, Levels levels, Map<Integer, Variety> varieties, List<String> notes) {
    this.table = table;
    this.levels = levels;
    this.varieties = varieties;
    this.notes = notes;
  }

  /// A feature to be read.
  ///
  /// @param levels the labels of codes; empty for numbers
  record Planned(String name, Sink sink, List<String> levels) {}

  /// The features of a column: none for one that is left out, several for dates.
  List<Planned> of(int column) {
    String name = table.columns().get(column).name();
    String cell = "c" + column;
    return switch (table.type(column)) {
      case NUMBER -> List.of(numbers(name, cell));
      case BOOLEAN -> List.of(numbers(name, cell + "::integer::double"));
      case TEXT -> text(name, column, varieties.get(column));
      case DATE ->
          List.of(
              numbers(name + ".year", "year(" + cell + ")::double"),
              codes(name + ".month", "month(" + cell + ")::integer - 1", MONTHS),
              codes(name + ".weekday", "isodow(" + cell + ")::integer - 1", DAYS),
              codes(name + ".hour", "hour(" + cell + ")::integer", HOURS));
      case OTHER -> leaveOut(name, "it holds " + table.type(column).words());
    };
  }

  private List<Planned> text(String name, int column, Variety variety) {
    if (variety.different() == 0) {
      return leaveOut(name, "it is missing in every row");
    }
    if (variety.isIdentifier() || variety.isTooMany()) {
      return leaveOut(
          name, variety.words() + (variety.isIdentifier() ? ", an identifier" : ", too many"));
    }
    return List.of(codes(name, Levels.code(column), levels.of(column)));
  }

  private Planned numbers(String name, String expression) {
    return new Planned(name, new Sink.Floats(expression, new float[table.rows()]), List.of());
  }

  private Planned codes(String name, String expression, List<String> levels) {
    return new Planned(name, new Sink.Codes(expression, new int[table.rows()]), levels);
  }

  /// The feature, once it has been read; none when it is the same in every row.
  Optional<Feature> finish(Planned planned, KeptRows kept) {
    return switch (planned.sink()) {
      case Sink.Floats floats -> numeric(planned.name(), floats.values(), kept);
      case Sink.Codes codes -> categorical(planned, kept.of(codes.values()));
      case Sink.Doubles doubles -> throw new IllegalStateException("features are float: " + doubles);
    };
  }

  private Optional<Feature> numeric(String name, float[] all, KeptRows kept) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int place : kept.places()) {
      if (Float.isInfinite(all[place])) {
        throw new Cell(table.place(), place + 1L, name)
            .wrong(
                "infinity, or a number beyond ±3.4e38, is no feature; leave it empty if it is"
                    + " missing, or exclude the column");
      }
      low = all[place] < low ? all[place] : low;
      high = all[place] > high ? all[place] : high;
    }
    if (low >= high) {
      String why = low > high ? "it is missing in every row" : Labels.text(low) + " in every row";
      leaveOut(name, why);
      return Optional.empty();
    }
    return Optional.of(new Feature.Numeric(name, kept.of(all)));
  }

  private Optional<Feature> categorical(Planned planned, int[] codes) {
    Feature.Categorical feature = Levels.used(planned.name(), codes, planned.levels());
    boolean dateWithoutTime = planned.levels() == HOURS && feature.levels().equals(List.of("00"));
    if (feature.levels().size() > 1) {
      return Optional.of(feature);
    }
    if (!dateWithoutTime) {
      String only = feature.levels().isEmpty() ? "missing" : feature.levels().getFirst();
      leaveOut(planned.name(), "it is " + only + " in every row");
    }
    return Optional.empty();
  }

  private List<Planned> leaveOut(String name, String why) {
    notes.add("column " + name + " is left out: " + why);
    return List.of();
  }
}
