package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import dev.plumb.kernel.Emit.Compiled;
import dev.plumb.kernel.Plan.Layout;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes a kernel on lanes fast, in the background: until the machine has compiled it, every vector
/// is an object, and it is a thousand times slower than its plain twin.
///
/// It runs both twins on small made-up samples until the one on lanes is the faster one. Kernels
/// that wait for the machine's compiler take turns, and leave it half the time: on a busy machine
/// it may take many seconds. Which twin answers when never shows in a result: they have the same
/// bits.
final class Warm {
  private static final ThreadPoolExecutor BACKGROUND = background();

  // Few numbers a call: before a kernel is compiled, each of its vectors is an object, and what
  // makes the machine compile it is the number of calls and loops, not of elements.
  private static final int SAMPLES = 128;
  private static final int TILED_SAMPLES = Sums.LANES;
  private static final int ROWS = 1;
  private static final int SHORT = 4;
  private static final int LONG = 160;

  /// How many calls to believe the clock after.
  private static final int AT_LEAST = 600;

  /// Nanoseconds before another kernel has its turn.
  private static final long TURN = 5_000_000;

  /// After so many calls the compiler knows of the kernel, and what is left is to wait for it.
  private static final int KNOWN = 10_000;

  /// After so many the lanes of this machine are taken to be slower.
  private static final int GIVE_UP = 400_000;

  private final Twins twins;
  private final Supplier<Compiled> emit;
  private final Consumer<Compiled> ready;
  private final int classes;
  private final int samples;
  private final boolean isOffHeap;

  /// @param ready takes the kernel on lanes as soon as it is the faster one
  Warm(Twins twins, Supplier<Compiled> emit, Layout layout, Consumer<Compiled> ready) {
    this.twins = twins;
    this.emit = emit;
    this.ready = ready;
    this.isOffHeap = layout == Layout.OFF_HEAP;
    boolean long_ = layout == Layout.CLASSES;
    this.classes = !twins.hasRows() ? 1 : long_ ? LONG : SHORT;
    this.samples = long_ ? ROWS : twins.hasRows() ? TILED_SAMPLES : SAMPLES;
  }

  private static ThreadPoolExecutor background() {
    var pool =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "plumb-kernels");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  void start() {
    BACKGROUND.execute(() -> new Race(emit.get()).run());
  }

  /// Calls of both twins, in turns with other kernels.
  private final class Race implements Runnable {
    private final Compiled lanes;
    private final Object[] arrays = arrays();
    private final Object[] columns = isOffHeap ? segments() : arrays;
    private final int[] offsets = new int[arrays.length];
    private final double[] parameters = new double[twins.program().parameters().size()];
    private final Object work;
    private int calls;
    private long fastLanes = Long.MAX_VALUE;
    private long fastPlain = Long.MAX_VALUE;

    Race(Compiled lanes) {
      this.lanes = lanes;
      Arrays.fill(parameters, 0.5);
      work = array(Math.max(lanes.workspace(classes), twins.plain().workspace(classes)), 0);
    }

    @Override
    public void run() {
      long began = System.nanoTime();
      long spent;
      do {
        fastLanes = Math.min(fastLanes, time(lanes, columns));
        fastPlain = Math.min(fastPlain, time(twins.plain(), arrays));
        calls++;
        spent = System.nanoTime() - began;
      } while (spent < TURN);
      if (calls > AT_LEAST && fastLanes < fastPlain) {
        ready.accept(lanes);
      } else if (calls < GIVE_UP) {
        if (calls >= KNOWN) {
          LockSupport.parkNanos(spent);
        }
        BACKGROUND.execute(this);
      }
    }

    private long time(Compiled twin, Object[] columns) {
      long began = System.nanoTime();
      twin.kernel().run(columns, offsets, parameters, classes, 0, samples, 1, work);
      return System.nanoTime() - began;
    }
  }

  private Object[] arrays() {
    Object[] arrays = new Object[twins.arrays()];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = array(samples * classes, 0.5);
    }
    return arrays;
  }

  private Object[] segments() {
    Object[] segments = new Object[twins.arrays()];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = Arena.ofAuto().allocate((long) samples * Double.BYTES);
    }
    return segments;
  }

  private Object array(int length, double value) {
    if (twins.precision() == Precision.FLOAT) {
      float[] floats = new float[length];
      Arrays.fill(floats, (float) value);
      return floats;
    }
    double[] doubles = new double[length];
    Arrays.fill(doubles, value);
    return doubles;
  }
}
