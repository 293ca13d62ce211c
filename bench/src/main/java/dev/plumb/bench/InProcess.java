package dev.plumb.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// A contender that runs in this Java machine, on this thread.
abstract class InProcess implements Contender {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TIMES = 10;

  /// Computes once.
  ///
  /// @return the cost, or something of which it follows
  abstract double once();

  @Override
  public final long nanoseconds(int times) {
    double sink = 0;
    long began = Clock.now();
    for (int i = 0; i < times; i++) {
      sink += once();
    }
    long took = Clock.now() - began;
    if (sink == Math.PI) {
      throw new IllegalStateException("this keeps the compiler from dropping the work");
    }
    return took;
  }

  @Override
  public final long allocated() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    nanoseconds(TIMES);
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / TIMES;
  }
}
