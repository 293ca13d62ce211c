package dev.plumb.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A browser without a window, which reads a page from the disk.
///
/// @param program its path
/// @param folder a fresh one, for its profile and its answers
record Browser(Path program, Path folder) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final long PATIENCE_SECONDS = 180;

  /// What it made of a page.
  ///
  /// @param document the page after its scripts ran
  /// @param console what it wrote to its console
  record Visit(String document, List<String> console) {}

  /// The one on this machine.
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Visit visit(Path page) throws IOException, InterruptedException {
    Path document = folder.resolve("document.html");
    Path log = folder.resolve("log.txt");
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--virtual-time-budget=20000",
            "--user-data-dir=" + folder.resolve("profile"),
            "--dump-dom",
            page.toUri().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(document.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      throw new IOException(
          "the browser had not read the page after %d s:%n%s"
              .formatted(PATIENCE_SECONDS, Files.readString(log)));
    }
    try (var lines = Files.lines(log)) {
      return new Visit(
          Files.readString(document), lines.filter(line -> line.contains(":CONSOLE")).toList());
    }
  }
}
