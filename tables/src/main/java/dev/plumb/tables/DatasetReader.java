package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.tables.Column.Type;
import dev.plumb.tables.Levels.Variety;
import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import dev.plumb.training.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// From a table to a data set, in one pass over its rows.
final class DatasetReader {
  private final Table table;
  private final Database database;
  private final Options options;
  private final List<String> notes;

  DatasetReader(Table table, Database database, List<String> notes, Options options) {
    this.table = table;
    this.database = database;
    this.options = options;
    this.notes = new ArrayList<>(notes);
  }

  Reading read() {
    int target = table.index(options.target());
    checkOrder();
    List<Integer> features = features(target);
    var levels = new Levels(database);
    Map<Integer, Variety> varieties = levels.varieties(texts(target, features));
    var targetReader = TargetReader.of(table, options, varieties.get(target), levels);
    var weights = options.weight().map(name -> WeightReader.of(table, name));
    List<FeaturePlan> plans =
        features.stream()
            .flatMap(k -> FeaturePlan.of(table, k, varieties.get(k), levels).stream())
            .filter(plan -> !options.exclude().contains(plan.name()))
            .toList();

    var sinks = new ArrayList<Sink>(List.of(targetReader.sink()));
    weights.ifPresent(reader -> sinks.add(reader.sink()));
    sinks.addAll(sinks(plans));
    database.read(sinks, table.rows());

    KeptRows kept = targetReader.kept();
    noteDropped(kept);
    var read = targetReader.target(kept, notes);
    double[] weight = weights.map(reader -> reader.weights(kept)).orElse(null);
    var finish = new Finish(table.place(), kept, notes);
    List<Feature> columns = plans.stream().flatMap(p -> finish.feature(p).stream()).toList();
    if (columns.isEmpty()) {
      String why = notes.isEmpty() ? "" : ": " + String.join("; ", notes);
      throw new PlumbException(table.place() + " has no column left to learn from" + why);
    }
    return new Reading(new Dataset(table.name(), columns, read, weight), notes);
  }

  private void checkOrder() {
    options
        .kind()
        .filter(kind -> kind != Target.Kind.ORDINAL && !options.order().isEmpty())
        .ifPresent(kind -> {
          throw new PlumbException(
              "an order of labels makes target "
                  + options.target()
                  + " ordinal; leave out the order or --kind "
                  + kind.text());
        });
  }

  static List<Sink> sinks(List<FeaturePlan> plans) {
    var sinks = new ArrayList<Sink>();
    for (FeaturePlan plan : plans) {
      switch (plan) {
        case FeaturePlan.Numbers numbers -> sinks.add(numbers.sink());
        case FeaturePlan.Codes codes -> sinks.add(codes.sink());
        case FeaturePlan.LeftOut out -> {}
      }
    }
    return sinks;
  }

  /// The columns that are neither target nor weight nor excluded.
  private List<Integer> features(int target) {
    List<Integer> excluded =
        options.exclude().stream()
            .filter(name -> !table.isPartOfDate(name))
            .map(table::index)
            .toList();
    if (excluded.contains(target)) {
      throw new PlumbException("column " + options.target() + " is the target; do not exclude it");
    }
    int weight = options.weight().map(table::index).orElse(-1);
    if (weight == target) {
      throw new PlumbException(
          "column " + options.target() + " is the target; it cannot be the weight too");
    }
    return IntStream.range(0, table.columns().size())
        .filter(k -> k != target && k != weight && !excluded.contains(k))
        .boxed()
        .toList();
  }

  private List<Integer> texts(int target, List<Integer> features) {
    return Stream.concat(Stream.of(target), features.stream())
        .filter(k -> table.type(k) == Type.TEXT)
        .toList();
  }

  private void noteDropped(KeptRows kept) {
    if (kept.dropped() > 0) {
      String rows = kept.dropped() == 1 ? "row is" : "rows are";
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d %s left out: target %s is missing there",
              kept.dropped(),
              rows,
              options.target()));
    }
  }
}
