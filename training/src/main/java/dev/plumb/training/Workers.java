package dev.plumb.training;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.function.BinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// A fixed number of threads. What is computed does not depend on how many there are: parts are
/// merged along a binary tree whose shape follows from the number of parts alone.
final class Workers implements AutoCloseable {
  /// The caller's thread only.
  static final Workers NONE = new Workers(null);

  private final ForkJoinPool pool;

  private Workers(ForkJoinPool pool) {
    this.pool = pool;
  }

  /// So many threads; one means the caller's.
  static Workers of(int threads) {
    return threads <= 1 ? NONE : new Workers(new ForkJoinPool(threads));
  }

  /// The results of the parts 0 … parts − 1, merged: the left half of a node holds as many parts as
  /// the largest power of two below its size.
  ///
  /// @param parts at least 1
  <T> T reduce(int parts, IntFunction<T> part, BinaryOperator<T> merge) {
    var whole = new Node<>(0, parts, part, merge, pool != null);
    return pool == null ? whole.compute() : pool.invoke(whole);
  }

  /// Runs the parts 0 … parts − 1, in any order.
  void each(int parts, IntConsumer part) {
    if (pool == null) {
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
    } else if (parts > 0) {
      pool.invoke(new Range(0, parts, part));
    }
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }

  private static final class Node<T> extends RecursiveTask<T> {
    private static final long serialVersionUID = 1L;
    private final int from;
    private final int to;
    private final transient IntFunction<T> part;
    private final transient BinaryOperator<T> merge;
    private final boolean parallel;

    Node(int from, int to, IntFunction<T> part, BinaryOperator<T> merge, boolean parallel) {
      this.from = from;
      this.to = to;
      this.part = part;
      this.merge = merge;
      this.parallel = parallel;
    }

    @Override
    protected T compute() {
      if (to - from == 1) {
        return part.apply(from);
      }
      int middle = from + Integer.highestOneBit(to - from - 1);
      var left = new Node<>(from, middle, part, merge, parallel);
      var right = new Node<>(middle, to, part, merge, parallel);
      if (!parallel) {
        T first = left.compute();
        return merge.apply(first, right.compute());
      }
      right.fork();
      T first = left.compute();
      return merge.apply(first, right.join());
    }
  }

  private static final class Range extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private final int from;
    private final int to;
    private final transient IntConsumer part;

    Range(int from, int to, IntConsumer part) {
      this.from = from;
      this.to = to;
      this.part = part;
    }

    @Override
    protected void compute() {
      if (to - from == 1) {
        part.accept(from);
      } else {
        int middle = (from + to) >>> 1;
        invokeAll(new Range(from, middle, part), new Range(middle, to, part));
      }
    }
  }
}
