package dev.plumb.kernel;

import java.lang.System.Logger.Level;

/// Whether this Java machine has lanes: whether `jdk.incubator.vector` is there.
final class Simd {
  private static final String VECTORS = "jdk.incubator.vector.FloatVector";

  /// The system property `dev.plumb.lanes`: `off` leaves lanes alone; `always` takes them at once,
  /// however slow they are before the machine has compiled them.
  private static final String LANES = System.getProperty("dev.plumb.lanes", "warm");

  private static final boolean OFF = LANES.equals("off");
  private static final boolean ALWAYS = LANES.equals("always");

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

  /// Whether kernels on lanes are taken without making them fast first.
  static boolean isTakenAtOnce() {
    return ALWAYS && isAvailable();
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
