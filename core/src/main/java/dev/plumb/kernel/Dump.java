package dev.plumb.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps the class files of kernels for whoever wants to read them with `javap`: the system
/// property `dev.plumb.kernels` names a folder.
final class Dump {
  private static final String FOLDER = System.getProperty("dev.plumb.kernels");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Dump() {}

  static void write(byte[] bytes, Plan plan) {
    if (FOLDER == null) {
      return;
    }
    String name = "%04d-%s-%s".formatted(COUNT.incrementAndGet(), plan.layout(), plan.precision());
    try {
      Path folder = Files.createDirectories(Path.of(FOLDER));
      Files.write(folder.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".class"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
