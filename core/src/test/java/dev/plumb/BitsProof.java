package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The same bits on every kind of Java machine that this one can be: `./verify -Pproof`. Each takes
/// minutes of a core.
class BitsProof {
  /// Every other way to run Java on this machine that changes how kernels are computed.
  private static final List<List<String>> MACHINES =
      List.of(
          List.of("-Ddev.plumb.lanes=off", "-Xint"),
          List.of("-Ddev.plumb.lanes=always"),
          List.of("-Ddev.plumb.lanes=always", "-Xint"),
          List.of("-Ddev.plumb.lanes=always", "-XX:MaxVectorSize=16"),
          List.of("-Ddev.plumb.lanes=always", "-XX:UseAVX=1"),
          List.of("-Ddev.plumb.lanes=always", "-XX:UseAVX=2"));

  @TestFactory
  Stream<DynamicTest> other_machines_give_the_same_bits() {
    String here = Bits.of(Bits.FEW);
    return MACHINES.stream()
        .map(options ->
            DynamicTest.dynamicTest(
                String.join(" ", options), () -> assertThat(elsewhere(options)).isEqualTo(here)));
  }

  private static String elsewhere(List<String> options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules");
    command.add("jdk.incubator.vector");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Bits.class.getName(), "few"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }
}
