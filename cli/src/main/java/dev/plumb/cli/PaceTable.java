package dev.plumb.cli;

import dev.plumb.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Paces as lines that are printed one by one, as they are measured.
///
/// @param lanes whether kernels run on lanes
record PaceTable(List<Loss> losses, List<Pace.Setup> setups, boolean lanes) {
  private static final int CELL = 22;
  private static final int MOST_NAME = 40;

  /// Machine, and what the columns are.
  String head() {
    var sizes = new StringBuilder(" ".repeat(name()));
    var units = new StringBuilder(pad("loss"));
    for (Pace.Setup setup : setups) {
      String size = String.format(Locale.ROOT, "%,d", setup.size());
      String threads = setup.threads() == 1 ? "" : ", " + setup.threadsText();
      sizes.append(String.format("%" + CELL + "s", size + threads));
      units.append(String.format("%" + CELL + "s", "ns/sample   × triad"));
    }
    return "%s · Java %s, %s\n\n%s\n%s"
        .formatted(
            machine(),
            System.getProperty("java.version"),
            lanes ? "on lanes" : "plain",
            sizes.toString().stripTrailing(),
            units);
  }

  String line(Loss loss, List<Pace> paces) {
    var line = new StringBuilder(pad(loss.text()));
    for (Pace pace : paces) {
      line.append(
          String.format(
              Locale.ROOT, "%" + (CELL - 10) + ".3f%10.2f", pace.nanosecondsEach(), pace.ratio()));
    }
    return line.toString();
  }

  String legend() {
    String rows =
        losses.stream().anyMatch(loss -> loss.definition().hasRows())
            ? " A sample of a loss of rows is a whole row."
            : "";
    return "\nValue and gradient, float, medians of interleaved rounds. Triad is a = b + s * c over as many\n"
        + "bytes, in the same rounds: 1.00 is the speed of memory."
        + rows;
  }

  private int name() {
    int longest = losses.stream().mapToInt(loss -> loss.text().length()).max().orElse(0);
    return Math.min(MOST_NAME, Math.max(4, longest));
  }

  private String pad(String text) {
    int width = name();
    String cut = text.length() <= width ? text : text.substring(0, width - 1) + "…";
    return cut + " ".repeat(width - cut.length());
  }

  /// Processor and cores.
  static String machine() {
    int cores = Runtime.getRuntime().availableProcessors();
    return processor() + (cores == 1 ? " · 1 core" : " · " + cores + " cores");
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: ", ""))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException elsewhere) {
      return System.getProperty("os.arch"); // only Linux has that file
    }
  }
}
