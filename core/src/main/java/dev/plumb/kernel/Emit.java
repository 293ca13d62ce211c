package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;

/// Writes a program as a hidden class with one flat method, or with one for each stage. of rows.
final class Emit {
  private static final ClassDesc SELF = ClassDesc.of("dev.plumb.kernel.Compiled");
  private static final MethodTypeDesc RUN =
      MethodTypeDesc.of(
          CD_void,
          CD_Object.arrayType(),
          CD_int.arrayType(),
          CD_double.arrayType(),
          CD_int,
          CD_int,
          CD_int,
          CD_double,
          CD_Object);

  /// The machine never compiles a method of 8,000 bytes or more.
  private static final int LONGEST = 8000;

  private Emit() {}

  /// A program as loaded code.
  ///
  /// @param kernel its code
  /// @param perClass how many numbers of workspace it needs for each class
  /// @param fixed how many numbers of workspace it needs besides
  /// @param bytes the size of its longest method in bytes
  /// @param split whether it reads its inputs more than once, the second time after it has written
  ///   outputs
  record Compiled(Kernel kernel, int perClass, int fixed, int bytes, boolean split) {
    int workspace(int classes) {
      return Math.addExact(Math.multiplyExact(perClass, classes), fixed);
    }

    Compiled then(Compiled next) {
      Kernel first = kernel;
      Kernel second = next.kernel;
      return new Compiled(
          (arrays, offsets, parameters, classes, from, to, scale, work) -> {
            first.run(arrays, offsets, parameters, classes, from, to, scale, work);
            second.run(arrays, offsets, parameters, classes, from, to, scale, work);
          },
          Math.max(perClass, next.perClass),
          Math.max(fixed, next.fixed),
          Math.max(bytes, next.bytes),
          true);
    }
  }

  /// Compiles a program of exact steps: as one method or in stages, or, where a method would be too
  /// long for the machine to compile, as several kernels that each give some of the outputs.
  static Compiled kernel(Program program, Plan plan) {
    return kernel(program, plan, 0, program.outputs().size());
  }

  private static Compiled kernel(Program program, Plan plan, int from, int to) {
    Compiled whole = one(program, plan, from, to, program.hasRows());
    if (whole.bytes() >= LONGEST && !program.hasRows()) {
      whole = one(program, plan, from, to, true);
    }
    if (whole.bytes() < LONGEST || to - from < 2) {
      return whole;
    }
    int middle = (from + to) / 2;
    return kernel(program, plan, from, middle).then(kernel(program, plan, middle, to));
  }

  private static Compiled one(Program program, Plan plan, int from, int to, boolean inStages) {
    var workspace = new Workspace();
    var task = new Task(program, plan, from, to);
    byte[] bytes =
        bytes(
            Kernel.class,
            type -> {
              if (inStages) {
                Staged.write(task, workspace, SELF, RUN, type);
              } else {
                type.withMethodBody(
                    "run",
                    RUN,
                    ClassFile.ACC_PUBLIC,
                    code -> Pointwise.write(task, workspace, code));
              }
            });
    Dump.write(bytes, plan);
    return new Compiled(
        (Kernel) loaded(bytes), workspace.perClass(), workspace.fixed(), size(bytes), false);
  }

  /// Loads the only implementation of an interface with one method.
  static <T> T loaded(Class<T> type, String method, MethodTypeDesc of, Consumer<CodeBuilder> body) {
    byte[] bytes =
        bytes(type, c -> c.withMethodBody(method, of, ClassFile.ACC_PUBLIC, body::accept));
    return type.cast(loaded(bytes));
  }

  private static byte[] bytes(Class<?> type, Consumer<ClassBuilder> methods) {
    return ClassFile.of()
        .build(
            SELF,
            c -> {
              c.withInterfaceSymbols(ClassDesc.of(type.getName()))
                  .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                  .withMethodBody(INIT_NAME, MTD_void, ClassFile.ACC_PUBLIC, Emit::constructor);
              methods.accept(c);
            });
  }

  private static void constructor(CodeBuilder code) {
    code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
  }

  private static Object loaded(byte[] bytes) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("code that was just written cannot be loaded", e);
    }
  }

  /// The length of the longest method.
  private static int size(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .flatMap(m -> m.code().stream())
        .mapToInt(c -> ((CodeAttribute) c).codeLength())
        .max()
        .orElseThrow();
  }
}
