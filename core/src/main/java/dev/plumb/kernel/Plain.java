package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// The code of each primitive on doubles that lie on the stack.
final class Plain {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc STRICT = ClassDesc.of("java.lang.StrictMath");
  private static final ClassDesc SPECIAL = ClassDesc.of("dev.plumb.calculus.Special");
  private static final ClassDesc CONDITION = ClassDesc.of("dev.plumb.kernel.Condition");
  private static final MethodTypeDesc ONE = MethodTypeDesc.of(CD_double, CD_double);
  private static final MethodTypeDesc TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);
  private static final MethodTypeDesc THREE =
      MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double);

  private Plain() {}

  /// Pops the arguments and pushes the result.
  static void primitive(CodeBuilder code, String operation) {
    switch (operation) {
      case "add" -> code.dadd();
      case "subtract" -> code.dsub();
      case "multiply", "and" -> code.dmul();
      case "divide" -> code.ddiv();
      case "negate" -> code.dneg();
      case "not" -> code.dneg().loadConstant(1.0).dadd();
      case "power" -> code.invokestatic(STRICT, "pow", TWO);
      case "max", "or" -> code.invokestatic(MATH, "max", TWO);
      case "min" -> code.invokestatic(MATH, "min", TWO);
      case "abs", "sqrt" -> code.invokestatic(MATH, operation, ONE);
      case "sign" -> code.invokestatic(MATH, "signum", ONE);
      case "exp", "expm1", "log", "log1p", "sin", "cos", "atan", "tanh" ->
          code.invokestatic(STRICT, operation, ONE);
      case "erf", "erfc", "lgamma", "digamma", "trigamma" ->
          code.invokestatic(SPECIAL, operation, ONE);
      case "less", "less_equal", "greater", "greater_equal", "equal", "not_equal" ->
          code.invokestatic(CONDITION, operation, TWO);
      case "if" -> code.invokestatic(CONDITION, "choose", THREE);
      default -> throw new IllegalArgumentException("no plain code for " + operation);
    }
  }

  /// Pops two doubles and pushes 1 where they are equal.
  static void equal(CodeBuilder code) {
    code.invokestatic(CONDITION, "equal", TWO);
  }
}
