package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The vector module can only be missing in another Java machine: these tests start one.
class LanesTest {

  @Test
  void lanes_open_late_and_without_a_warning_when_the_launcher_allows_it() throws Exception {
    assertThat(run("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED"))
        .isEqualTo("opened true, found true");
  }

  @Test
  void lanes_stay_closed_when_the_launcher_does_not_allow_it() throws Exception {
    assertThat(run()).isEqualTo("opened false, found false");
  }

  @Test
  void lanes_that_are_open_already_count_as_open() throws Exception {
    assertThat(run("--add-modules=jdk.incubator.vector")).endsWith("opened true, found true");
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

  /// Opens the lanes, then looks for them as the kernels do: by class.
  static final class Report {
    private Report() {}

    public static void main(String... arguments) {
      System.out.println("opened " + Lanes.open() + ", found " + found());
    }

    private static boolean found() {
      try {
        Class.forName("jdk.incubator.vector.FloatVector");
        return true;
      } catch (ClassNotFoundException missing) {
        return false;
      }
    }
  }
}
