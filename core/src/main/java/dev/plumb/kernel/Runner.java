package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import dev.plumb.kernel.Emit.Compiled;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Runs a program over data: in spans of a few blocks of 1024 samples, each on its plain kernel or
/// on the one on lanes, which have the same bits.
public final class Runner {
  /// Columns that a kernel cannot use as they are come in pieces of about so many numbers.
  private static final int PIECE = 8192;

  private static final int SPAN = Sums.SPAN * Sums.BLOCK;

  private static final Map<Key, Runner> KNOWN = new ConcurrentHashMap<>();

  private record Key(Program program, Precision precision, boolean reduced, boolean weighted) {}

  private final Twins twins;
  private final ThreadLocal<Total> totals = ThreadLocal.withInitial(() -> new Total(this));

  private Runner(Key key) {
    twins = new Twins(key.program(), key.precision(), key.reduced(), key.weighted());
  }

  /// The runner of a program, compiled once: parameters are arguments of a kernel, so that all
  /// values of a parameter share one class.
  ///
  /// @param reduced whether losses are weighted, scaled and summed, or given for every sample
  /// @param weighted whether there are weights; only if reduced
  public static Runner of(Program program, Precision precision, boolean reduced, boolean weighted) {
    return KNOWN.computeIfAbsent(new Key(program, precision, reduced, weighted), Runner::new);
  }

  /// The exact steps that its kernels run, one a line.
  public List<String> listing() {
    return Listing.of(twins.program());
  }

  /// How many bytes of code the plain kernel has; above 8,000 the machine never compiles it.
  public int codeSize() {
    return twins.plain().bytes();
  }

  Twins twins() {
    return twins;
  }

  /// Fills the outputs of the samples `from` to `to - 1`, on the caller's thread.
  public void each(Data data, int from, int to) {
    Scratch scratch = Scratch.ofThread();
    for (int start = from; start < to; start += SPAN) {
      run(data, start, 0, Math.min(SPAN, to - start), 1, scratch);
    }
  }

  /// The sum of weight times loss over all samples; derivatives are filled on the way, multiplied
  /// by weight times `scale`.
  ///
  /// @param threads at most how many threads work; the bits are the same for any number
  public double sum(Data data, double scale, int threads) {
    return totals.get().of(data, scale, threads);
  }

  /// Runs a part of a span of blocks.
  ///
  /// @param block the number of the span's first sample
  /// @param from the first sample of the part, counted from there; a multiple of 32
  void run(Data data, int block, int from, int to, double scale, Scratch scratch) {
    scratch.columns(data.size);
    int left = offHeap(data, block, from, to, scale, scratch);
    if (left < to) {
      onArrays(data, block, left, to, scale, scratch);
    }
    scratch.end(data.size);
  }

  /// Runs a part of a span on arrays: the caller's, or copies of what is none.
  private void onArrays(Data data, int block, int from, int to, double scale, Scratch scratch) {
    Compiled lanes = twins.lanes(data.classes, (long) (to - from) * data.classes);
    boolean split = twins.plain().split() || lanes != null && lanes.split();
    boolean direct = true;
    for (int c = 0; c < data.size; c++) {
      scratch.direct[c] = isDirect(data, c, split);
      direct &= scratch.direct[c];
    }
    if (!direct && !twins.hasRows()) {
      Arrays.fill(scratch.direct, 0, data.size, false);
    }
    int step = direct ? SPAN : pieces(data.classes);
    for (int start = from; start < to; start += step) {
      part(data, lanes, block, start, Math.min(to, start + step), scale, scratch);
    }
  }

  /// Runs what it can of a part of a span straight on memory off the heap.
  ///
  /// @return the first sample that is left
  private int offHeap(Data data, int block, int from, int to, double scale, Scratch scratch) {
    int whole = from + ((to - from) & -Sums.LANES);
    if (whole == from || !isOffHeap(data)) {
      return from;
    }
    Compiled lanes = twins.offHeap(whole - from);
    if (lanes == null || lanes.split()) {
      return from;
    }
    for (int c = 0; c < data.size; c++) {
      scratch.arrays[c] = ((Segment) data.columns[c]).memory();
      scratch.offsets[c] = block;
    }
    run(lanes, data, from, whole, scale, scratch);
    return whole;
  }

