package dev.plumb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The machine that measures.
final class Machine {
  private Machine() {}

  /// One line: processor, cores, lanes, Java.
  static String name() {
    return "%s, %d cores, vectors of %d bits · Java %s (%s)"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            32 * jdk.incubator.vector.FloatVector.SPECIES_PREFERRED.length(),
            System.getProperty("java.version"),
            System.getProperty("java.vm.vendor"));
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: ", ""))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException unreadable) {
      return System.getProperty("os.arch");
    }
  }

  /// Above this load at the start nobody should judge by the figures.
  private static final double QUIET = 0.5;

  /// Told by `bench/run`, because a Java machine that takes its heap is a load itself.
  private static final double AT_START =
      Double.parseDouble(System.getProperty("plumb.bench.load", Double.toString(load())));

  /// What the machine did before this began, and whether that matters.
  static String business() {
    return "load %.2f at the start%s"
        .formatted(AT_START, AT_START > QUIET ? ": **busy, do not quote**" : "");
  }

  /// Programs that were running or waiting in the last minute, on average.
  static double load() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
