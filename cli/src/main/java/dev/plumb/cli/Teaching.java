package dev.plumb.cli;

import dev.plumb.tables.Options;
import dev.plumb.tables.Reading;
import dev.plumb.tables.Table;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that say which columns a model learns from, and what it is to predict.
final class Teaching {
  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "The column to be predicted from the others.")
  private String target;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "What the target is: number, count, positive, two_classes, many_classes or ordinal; found"
              + " from the column unless told.")
  private String kind;

  @Option(
      names = "--order",
      split = ",",
      paramLabel = "LOW,…,HIGH",
      hideParamSyntax = true,
      description = "The labels of an ordinal target, lowest first.")
  private List<String> order = List.of();

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "The column of sample weights, each at least 0.")
  private String weight;

  @Option(
      names = "--exclude",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description = "Columns that the model must not learn from, or parts of dates: day.month.")
  private List<String> exclude = List.of();

  /// Reads the data that was typed.
  Reading read(String data) {
    return read(data, new Honesty());
  }

  /// The same, with the columns that say how rows belong together.
  Reading read(String data, Honesty honesty) {
    var options =
        new Options(
            target,
            Optional.ofNullable(kind).map(Kinds::named),
            order,
            Optional.ofNullable(weight),
            honesty.excluded(exclude));
    try (Table table = Data.open(data)) {
      Data.requireColumn(table, target);
      options.weight().ifPresent(name -> Data.requireColumn(table, name));
      exclude.stream()
          .filter(name -> !table.isPartOfDate(name))
          .forEach(name -> Data.requireColumn(table, name));
      honesty.read(table, target);
      return table.dataset(options);
    }
  }
}
