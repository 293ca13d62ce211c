package dev.plumb.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/// The locals in which a method finds what [Kernel#run] was given.
///
/// @param arrays the columns
/// @param offsets where sample 0 begins in each
/// @param parameters their values, in double
/// @param classes the length of a row
/// @param sample the number of the sample at hand
/// @param scale what derivatives are multiplied by, in double
/// @param work the workspace, as an array of the kernel's precision
record Slots(
    int arrays, int offsets, int parameters, int classes, int sample, int scale, int work) {

  /// Those of [Kernel#run], after which the sample is to be set.
  static Slots ofRun(CodeBuilder code, ClassDesc array) {
    int work = code.allocateLocal(TypeKind.REFERENCE);
    int sample = code.allocateLocal(TypeKind.INT);
    code.aload(code.parameterSlot(7)).checkcast(array).astore(work);
    return new Slots(
        code.parameterSlot(0),
        code.parameterSlot(1),
        code.parameterSlot(2),
        code.parameterSlot(3),
        sample,
        code.parameterSlot(6),
        work);
  }

  /// Those of a method that computes a part of a sample.
  static Slots ofPart(CodeBuilder code) {
    return new Slots(
        code.parameterSlot(0),
        code.parameterSlot(1),
        code.parameterSlot(2),
        code.parameterSlot(3),
        code.parameterSlot(4),
        code.parameterSlot(5),
        code.parameterSlot(6));
  }

  /// Pushes all of them.
  void push(CodeBuilder code) {
    code.aload(arrays).aload(offsets).aload(parameters).iload(classes).iload(sample).dload(scale);
    code.aload(work);
  }
}
