package dev.plumb.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Printer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coverage-guided fuzzing of the parser with Jazzer, in a process of its own: `./verify -Pfuzz`.
///
/// Jazzer's instrumentation reads class files up to those of JDK 23, so the language is compiled
/// once more for that release. The seeds are the formulas of the catalogue.
class ParserFuzz {
  private static final int SECONDS = Integer.getInteger("plumb.fuzz.seconds", 300);
  private static final Path SOURCES =
      Path.of("..", "core", "src", "main", "java", "dev", "plumb", "formula");
  private static final Path RESOURCES =
      Path.of("..", "core", "src", "main", "resources", "dev", "plumb", "formula");

  @Test
  void theParserNeitherCrashesNorHangsNorRunsOutOfMemory(@TempDir Path folder) throws Exception {
    Path classes = compiled(folder);
    Path seeds = seeds(Files.createDirectory(folder.resolve("seeds")));
    Path log = folder.resolve("log");
    Process fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + File.pathSeparator + jazzer(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ParserTarget.class.getName(),
                "--instrumentation_includes=dev.plumb.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + File.separator,
                "-timeout=10",
                "-max_len=4096",
                "-max_total_time=" + SECONDS,
                seeds.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(fuzzer.waitFor(SECONDS + 120L, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).noneMatch(line -> line.contains("Failed to instrument dev/plumb"));
    assertThat(lines).filteredOn(line -> line.startsWith("== Java Exception")).isEmpty();
    assertThat(fuzzer.exitValue()).as(String.join("\n", lines)).isZero();
    lines.stream().filter(line -> line.startsWith("Done ")).forEach(System.out::println);
  }

  private static Path compiled(Path folder) throws IOException, URISyntaxException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    var arguments =
        new ArrayList<>(List.of("--release", "23", "-nowarn", "-d", classes.toString()));
    try (Stream<Path> sources = Files.list(SOURCES)) {
      sources.map(Path::toString).filter(s -> s.endsWith(".java")).forEach(arguments::add);
    }
    arguments.add(Path.of("src/test/java/dev/plumb/proof/fuzz/ParserTarget.java").toString());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
    Path copies = classes.resolve("dev/plumb/formula");
    try (Stream<Path> resources = Files.list(RESOURCES)) {
      for (Path resource : resources.toList()) {
        Files.copy(resource, copies.resolve(resource.getFileName()));
      }
    }
    return classes;
  }

  private static Path seeds(Path folder) throws IOException {
    for (var definition : Catalogue.builtin().all()) {
      Files.writeString(folder.resolve(definition.name()), Printer.text(definition.formula()));
    }
    return folder;
  }

  private static String jazzer() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("jazzer"))
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow(
            () -> new IllegalStateException("run with ./verify -Pfuzz, which brings Jazzer"));
  }
}
