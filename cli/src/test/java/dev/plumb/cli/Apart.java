package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A command that runs in a process of its own, which can be killed.
///
/// @param environment what is set besides
/// @param log where both of its outputs go, run after run
record Apart(List<String> arguments, Map<String, String> environment, Path log) {

  private Process started() throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Plumb.class.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /// Starts it, and kills it a while after its state has changed.
  ///
  /// @param state the file, null while there is none
  void killed(Supplier<Path> state, int milliseconds) throws IOException, InterruptedException {
    byte[] before = bytes(state.get());
    Process process = started();
    while (process.isAlive() && Arrays.equals(before, bytes(state.get()))) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(128 + 9);
  }

  private static byte[] bytes(Path state) throws IOException {
    return state != null && Files.exists(state) ? Files.readAllBytes(state) : new byte[0];
  }

  /// Runs it to its end.
  void done() throws IOException, InterruptedException {
    assertThat(started().waitFor()).as(Files.readString(log)).isZero();
  }
}
