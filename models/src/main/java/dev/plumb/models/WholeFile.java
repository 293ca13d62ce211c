package dev.plumb.models;

import dev.plumb.PlumbException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is there whole or not at all, also when the process is killed or the power fails
/// while it is written.
public final class WholeFile {
  private WholeFile() {}

  /// Finds out before the work whether a file can be written there.
  ///
  /// @throws PlumbException when it cannot
  public static void check(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw unwritable(file, "it is a folder; name a file in it", null);
    }
    if (!Files.isDirectory(folder)) {
      throw unwritable(
          file, "there is no folder " + folder + "; make it first, or name another", null);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(file, "the folder " + folder + " may not be written", null);
    }
  }

  /// Writes beside the file, to the disk, then moves onto it. What a killed process left beside is
  /// written over.
  ///
  /// @throws PlumbException when it cannot be written
  public static void write(Path file, byte[] bytes) {
    check(file);
    Path beside = beside(file);
    try {
      try (var channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(
          file, e instanceof AccessDeniedException ? "it may not be written" : e.getMessage(), e);
    }
  }

  /// Removes a file and what a killed process left beside it.
  ///
  /// @throws PlumbException when it cannot be removed
  public static void remove(Path file) {
    try {
      Files.deleteIfExists(beside(file));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new PlumbException(file + " cannot be removed: " + e.getMessage(), e);
    }
  }

  /// Where a file is written before it is whole.
  public static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  private static PlumbException unwritable(Path file, String why, IOException cause) {
    return new PlumbException("%s cannot be written: %s".formatted(file, why), cause);
  }
}
