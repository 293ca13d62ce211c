package dev.plumb;

import dev.plumb.exact.Precision;
import dev.plumb.kernel.Segment;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Samples for a loss: one column for each prediction and target, in the order of the loss's
/// definition, and optional weights. A batch looks at the caller's arrays; it does not copy them.
///
/// Columns are `double[]`, `float[]` or memory from [#segment]. Where every column and every output
/// is in float, losses are computed in float; otherwise in double. A pointwise column holds one
/// number a sample; a row column holds `classes` consecutive numbers a sample. Lengths are checked
/// when a loss meets the batch; nothing ever broadcasts.
public final class Batch {
  private final List<Object> columns;
  private final int samples;
  private final int classes;
  private final Object weights;

  private Batch(List<Object> columns, int samples, int classes, Object weights) {
    this.columns = columns;
    this.samples = samples;
    this.classes = classes;
    this.weights = weights;
  }

  /// Predictions and targets of a pointwise loss.
  public static Batch of(double[] predictions, double[] targets) {
    return of(1, targets.length, predictions, targets);
  }

  /// Predictions and targets of a pointwise loss, in float.
  public static Batch of(float[] predictions, float[] targets) {
    return of(1, targets.length, predictions, targets);
  }

  /// Predictions and targets of a pointwise loss, in memory on the heap, off it, or mapped.
  public static Batch of(
      ValueLayout.OfFloat layout, MemorySegment predictions, MemorySegment targets) {
    Segment column = segment(layout, predictions);
    return of(1, Math.toIntExact(column.length()), column, segment(layout, targets));
  }

  /// Predictions and targets of a pointwise loss, in memory on the heap, off it, or mapped.
  public static Batch of(
      ValueLayout.OfDouble layout, MemorySegment predictions, MemorySegment targets) {
    Segment column = segment(layout, predictions);
    return of(1, Math.toIntExact(column.length()), column, segment(layout, targets));
  }

  /// Numbers in memory as a column: on the heap, off it, or mapped.
  ///
  /// @param layout `JAVA_FLOAT` or `JAVA_DOUBLE`, in the byte order of the machine
  public static Segment segment(ValueLayout layout, MemorySegment memory) {
    if (layout.order() != ByteOrder.nativeOrder()) {
      throw new PlumbException("numbers in memory are in the byte order of this machine");
    }
    return switch (layout) {
      case ValueLayout.OfFloat _ -> new Segment(memory, Precision.FLOAT);
      case ValueLayout.OfDouble _ -> new Segment(memory, Precision.DOUBLE);
      default -> throw new PlumbException("numbers in memory are floats or doubles, not " + layout);
    };
  }

  /// Rows of scores and one target a sample (a class number), or one row of targets a sample.
  ///
  /// @param scores `classes` consecutive numbers a sample
  /// @param targets one number a sample, or `classes` a sample
  public static Batch rows(double[] scores, int classes, double[] targets) {
    return of(classes, rowCount(scores.length, classes), scores, targets);
  }

  /// Rows of scores in float and their targets.
  public static Batch rows(float[] scores, int classes, float[] targets) {
    return of(classes, rowCount(scores.length, classes), scores, targets);
  }

  /// Any number of columns, in the order of the loss's definition: predictions, then targets.
  ///
  /// @param classes the length of a row; 1 when no column is a row
  /// @param samples the number of samples
  /// @param columns each a `double[]`, a `float[]`, or a segment of memory from [#segment]
  public static Batch of(int classes, int samples, Object... columns) {
    if (classes < 1) {
      throw new PlumbException("a row needs at least one class, not " + classes);
    }
    var list = new ArrayList<Object>();
    for (Object column : columns) {
      length(column);
      list.add(column);
    }
    return new Batch(List.copyOf(list), samples, classes, null);
  }

  /// The same samples with weights, one a sample, none negative. A weight of 0 contributes exactly
  /// 0, whatever the sample holds.
  public Batch weights(double[] weights) {
    return weighted(weights);
  }

  /// The same samples with weights in float.
  public Batch weights(float[] weights) {
    return weighted(weights);
  }

  private Batch weighted(Object weights) {
    if (length(weights) < samples) {
      throw new PlumbException(samples + " samples, but " + length(weights) + " weights");
    }
    return new Batch(columns, samples, classes, weights);
  }

  /// The number of samples.
  public int samples() {
    return samples;
  }

  /// The length of a row; 1 when no column is a row.
  public int classes() {
    return classes;
  }

  /// The columns, each a `double[]`, a `float[]`, or a segment of memory from [#segment], in the
  /// order of the loss's definition.
  public List<Object> columns() {
    return columns;
  }

  /// Whether the samples have weights.
  public boolean weighted() {
    return weights != null;
  }

  /// The weights, a column, or null without.
  Object weights() {
    return weights;
  }

  /// Whether a column or an array of outputs holds floats.
  static boolean isFloat(Object column) {
    return column instanceof float[]
        || column instanceof Segment(_, var precision) && precision == Precision.FLOAT;
  }

  /// Whether every column is in float, the weights too.
  boolean isFloat() {
    for (int i = 0; i < columns.size(); i++) {
      if (!isFloat(columns.get(i))) {
        return false;
      }
    }
    return weights == null || isFloat(weights);
  }

  /// The weight of a sample; 1 without weights.
  public double weight(int sample) {
    return weights == null ? 1 : at(weights, sample);
  }

  /// A number of a column.
  static double at(Object column, int index) {
    return switch (column) {
      case float[] floats -> floats[index];
      case double[] doubles -> doubles[index];
      default -> ((Segment) column).at(index);
    };
  }

  /// The length of a column.
  ///
  /// @throws PlumbException when it is no column
  static int length(Object column) {
    return switch (column) {
      case double[] d -> d.length;
      case float[] f -> f.length;
      case Segment segment -> Math.toIntExact(segment.length());
      case null -> throw new PlumbException("a column is null");
      default ->
          throw new PlumbException(
              "a column is a " + column.getClass().getSimpleName() + ", not a double[] or float[]");
    };
  }

  private static int rowCount(int length, int classes) {
    if (classes < 1 || length % classes != 0) {
      throw new PlumbException(length + " scores are no whole number of rows of " + classes);
    }
    return length / classes;
  }
}
