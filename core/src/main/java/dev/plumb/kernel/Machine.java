package dev.plumb.kernel;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.function.IntConsumer;

/// How exact operations are written as code: on one number ([Scalar]) or on lanes of them
/// ([Lanes]). Values lie on the operand stack; a mask says where a condition holds.
interface Machine {
  /// How many numbers one value holds.
  int width();

  /// The kind of local that holds a value.
  TypeKind numberKind();

  /// The kind of local that holds a mask.
  TypeKind maskKind();

  /// The array that columns of this precision are.
  ClassDesc array();

  /// Pushes a number, in every lane.
  void number(double value);

  /// Pushes the result of an operation.
  ///
  /// @param operation a name of [dev.plumb.exact.Primitive], in small letters
  /// @param load pushes an argument, by its place
  void apply(String operation, IntConsumer load);

  /// Pushes the numbers that lie in an array from a place on.
  void load(Runnable array, Runnable place);

  /// Writes numbers into an array from a place on.
  void store(Runnable array, Runnable place, Runnable value);

  /// Runs code that reaches whole lanes of the workspace, also at the end of a row.
  default void whole(Runnable access) {
    access.run();
  }

  /// Whether the result of an operation is a mask.
  static boolean isMask(String operation) {
    return switch (operation) {
      case "less", "less_equal", "equal", "and", "or", "not" -> true;
      case null, default -> false;
    };
  }
}
