package dev.plumb.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A script of `peers/` in a process of its own: it names itself, then answers every line with a
/// line. Numbers go through files of a folder that is gone at the end.
public final class Script implements AutoCloseable {
  private static final String FAILED = "failed ";

  private final String script;
  private final Path folder;
  private final Process process;
  private final BufferedReader from;
  private final PrintWriter to;
  private final String name;

  /// @param script the file, `peer.py`
  /// @param threads for the libraries that ask the environment
  public Script(String script, int threads, String... arguments) {
    this.script = script;
    try {
      folder = Files.createTempDirectory("plumb-bench");
      var command = new ArrayList<>(List.of("/usr/bin/python3", "bench/peers/" + script));
      command.addAll(List.of(arguments));
      var builder = new ProcessBuilder(command);
      builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
      process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    name = line();
  }

  /// What it calls itself.
  public String name() {
    return name;
  }

  /// Its answer to a command.
  public String ask(String command) {
    to.println(command);
    String answer = line();
    if (answer.startsWith(FAILED)) {
      throw new IllegalStateException(name + ": " + answer.substring(FAILED.length()));
    }
    return answer;
  }

  private String line() {
    try {
      String line = from.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "peers/%s ended; are the packages python3-torch and python3-sklearn installed?"
                .formatted(script));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a file of numbers lies.
  public Path file(String file) {
    return folder.resolve(file);
  }

  /// Writes numbers for it to read.
  public Path write(String file, float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    try {
      return Files.write(file(file), bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes that it wrote, its lowest first.
  public ByteBuffer read(String file) {
    try {
      return ByteBuffer.wrap(Files.readAllBytes(file(file))).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    to.close();
    try (var files = Files.list(folder)) {
      process.waitFor();
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
