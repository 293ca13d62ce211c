package dev.plumb.cli;

import dev.plumb.models.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb inspect`: what a saved model is, and where it comes from.
@Command(
    name = "inspect",
    customSynopsis = "plumb inspect MODEL [OPTIONS]",
    sortOptions = false,
    description = "Show what a saved model reads, gives and comes from.")
final class InspectCommand implements Runnable {
  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Parameters(paramLabel = "MODEL", description = "A file that plumb train wrote.")
  private Path file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  InspectCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    SavedModel model = ModelFile.read(file);
    if (json) {
      Json.print(screen, out -> write(model, out));
    } else {
      screen.print(new ModelPage(model, file).whole());
    }
  }

  private static void write(SavedModel model, Json json) throws IOException {
    json.object(all -> {
      all.name("card")
          .object(card -> {
            for (Map.Entry<String, String> fact : model.card().facts().entrySet()) {
              card.name(fact.getKey()).text(fact.getValue());
            }
          });
      all.name("columns")
          .array(columns -> {
            for (SavedModel.Column column : model.columns()) {
              columns.object(one -> {
                one.name("name").text(column.name());
                one.name("kind").text(column.isText() ? "text" : "numbers");
                if (column.isText()) {
                  one.name("levels").texts(column.levels());
                }
              });
            }
          });
    });
  }
}
