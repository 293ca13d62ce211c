package dev.plumb.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/// Nanoseconds: those on the wall, or those that this thread had a processor for. The second are
/// fair on a busy machine as long as nothing leaves the caches; they do not see other threads.
public final class Clock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static LongSupplier nanoseconds = System::nanoTime;
  private static boolean ofThread;

  private Clock() {}

  /// From now on, time of this thread counts.
  static void countThread() {
    nanoseconds = THREADS::getCurrentThreadCpuTime;
    ofThread = true;
  }

  /// Whose time counts: that on the `wall`, or of the `thread`.
  public static String word() {
    return ofThread ? "thread" : "wall";
  }

  /// Nanoseconds from some beginning.
  public static long now() {
    return nanoseconds.getAsLong();
  }
}
