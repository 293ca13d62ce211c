package dev.plumb.cli;

import dev.plumb.PlumbException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a report is to go; found out before the work, not after it.
final class ReportPath {
  private ReportPath() {}

  /// @param file null when no report is wanted
  /// @throws PlumbException when a file cannot be written there
  static Path check(Path file) {
    if (file == null) {
      return null;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw unwritable(file, "it is a folder; name a file in it");
    }
    if (!Files.isDirectory(folder)) {
      throw unwritable(file, "there is no folder " + folder + "; make it first, or name another");
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(file, "the folder " + folder + " may not be written");
    }
    return file;
  }

  private static PlumbException unwritable(Path file, String why) {
    return new PlumbException("the report cannot be written to %s: %s".formatted(file, why));
  }
}
