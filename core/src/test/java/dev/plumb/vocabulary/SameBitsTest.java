package dev.plumb.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.matrix.Exponentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The vector module, or a length of vectors, can only be missing in another Java machine: these
/// tests start one of each kind.
class SameBitsTest {
  private static final String GOLDEN =
      "e402eaad03fe1ff00a321a030a8015b4c90954930d28fabe79b65d94a06683e8";

  @Test
  void this_machine_gives_the_golden_bits() {
    assertThat(words().digest()).isEqualTo(GOLDEN);
  }

  @Test
  void a_machine_without_the_vector_module_gives_the_golden_bits() throws Exception {
    assertThat(run()).isEqualTo(GOLDEN + " plain");
  }

  @Test
  void lanes_that_are_switched_off_give_the_golden_bits() throws Exception {
    assertThat(run("--add-modules=jdk.incubator.vector", "-Ddev.plumb.lanes=off"))
        .endsWith(GOLDEN + " plain");
  }

  @Test
  void a_machine_with_vectors_of_128_bits_gives_the_golden_bits() throws Exception {
    assertThat(run("--add-modules=jdk.incubator.vector", "-XX:MaxVectorSize=16"))
        .endsWith(GOLDEN + " on lanes");
  }

  @Test
  void a_machine_with_vectors_of_256_bits_gives_the_golden_bits() throws Exception {
    assertThat(run("--add-modules=jdk.incubator.vector", "-XX:MaxVectorSize=32"))
        .endsWith(GOLDEN + " on lanes");
  }

  @Test
  void an_interpreter_gives_the_golden_bits() throws Exception {
    assertThat(run("-Xint")).isEqualTo(GOLDEN + " plain");
  }

  private static Words words() {
    return Words.random(70, 1100, 40, 11);
  }

  private static String run(String... options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Report.class.getName()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }

  /// Prints the digest, and which form gave it.
  static final class Report {
    private Report() {}

    public static void main(String... arguments) {
      String form = Exponentials.FASTEST.getClass().getSimpleName();
      System.out.println(words().digest() + (form.startsWith("Lane") ? " on lanes" : " plain"));
    }
  }
}
