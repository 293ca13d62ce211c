package dev.plumb.kernel;

/// The regions of the array in which a kernel keeps what does not fit into locals: lane sums,
/// folds, tiles, saved elements. A region's size is a multiple of the row's length and a number.
final class Workspace {
  private int perClass;
  private int fixed;

  /// The lane sums of the blocks of a span.
  final Region sums = region(0, Sums.LANES * Sums.SPAN);

  /// A part of the workspace, which begins at `perClass * classes + fixed`.
  record Region(int perClass, int fixed) {}

  /// A new region of `perClass * classes + fixed` numbers.
  Region region(int perClass, int fixed) {
    var region = new Region(this.perClass, this.fixed);
    this.perClass += perClass;
    this.fixed += fixed;
    return region;
  }

  /// How many numbers for each class the regions take.
  int perClass() {
    return perClass;
  }

  /// How many numbers the regions take besides.
  int fixed() {
    return fixed;
  }
}
