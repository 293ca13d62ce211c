package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.formula.Near;
import dev.plumb.tables.Column.Type;
import dev.plumb.tables.Levels.Variety;
import dev.plumb.training.Feature;
import java.util.ArrayList;
import java.util.List;

/// The features that a model wants, all rows, whether or not they vary.
final class FeatureReader {
  private final Table table;
  private final Database database;

  FeatureReader(Table table, Database database) {
    this.table = table;
    this.database = database;
  }

  List<Feature> read(List<Wanted> wanted) {
    List<FeaturePlan> plans = wanted.stream().map(this::plan).toList();
    database.read(DatasetReader.sinks(plans), table.rows());
    var features = new ArrayList<Feature>();
    for (FeaturePlan plan : plans) {
      features.add(
          switch (plan) {
            case FeaturePlan.Numbers(var name, var sink) ->
                new Feature.Numeric(name, finite(name, sink.values()));
            case FeaturePlan.Codes(var name, var sink, var levels) ->
                Levels.used(name, sink.values(), levels);
            case FeaturePlan.LeftOut(var name, var why) ->
                throw new PlumbException(table.place() + ": column " + name + ": " + why);
          });
    }
    return features;
  }

  private FeaturePlan plan(Wanted wanted) {
    int column = column(wanted.name());
    Type type = table.type(column);
    Variety variety = type == Type.TEXT ? variety(column) : null;
    if (type == Type.TEXT && variety.different() == 0) {
      return missing(wanted);
    }
    if (type == Type.TEXT && wanted.text()) {
      var levels = new Levels(database).of(column);
      var codes = new Sink.Codes(Levels.code(column), new int[table.rows()]);
      return new FeaturePlan.Codes(wanted.name(), codes, levels);
    }
    return FeaturePlan.of(table, column, variety, new Levels(database)).stream()
        .filter(p -> p.name().equals(wanted.name()))
        .filter(p -> p instanceof FeaturePlan.Codes == wanted.text())
        .filter(p -> !(p instanceof FeaturePlan.LeftOut))
        .findFirst()
        .orElseThrow(() -> ofAnotherKind(wanted, type));
  }

  /// The column of a feature: of its own name, or the date of which it is a part.
  private int column(String name) {
    List<String> names = table.columns().stream().map(Column::name).toList();
    int named = names.indexOf(name);
    int own = named >= 0 ? named : table.date(name);
    if (own < 0) {
      String part =
          FeaturePlan.PARTS.contains(name.substring(name.lastIndexOf('.') + 1))
              ? ", nor a date of that part"
              : "";
      throw new PlumbException(
          "%s has no column %s%s, which the model reads%s"
              .formatted(table.place(), name, part, Near.hint(name, names)));
    }
    return own;
  }

  private Variety variety(int column) {
    return new Levels(database).varieties(List.of(column)).get(column);
  }

  private FeaturePlan missing(Wanted wanted) {
    int rows = table.rows();
    return wanted.text()
        ? new FeaturePlan.Codes(
            wanted.name(), new Sink.Codes("null::integer", new int[rows]), List.of())
        : new FeaturePlan.Numbers(wanted.name(), new Sink.Floats("null::double", new float[rows]));
  }

  private PlumbException ofAnotherKind(Wanted wanted, Type type) {
    return new PlumbException(
        "%s: column %s holds %s, and the model reads %s there; convert it by a query"
            .formatted(
                table.place(), wanted.name(), type.words(), wanted.text() ? "text" : "numbers"));
  }

  private float[] finite(String name, float[] values) {
    for (int row = 0; row < values.length; row++) {
      if (Float.isInfinite(values[row])) {
        throw new Cell(table.place(), row + 1L, name)
            .wrong("infinity, or a number beyond ±3.4e38; leave it empty if it is missing");
      }
    }
    return values;
  }
}
