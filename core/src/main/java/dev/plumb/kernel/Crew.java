package dev.plumb.kernel;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The threads that help a caller with the units of one task at a time. The caller works too; a
/// second caller, while the crew is busy, works alone. Calls allocate nothing.
final class Crew {
  /// Work that is cut into units, in any order, on any thread.
  interface Task {
    void unit(int unit);
  }

  private static final Crew COMMON = new Crew();

  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger();
  private Helper[] helpers = new Helper[0];
  private Task task;
  private int units;
  private Thread caller;
  private volatile RuntimeException failure;

  private Crew() {}

  /// Runs units `0` to `units - 1` on the caller's thread and up to `threads - 1` others.
  ///
  /// @throws CancellationException when the caller's thread is interrupted; its interrupt stays set
  static void run(Task task, int units, int threads) {
    int wanted = Math.min(threads, units);
    if (wanted <= 1 || !COMMON.busy.compareAndSet(false, true)) {
      for (int unit = 0; unit < units; unit++) {
        cancelIfInterrupted(unit, units);
        task.unit(unit);
      }
      return;
    }
    try {
      COMMON.together(task, units, wanted - 1);
    } finally {
      COMMON.busy.set(false);
    }
  }

  private static void cancelIfInterrupted(int unit, int units) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted after %d of %d parts".formatted(unit, units));
    }
  }

  private void together(Task task, int units, int others) {
    hire(others);
    this.task = task;
    this.units = units;
    this.caller = Thread.currentThread();
    failure = null;
    next.set(0);
    working.set(others);
    for (int i = 0; i < others; i++) {
      helpers[i].call();
    }
    work();
    while (working.get() > 0) {
      LockSupport.park(this);
    }
    this.task = null;
    this.caller = null;
    if (failure != null) {
      throw failure;
    }
  }

  private void hire(int count) {
    int had = helpers.length;
    if (had < count) {
      helpers = Arrays.copyOf(helpers, count);
      for (int i = had; i < count; i++) {
        helpers[i] = new Helper(i);
        helpers[i].thread.start();
      }
    }
  }

  private void work() {
    for (int unit = next.getAndIncrement();
        unit < units && failure == null;
        unit = next.getAndIncrement()) {
      try {
        cancelIfInterrupted(unit, units);
        task.unit(unit);
      } catch (RuntimeException e) {
        failure = e;
      }
    }
  }

  private final class Helper {
    private final AtomicInteger calls = new AtomicInteger();
    private final Thread thread;

    Helper(int number) {
      thread = new Thread(this::wait_, "plumb-helper-" + (number + 1));
      thread.setDaemon(true);
    }

    void call() {
      calls.incrementAndGet();
      LockSupport.unpark(thread);
    }

    private void wait_() {
      for (int done = 0; ; done++) {
        while (calls.get() == done) {
          LockSupport.park(Crew.this);
        }
        Thread waiting = caller;
        work();
        if (working.decrementAndGet() == 0) {
          LockSupport.unpark(waiting);
        }
      }
    }
  }
}
