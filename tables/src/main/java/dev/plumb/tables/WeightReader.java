package dev.plumb.tables;

import dev.plumb.PlumbException;
import dev.plumb.tables.Column.Type;

/// The sample weights, each a number ≥ 0.
///
/// @param table the table
/// @param name the column's name
/// @param sink where they are read to
record WeightReader(Table table, String name, Sink.Doubles sink) {
  static WeightReader of(Table table, String name) {
    int column = table.index(name);
    if (table.type(column) != Type.NUMBER) {
      throw new PlumbException(
          table.place()
              + ": column "
              + name
              + " holds "
              + table.type(column).words()
              + "; weights are numbers, 0 or more");
    }
    return new WeightReader(table, name, new Sink.Doubles("c" + column, new double[table.rows()]));
  }

  /// The weights of the rows that are kept, checked.
  double[] weights(KeptRows kept) {
    double sum = 0;
    for (int place : kept.places()) {
      double weight = sink.values()[place];
      if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
        String found = Double.isNaN(weight) ? "a missing weight" : Labels.text(weight);
        throw new Cell(table.place(), place + 1L, name)
            .wrong(found + " is no weight; weights are finite numbers, 0 or more");
      }
      sum += weight;
    }
    if (sum == 0) {
      throw new PlumbException(
          table.place()
              + ": column "
              + name
              + " is 0 in every row; some row needs a weight above 0");
    }
    return kept.of(sink.values());
  }
}