  private boolean isOffHeap(Data data) {
    for (int c = 0; c < data.size; c++) {
      if (!(data.columns[c] instanceof Segment(var memory, var precision)
          && precision == twins.precision()
          && memory.isNative())) {
        return false;
      }
    }
    return true;
  }

  /// Whether kernels can use a column as it is: it has their precision, and is not an input that
  /// split kernels overwrite before they have read it for the last time.
  private boolean isDirect(Data data, int c, boolean split) {
    boolean direct = Convert.fits(data.columns[c], twins.precision());
    for (int o = data.inputs; split && c < data.inputs && o < data.size; o++) {
      direct &= data.columns[o] != data.columns[c];
    }
    return direct;
  }

  private int pieces(int classes) {
    int samples = PIECE / (twins.hasRows() ? classes : 1);
    return twins.takesSamples(classes)
        ? Math.max(samples & -Sums.LANES, Sums.LANES)
        : Math.clamp(samples, 1, Sums.BLOCK);
  }

  private void part(
      Data data, Compiled lanes, int block, int from, int to, double scale, Scratch scratch) {
    for (int c = 0; c < data.size; c++) {
      column(data, c, block, from, to, scratch);
    }
    compute(data, lanes, from, to, scale, scratch);
    for (int c = data.inputs; c < data.size; c++) {
      int width = data.widths[c];
      if (scratch.arrays[c] != data.columns[c]) {
        Convert.out(
            scratch.arrays[c], (to - from) * width, data.columns[c], (long) (block + from) * width);
      }
    }
  }

  private void column(Data data, int c, int block, int from, int to, Scratch scratch) {
    int width = data.widths[c];
    Object column = data.columns[c];
    if (scratch.direct[c]) {
      scratch.arrays[c] = column;
      scratch.offsets[c] = block * width;
      return;
    }
    int count = (to - from) * width;
    scratch.arrays[c] = scratch.copy(c, twins.precision(), count);
    scratch.offsets[c] = -from * width;
    if (c < data.inputs) {
      Convert.in(column, (long) (block + from) * width, scratch.arrays[c], count);
    }
  }

  private void compute(Data data, Compiled lanes, int from, int to, double scale, Scratch scratch) {
    int classes = data.classes;
    int whole = from;
    if (lanes != null) {
      whole = twins.takesSamples(classes) ? from + ((to - from) & -Sums.LANES) : to;
      run(lanes, data, from, whole, scale, scratch);
    }
    while (whole < to) {
      int end = whole + Math.min(twins.portion(), to - whole);
      run(twins.plain(), data, whole, end, scale, scratch);
      whole = end;
    }
  }

  private void run(Compiled kernel, Data data, int from, int to, double scale, Scratch scratch) {
    Object work = scratch.work(twins.precision(), kernel.workspace(data.classes));
    kernel
        .kernel()
        .run(scratch.arrays, scratch.offsets, data.parameters, data.classes, from, to, scale, work);
  }

  // Lane sums

  /// Sets the lane sums of the first blocks of the span in a thread's workspace to 0.
  void clear(Scratch scratch, int blocks) {
    int size = blocks * Sums.LANES;
    Object work = scratch.work(twins.precision(), size);
    if (work instanceof float[] floats) {
      Arrays.fill(floats, 0, size, 0);
    } else {
      Arrays.fill((double[]) work, 0, size, 0);
    }
  }

  /// The sum of the lanes of one block of the span in a thread's workspace.
  double joined(Scratch scratch, int block) {
    int first = block * Sums.LANES;
    Object work = scratch.work(twins.precision(), first + Sums.LANES);
    return work instanceof float[] floats
        ? Sums.joined(floats, first)
        : Sums.joined((double[]) work, first);
  }

  /// Copies the lane sums of one block of the span in a thread's workspace.
  void lanes(Scratch scratch, int block, double[] to, int at) {
    int first = block * Sums.LANES;
    Object work = scratch.work(twins.precision(), first + Sums.LANES);
    if (work instanceof float[] floats) {
      for (int k = 0; k < Sums.LANES; k++) {
        to[at + k] = floats[first + k];
      }
    } else {
      System.arraycopy(work, first, to, at, Sums.LANES);
    }
  }

  /// Adds lane sums in this precision.
  void add(double[] to, int at, double[] lanes, int from) {
    for (int k = 0; k < Sums.LANES; k++) {
      double sum = to[at + k] + lanes[from + k];
      to[at + k] = twins.precision() == Precision.FLOAT ? (float) sum : sum;
    }
  }
}
