package dev.plumb.cli;

import dev.plumb.models.SavedModel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The saved model that was typed.
final class ModelFile {
  private ModelFile() {}

  /// Reads it. A name that leads to no file is a mistake in what was typed; a file that is no model
  /// is work that fails.
  static SavedModel read(Path file) {
    return Files.isRegularFile(file)
        ? SavedModel.read(file)
        : Mistake.unless(() -> SavedModel.read(file));
  }
}
