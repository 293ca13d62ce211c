package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.plumb.exact.Precision;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Code for one number at a time: the plain twin of [Lanes], with the same bits.
final class Scalar implements Machine {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc FLOATS = ClassDesc.of("java.lang.Float");
  private static final ClassDesc DOUBLES = ClassDesc.of("java.lang.Double");

  private final CodeBuilder code;
  private final boolean single;
  private final ClassDesc type;

  Scalar(CodeBuilder code, Precision precision) {
    this.code = code;
    this.single = precision == Precision.FLOAT;
    this.type = single ? CD_float : CD_double;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public TypeKind numberKind() {
    return single ? TypeKind.FLOAT : TypeKind.DOUBLE;
  }

  @Override
  public TypeKind maskKind() {
    return TypeKind.INT;
  }

  @Override
  public ClassDesc array() {
    return type.arrayType();
  }

  @Override
  public void number(double value) {
    if (single) {
      code.loadConstant((float) value);
    } else {
      code.loadConstant(value);
    }
  }

  @Override
  public void apply(String operation, IntConsumer load) {
    switch (operation) {
      case "add" -> binary(load, single ? CodeBuilder::fadd : CodeBuilder::dadd);
      case "subtract" -> binary(load, single ? CodeBuilder::fsub : CodeBuilder::dsub);
      case "multiply" -> binary(load, single ? CodeBuilder::fmul : CodeBuilder::dmul);
      case "divide" -> binary(load, single ? CodeBuilder::fdiv : CodeBuilder::ddiv);
      case "negate" -> {
        load.accept(0);
        if (single) {
          code.fneg();
        } else {
          code.dneg();
        }
      }
      case "fma" -> call(MATH, "fma", 3, load);
      case "abs" -> call(MATH, "abs", 1, load);
      case "sqrt" -> squareRoot(load);
      case "copy_sign" -> call(MATH, "copySign", 2, load);
      case "to_exponent", "from_exponent" -> shift(operation, load);
      case "less", "less_equal", "equal" -> compare(operation, load);
      case "and" -> binary(load, CodeBuilder::iand);
      case "or" -> binary(load, CodeBuilder::ior);
      case "not" -> {
        load.accept(0);
        code.iconst_1().ixor();
      }
      case "select" -> select(load);
      default -> throw new IllegalArgumentException("no code for " + operation);
    }
  }

  /// Pushes the larger (`max`) or the smaller (`min`) of two numbers, NaN if either is.
  void extreme(String operation, Runnable a, Runnable b) {
    call(MATH, operation, 2, i -> Body.pushed(i, a, b));
  }

  private void binary(IntConsumer load, Consumer<CodeBuilder> operation) {
    load.accept(0);
    load.accept(1);
    operation.accept(code);
  }

  private void call(ClassDesc owner, String method, int arguments, IntConsumer load) {
    for (int i = 0; i < arguments; i++) {
      load.accept(i);
    }
    code.invokestatic(owner, method, MethodTypeDesc.of(type, Collections.nCopies(arguments, type)));
  }

  /// The square root of a float is that of the double, rounded once more: the same number.
  private void squareRoot(IntConsumer load) {
    load.accept(0);
    if (single) {
      code.f2d();
    }
    code.invokestatic(MATH, "sqrt", MethodTypeDesc.of(CD_double, CD_double));
    if (single) {
      code.d2f();
    }
  }

  /// 1 where it holds; 0 where it does not, also for NaN.
  private void compare(String comparison, IntConsumer load) {
    load.accept(0);
    load.accept(1);
    Label no = code.newLabel();
    Label end = code.newLabel();
    switch (comparison) {
      case "less" -> greaterOnNan().ifge(no);
      case "less_equal" -> greaterOnNan().ifgt(no);
      default -> greaterOnNan().ifne(no);
    }
    code.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
  }

  private CodeBuilder greaterOnNan() {
    return single ? code.fcmpg() : code.dcmpg();
  }

  private void shift(String operation, IntConsumer load) {
    boolean left = operation.equals("to_exponent");
    load.accept(0);
    if (single) {
      code.invokestatic(FLOATS, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float));
      code.loadConstant(23);
      if (left) {
        code.ishl();
      } else {
        code.iushr().loadConstant(0x4B000000).ior();
      }
      code.invokestatic(FLOATS, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
    } else {
      code.invokestatic(DOUBLES, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
      code.loadConstant(52);
      if (left) {
        code.lshl();
      } else {
        code.lushr().loadConstant(0x4330000000000000L).lor();
      }
      code.invokestatic(DOUBLES, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
    }
  }

  private void select(IntConsumer load) {
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    load.accept(0);
    code.ifeq(otherwise);
    load.accept(1);
    code.goto_(end).labelBinding(otherwise);
    load.accept(2);
    code.labelBinding(end);
  }

  @Override
  public void load(Runnable array, Runnable place) {
    array.run();
    place.run();
    if (single) {
      code.faload();
    } else {
      code.daload();
    }
  }

  @Override
  public void store(Runnable array, Runnable place, Runnable value) {
    array.run();
    place.run();
    value.run();
    if (single) {
      code.fastore();
    } else {
      code.dastore();
    }
  }

  /// The type of a number.
  ClassDesc type() {
    return type;
  }

  /// Turns the whole number on the stack into a number of this precision.
  void fromWhole() {
    if (single) {
      code.i2f();
    } else {
      code.i2d();
    }
  }

  /// Turns the number on the stack into a whole one, towards 0.
  void toWhole() {
    if (single) {
      code.f2i();
    } else {
      code.d2i();
    }
  }

  /// Turns the double on the stack into a number of this precision.
  void fromDouble() {
    if (single) {
      code.d2f();
    }
  }
}
