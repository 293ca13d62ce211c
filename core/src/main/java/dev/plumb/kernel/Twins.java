package dev.plumb.kernel;

import dev.plumb.exact.Precision;
import dev.plumb.kernel.Emit.Compiled;
import dev.plumb.kernel.Plan.Layout;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A program in one precision, as kernels with the same bits: the plain twin, which answers at
/// once, and those on lanes, which the machine takes a moment to make fast.
final class Twins {
  /// Rows up to this length are computed with samples on lanes.
  static final int SHORT_ROW = 256;

  /// The plain twin alone answers before so many numbers have been computed.
  private static final long WORTH_WARMING = 20_000;

  /// So many numbers are computed in small parts: the machine compiles soon what is called often,
  /// and a loop that goes on only after 60,000 turns.
  private static final long YOUNG = 1 << 17;

  private final Program program;
  private final Precision precision;
  private final boolean reduced;
  private final boolean weighted;
  private final boolean hasRows;
  private final boolean hasPairs;
  private final Compiled plain;
  private final Set<Layout> warming = EnumSet.noneOf(Layout.class);

  /// The kernels on lanes that are fast by now, by layout.
  private final AtomicReferenceArray<Compiled> ready =
      new AtomicReferenceArray<>(Layout.values().length);

  private volatile long computed;

  Twins(Program source, Precision precision, boolean reduced, boolean weighted) {
    this.program = Expand.of(source, precision);
    this.precision = precision;
    this.reduced = reduced;
    this.weighted = weighted;
    this.hasRows = program.hasRows();
    this.hasPairs = program.hasPairs();
    this.plain = Emit.kernel(program, plan(Layout.PLAIN));
  }

  private Plan plan(Layout layout) {
    return new Plan(precision, layout, reduced, weighted);
  }

  Program program() {
    return program;
  }

  Precision precision() {
    return precision;
  }

  Compiled plain() {
    return plain;
  }

  /// Whether samples lie on lanes for rows of this length: then only multiples of 32 samples are
  /// computed at once.
  boolean takesSamples(int classes) {
    return layout(classes) == Layout.SAMPLES;
  }

  private Layout layout(int rowLength) {
    return !hasRows || hasPairs || rowLength <= SHORT_ROW ? Layout.SAMPLES : Layout.CLASSES;
  }

  /// How many samples the plain twin takes in a call.
  int portion() {
    return computed < YOUNG ? Sums.LANES : Integer.MAX_VALUE;
  }

  /// The kernel on lanes for rows of this length, or null while there is none.
  ///
  /// @param numbers how many numbers are about to be computed
  Compiled lanes(int rowLength, long numbers) {
    return lanes(layout(rowLength), numbers);
  }

  /// The kernel on lanes for columns off the heap, or null where there is none, or while.
  ///
  /// @param numbers how many numbers are about to be computed
  Compiled offHeap(long numbers) {
    return hasRows ? null : lanes(Layout.OFF_HEAP, numbers);
  }

  private Compiled lanes(Layout layout, long numbers) {
    Compiled found = ready.get(layout.ordinal());
    if (found != null) {
      return found;
    }
    if (Simd.isTakenAtOnce()) {
      ready.set(layout.ordinal(), Emit.kernel(program, plan(layout)));
    } else {
      if (computed < YOUNG) {
        computed += numbers;
      }
      if (computed >= WORTH_WARMING && Simd.isAvailable()) {
        warm(layout);
      }
    }
    return ready.get(layout.ordinal());
  }

  private void warm(Layout layout) {
    synchronized (warming) {
      if (warming.add(layout)) {
        new Warm(
                this,
                () -> Emit.kernel(program, plan(layout)),
                layout,
                compiled -> ready.set(layout.ordinal(), compiled))
            .start();
      }
    }
  }

  /// How many arrays a kernel takes.
  int arrays() {
    return program.inputs().size()
        + (weighted ? 1 : 0)
        + program.outputs().size()
        - (reduced ? 1 : 0);
  }

  boolean isReduced() {
    return reduced;
  }

  boolean isWeighted() {
    return weighted;
  }

  boolean hasRows() {
    return hasRows;
  }
}
