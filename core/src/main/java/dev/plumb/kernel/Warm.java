package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import dev.plumb.kernel.Emit.Compiled;
import dev.plumb.kernel.Plan.Layout;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes a kernel on lanes fast, in the background: until the machine has compiled it, every vector
/// is an object, and it is a thousand times slower than its plain twin.
///
/// It runs both twins on small made-up samples until the one on lanes is the faster one. Which of
/// them answers when never shows in a result: they have the same bits.
final class Warm {
  private static final ThreadPoolExecutor BACKGROUND = background();

  // Few numbers a call: before a kernel is compiled, each of its vectors is an object, and what
  // makes
  // the machine compile it is the number of calls and loops, not of elements.
  private static final int SAMPLES = 128;
  private static final int TILED_SAMPLES = Sums.LANES;
  private static final int ROWS = 1;
  private static final int SHORT = 4;
  private static final int LONG = 160;
  private static final int AT_LEAST = 600;
  private static final int GIVE_UP = 40_000;

  private final Twins twins;
  private final Supplier<Compiled> emit;
  private final int classes;
  private final int samples;

  Warm(Twins twins, Supplier<Compiled> emit, Layout layout) {
    this.twins = twins;
    this.emit = emit;
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

  void start(Consumer<Compiled> ready) {
    BACKGROUND.execute(() -> {
      Compiled lanes = emit.get();
      if (isFaster(lanes)) {
        ready.accept(lanes);
      }
    });
  }

  private boolean isFaster(Compiled lanes) {
    Object[] arrays = arrays();
    int[] offsets = new int[arrays.length];
    double[] parameters = new double[twins.program().parameters().size()];
    Arrays.fill(parameters, 0.5);
    long fastLanes = Long.MAX_VALUE;
    long fastPlain = Long.MAX_VALUE;
    Object work = array(Math.max(lanes.workspace(classes), twins.plain().workspace(classes)), 0);
    for (int i = 0; i < GIVE_UP; i++) {
      long start = System.nanoTime();
      lanes.kernel().run(arrays, offsets, parameters, classes, 0, samples, 1, work);
      long middle = System.nanoTime();
      twins.plain().kernel().run(arrays, offsets, parameters, classes, 0, samples, 1, work);
      fastPlain = Math.min(fastPlain, System.nanoTime() - middle);
      fastLanes = Math.min(fastLanes, middle - start);
      if (i > AT_LEAST && fastLanes < fastPlain) {
        return true;
      }
    }
    return false;
  }

  private Object[] arrays() {
    Object[] arrays = new Object[twins.arrays()];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = array(samples * classes, 0.5);
    }
    return arrays;
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
