package dev.plumb.kernel;

import java.lang.System.Logger.Level;

/// Whether this Java machine has lanes: whether `jdk.incubator.vector` is there.
final class Simd {
  private static final String VECTORS = "jdk.incubator.vector.FloatVector";

  /// The system property that switches lanes off: `-Ddev.plumb.lanes=off`.
  private static final boolean OFF = "off".equals(System.getProperty("dev.plumb.lanes"));

  private static volatile boolean available;
  private static volatile boolean told;

  private Simd() {}

  /// Whether kernels on lanes can be loaded. The module may come later than this class.
  static boolean isAvailable() {
    if (!available && !OFF) {
      available = found();
    }
    if (!available && !told) {
      told = true;
      System.getLogger("dev.plumb")
          .log(
              Level.INFO,
              OFF
                  ? "kernels run plain, with the same bits: lanes are switched off"
                  : "kernels run plain, with the same bits but slower: add --add-modules jdk.incubator.vector");
    }
    return available;
  }

  private static boolean found() {
    try {
      Class<?> vectors = Class.forName(VECTORS, false, ClassLoader.getSystemClassLoader());
      Simd.class.getModule().addReads(vectors.getModule());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
