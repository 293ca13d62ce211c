package dev.plumb.cli;

import dev.plumb.models.Predictions;
import dev.plumb.models.SavedModel;
import dev.plumb.models.WholeFile;
import dev.plumb.tables.Table;
import dev.plumb.tables.Wanted;
import dev.plumb.training.Feature;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb predict`: what a saved model says about the rows of a table.
@Command(
    name = "predict",
    customSynopsis = "plumb predict MODEL DATA --out FILE [OPTIONS]",
    sortOptions = false,
    description = "Predict the rows of a table by a saved model.")
final class PredictCommand implements Runnable {
  private static final int SHOWN = 5;

  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Parameters(index = "0", paramLabel = "MODEL", description = "A file that plumb train wrote.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description = "A .csv, .tsv, .parquet or .json file, or an SQL query in quotes.")
  private String data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the predictions go: .csv, .tsv, .parquet, .json or .ndjson.")
  private Path out;

  @Option(
      names = "--keep",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description = "Columns of the data that are written beside the predictions.")
  private List<String> keep = List.of();

  @Option(
      names = "--raw",
      description = "Write scores, as they are before the response of the loss.")
  private boolean raw;

  PredictCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Mistake.check(() -> Table.checkFormat(out));
    Mistake.check(() -> WholeFile.check(out));
    SavedModel model = ModelFile.read(file);
    try (Table table = Data.open(data)) {
      keep.forEach(name -> Data.requireColumn(table, name));
      List<Wanted> wanted =
          model.columns().stream().map(c -> new Wanted(c.name(), c.isText())).toList();
      List<Feature> features = table.features(wanted);
      model.unseen(features).forEach(this::say);
      Predictions predictions = model.predict(features, table.rows());
      table.write(out, keep, new PredictionColumns(model.card(), predictions).named(raw, keep));
      screen.say("%,d rows: %s".formatted(table.rows(), out));
    }
  }

  private void say(String column, SavedModel.Unseen unseen) {
    List<String> levels = unseen.levels();
    String some = String.join(", ", levels.stream().limit(SHOWN).toList());
    screen.say(
        "column %s: %,d %s %s, which the model has never seen; they count as missing"
            .formatted(
                column,
                unseen.rows(),
                unseen.rows() == 1 ? "row holds" : "rows hold",
                levels.size() > SHOWN ? some + ", … (%,d texts)".formatted(levels.size()) : some));
  }
}
