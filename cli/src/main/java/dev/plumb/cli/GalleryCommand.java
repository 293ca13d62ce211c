package dev.plumb.cli;

import dev.plumb.PlumbException;
import dev.plumb.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb gallery`: writes what the repository keeps of the catalogue in other forms. For those who
/// work on Plumb.
@Command(
    name = "gallery",
    hidden = true,
    description = "Write everything in the repository that is generated from the catalogue.")
final class GalleryCommand implements Runnable {
  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "The root of the repository; the folder that you are in, unless given.")
  private Path root;

  @Parameters(
      paramLabel = "NAME",
      description = "Write the pages of these losses only. Without any: of all, and remove others.")
  private List<String> names = new ArrayList<>();

  GalleryCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Lanes.open();
    var generated = new Generated(Catalogue.builtin(), root);
    try {
      int written = names.isEmpty() ? generated.write() : generated.write(names);
      screen.say("%d files written under %s; look at them with git diff".formatted(written, root));
    } catch (IOException e) {
      throw new PlumbException("the generated files cannot be written: " + e.getMessage(), e);
    }
  }
}
