package dev.plumb.kernel;

import java.util.Arrays;

/// What a program runs on: the caller's arrays, in the order of [Kernel], as they are. It is filled
/// again for every call, so that a call allocates nothing.
///
/// A column is a `float[]`, a `double[]`, or a [Segment]; a kernel gets those of its own precision
/// as they are, and the others block by block.
public final class Data {
  Object[] columns = new Object[0];
  int[] widths = new int[0];
  int size;
  int inputs;
  int classes;
  int samples;
  double[] parameters;

  /// No columns yet.
  public Data() {}

  /// Begins a new set of columns.
  ///
  /// @param samples how many there are
  /// @param classes the length of a row
  /// @param parameters in the order of the program
  public Data begin(int samples, int classes, double[] parameters) {
    this.samples = samples;
    this.classes = classes;
    this.parameters = parameters;
    this.size = 0;
    this.inputs = 0;
    return this;
  }

  /// Adds an input, or the weights.
  public void input(Object column, boolean row) {
    add(column, row);
    inputs = size;
  }

  /// Adds an array that receives outputs.
  public void output(Object column, boolean row) {
    add(column, row);
  }

  private void add(Object column, boolean row) {
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, size + 8);
      widths = Arrays.copyOf(widths, size + 8);
    }
    columns[size] = column;
    widths[size] = row ? classes : 1;
    size++;
  }

  /// Lets go of the caller's arrays.
  public void end() {
    Arrays.fill(columns, 0, size, null);
    size = 0;
  }
}
