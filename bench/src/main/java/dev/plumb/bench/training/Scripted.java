package dev.plumb.bench.training;

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

/// scikit-learn in a process of its own: `peers/training.py`.
final class Scripted implements AutoCloseable {
  private static final String FAILED = "failed ";
  private static final int RUNGS = 9;

  private final Path folder;
  private final Process process;
  private final BufferedReader from;
  private final PrintWriter to;
  private final String name;
  private double scale;

  Scripted(Problem problem, int threads) {
    try {
      folder = Files.createTempDirectory("plumb-race");
      String[] command = {"/usr/bin/python3", "bench/peers/training.py", Integer.toString(threads)};
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
    ask(
        "load %s %d %d %s %s %s"
            .formatted(
                problem.loss().word(),
                problem.rows(),
                problem.width(),
                problem.penalty(),
                write("features", problem.features()),
                write("targets", problem.targets())));
  }

  /// The scale that Huber's regression found last.
  double scale() {
    return scale;
  }

  /// One of its solvers.
  Runner solver(String solver) {
    return new Runner() {
      @Override
      public String name() {
        return name + ", " + solver;
      }

      @Override
      public int rungs() {
        return solver.equals("highs") ? 1 : RUNGS;
      }

      @Override
      public Trained train(int rung) {
        Path weights = folder.resolve("weights");
        String[] told = ask("train %s %d %s".formatted(solver, rung, weights)).split(" ");
        scale = Double.parseDouble(told[1]);
        return new Trained(Double.parseDouble(told[0]) / 1e9, read(weights));
      }
    };
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
            "peers/training.py ended; is the package python3-sklearn installed?");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String file, float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    try {
      return Files.write(folder.resolve(file), bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      double[] numbers = new double[bytes.length / Double.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
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
      for (String file : new String[] {"features", "targets", "weights"}) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
