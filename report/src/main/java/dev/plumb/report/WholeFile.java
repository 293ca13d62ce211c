package dev.plumb.report;

import dev.plumb.PlumbException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A text file that is there whole or not at all.
final class WholeFile {
  private WholeFile() {}

  /// Writes beside the file, then moves onto it.
  static void write(Path file, String text) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new PlumbException(
          "the report cannot be written to %s: there is no folder %s; make it first, or name another"
              .formatted(file, folder));
    }
    if (Files.isDirectory(file)) {
      throw new PlumbException(
          "the report cannot be written to %s: it is a folder; name a file in it, like %s"
              .formatted(file, file.resolve("report.html")));
    }
    Path beside = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      move(beside, file);
    } catch (IOException e) {
      throw new PlumbException(
          "the report cannot be written to %s: %s".formatted(file, reason(e, folder)), e);
    } finally {
      remove(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e, Path folder) {
    return e instanceof AccessDeniedException
        ? "the folder " + folder + " may not be written"
        : String.valueOf(e.getMessage());
  }

  private static void remove(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      // It is hidden and harmless, and the first failure says more.
    }
  }
}
