package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.tables.Levels.Variety;
import dev.plumb.training.Target;
import java.util.List;

/// The column that is to be predicted, as it is read: numbers, or codes of labels.
sealed interface TargetReader permits NumberTarget, LabelTarget {
  /// Where it is read to.
  Sink sink();

  /// The rows where it is not missing.
  ///
  /// @throws PlumbException when there are none
  KeptRows kept();

  /// The target, checked against its kind.
  Target target(KeptRows kept, List<String> notes);

  /// A reader for the column that the options name.
  ///
  /// @param variety of the column, when it holds text
  static TargetReader of(Table table, Options options, Variety variety, Levels levels) {
    int column = table.index(options.target());
    String cell = "c" + column;
    var place = new TargetPlace(table.place(), options);
    return switch (table.type(column)) {
      case NUMBER -> new NumberTarget(place, new Sink.Doubles(cell, new double[table.rows()]));
      case BOOLEAN ->
          new LabelTarget(
              place,
              new Sink.Codes(cell + "::integer", new int[table.rows()]),
              List.of("false", "true"));
      case TEXT -> {
        place.checkVariety(variety, table.columns().get(column).doubt());
        List<String> labels = levels.of(column);
        yield new LabelTarget(
            place, new Sink.Codes(Levels.code(column), new int[table.rows()]), labels);
      }
      case DATE, OTHER ->
          throw place.wrong(
              "holds "
                  + table.type(column).words()
                  + "; a target holds numbers, booleans or labels: convert it by a query");
    };
  }
}
