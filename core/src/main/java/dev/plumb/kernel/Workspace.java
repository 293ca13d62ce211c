package dev.plumb.kernel;

import java.lang.classfile.CodeBuilder;

/// The regions of the array in which a kernel keeps what does not fit into locals: lane sums,
/// folds, tiles, saved elements. A region's size is a multiple of the row's length and a number.
final class Workspace {
  private final CodeBuilder code;
  private final int classesSlot;
  private int perClass;
  private int fixed;

  /// A part of the workspace, which begins at `perClass * classes + fixed`.
  record Region(int perClass, int fixed) {}

  Workspace(CodeBuilder code, int classesSlot) {
    this.code = code;
    this.classesSlot = classesSlot;
  }

  /// A new region of `perClass * classes + fixed` numbers.
  Region region(int perClass, int fixed) {
    var region = new Region(this.perClass, this.fixed);
    this.perClass += perClass;
    this.fixed += fixed;
    return region;
  }

  /// Pushes where a region begins.
  void begin(Region region) {
    code.loadConstant(region.fixed());
    if (region.perClass() > 0) {
      code.iload(classesSlot).loadConstant(region.perClass()).imul().iadd();
    }
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
