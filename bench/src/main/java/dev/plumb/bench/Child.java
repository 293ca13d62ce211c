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
import java.util.Optional;

/// A peer in a process of its own, which waits for its turn: `peers/peer.py`.
final class Child implements Peer {
  private static final String FAILED = "failed ";

  private final String word;
  private final int threads;
  private final Path folder;
  private final Process process;
  private final BufferedReader from;
  private final PrintWriter to;
  private final String name;

  /// @param word which peer the script is to be: `torch`, `sklearn`, `sklearn-hessian`
  Child(String word, Options options) {
    this.word = word;
    this.threads = options.threads();
    try {
      folder = Files.createTempDirectory("plumb-bench");
      process =
          new ProcessBuilder(
                  "/usr/bin/python3", "bench/peers/peer.py", word, options.cpu() ? "--cpu" : "")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    name = line() + (word.endsWith("-hessian") ? ", hessian" : "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public Optional<Contender> enter(Case data) {
    Path predictions = write("predictions", data.predictions());
    Path targets = write("targets", data.targets());
    String loaded =
        ask(
            "load %s %d %d %s %s"
                .formatted(data.loss(), data.classes(), threads, predictions, targets));
    return loaded.equals("none") ? Optional.empty() : Optional.of(new Turns());
  }

  private final class Turns implements Contender {
    @Override
    public long nanoseconds(int times) {
      return Long.parseLong(ask("time " + times));
    }

    @Override
    public Answer answer() {
      Path gradient = folder.resolve("gradient");
      double cost = Double.parseDouble(ask("answer " + gradient));
      return new Answer(cost, read(gradient));
    }
  }

  private String ask(String command) {
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
            "peers/peer.py %s ended; is the package python3-%s installed?"
                .formatted(word, word.replaceFirst("-.*", "")));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    try {
      return Files.write(folder.resolve(name), bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      float[] numbers = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    to.close();
    try {
      process.waitFor();
      for (String name : new String[] {"predictions", "targets", "gradient"}) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
