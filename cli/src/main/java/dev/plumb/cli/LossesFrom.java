package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The option that lets a command know a user's own losses by their names.
final class LossesFrom {
  @Option(
      names = "--losses-from",
      paramLabel = "FILE",
      description =
          "A .loss file of your own, whose names count beside the catalogue's. May be repeated.")
  private List<Path> files = new ArrayList<>();

  /// The catalogue that comes with Plumb, and the files that were typed.
  Catalogue catalogue() {
    Catalogue all = Catalogue.builtin();
    for (Path file : files) {
      all = all.with(read(file));
    }
    return all;
  }

  /// The loss that a text names.
  Loss loss(String text) {
    Catalogue all = catalogue();
    return Mistake.unless(() -> Loss.of(text, all));
  }

  private static Catalogue read(Path file) {
    try {
      return Catalogue.read(file);
    } catch (IOException e) {
      String why = Files.exists(file) ? "it is no text file" : "no such file";
      throw new Mistake("the loss file " + file + " cannot be read: " + why);
    }
  }
}
