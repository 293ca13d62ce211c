package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.Catalogue;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipe of CONTRIBUTING, followed: one entry in one file of the catalogue, and nothing else.
/// A Java machine that finds the changed copy of the file before the true one knows the loss
/// everywhere.
class AddALossTest {
  private static final String ENTRY =
      """

      ## A logistic loss on either side of the target: near it a parabola, far from it straight lines.
      loss two_sided_logistic(p | y; scale = 1 in (0, inf))
        = scale * (softplus(r) + softplus(-r) - 2 * log(2))   where r = (p - y) / scale
        estimates "the centre of the bulk"
        example (1 | 1) = 0
        source "this test"
      """;

  @TempDir Path folder;

  @BeforeEach
  void add_one_entry() throws IOException {
    try (var in = Catalogue.class.getResourceAsStream("robust.loss")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path copy = folder.resolve("classes/dev/plumb/catalogue/robust.loss");
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, text + ENTRY);
    }
  }

  @Test
  void it_is_listed() throws Exception {
    assertThat(plumb("list", "two_sided_logistic"))
        .contains("robust", "two_sided_logistic", "A logistic loss on either side", "1 loss.");
  }

  @Test
  void it_is_explained() throws Exception {
    assertThat(plumb("explain", "two_sided_logistic", "--plain"))
        .contains("loss       two_sided_logistic(p | y; scale = 1)", "gradient ", "hessian ")
        .contains("estimates  the centre of the bulk", "p = 1, y = 1: loss 0", "* value");
  }

  @Test
  void it_is_checked() throws Exception {
    assertThat(plumb("check", "two_sided_logistic", "--plain"))
        .contains("loss        two_sided_logistic", "facts", "gradient", "convex");
  }

  @Test
  void it_has_a_page_a_picture_and_a_factory() throws Exception {
    plumb("gallery", "--into", folder.toString(), "two_sided_logistic");
    assertThat(folder.resolve("docs/gallery/README.md"))
        .content()
        .contains("[two_sided_logistic](robust/two_sided_logistic.md) | A logistic loss");
    assertThat(folder.resolve("docs/gallery/robust/two_sided_logistic.md"))
        .content()
        .contains("# two_sided_logistic", "Losses.twoSidedLogistic(scale)", "gradient ");
    assertThat(folder.resolve("docs/gallery/robust/two_sided_logistic.svg"))
        .content()
        .contains("<svg", "line value", "line hessian");
    assertThat(folder.resolve("core/src/main/java/dev/plumb/Losses.java"))
        .content()
        .contains("public static Loss twoSidedLogistic(double scale) {")
        .contains("return of(\"two_sided_logistic\", \"scale\", scale);");
  }

  private String plumb(String... words) throws IOException, InterruptedException {
    String classes =
        folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-cp", classes));
    command.add(Plumb.class.getName());
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
