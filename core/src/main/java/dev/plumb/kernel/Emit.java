package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.plumb.kernel.Program.Step;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes a program as a hidden class with one method: the plain twin of every kernel, one sample
/// at a time.
///
/// Rows are looped over once for each depth of folds; what a later loop needs of an element is
/// computed again there. Arithmetic is IEEE 754 double, elementary functions are those of
/// StrictMath, so the bits are the same everywhere.
final class Emit {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc STRICT = ClassDesc.of("java.lang.StrictMath");
  private static final ClassDesc CONDITION = ClassDesc.of("dev.plumb.kernel.Condition");
  private static final ClassDesc DOUBLES = CD_double.arrayType();
  private static final ClassDesc FLOATS = ClassDesc.ofDescriptor("[F");
  private static final MethodTypeDesc ONE = MethodTypeDesc.of(CD_double, CD_double);
  private static final MethodTypeDesc TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);
  private static final MethodTypeDesc THREE =
      MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double);
  private static final MethodTypeDesc RUN =
      MethodTypeDesc.of(
          CD_void, CD_Object.arrayType(), DOUBLES, CD_int, CD_int, CD_int, DOUBLES.arrayType());

  private final Program program;
  private final List<Boolean> floats;
  private final CodeBuilder code;

  private final int columnsSlot;
  private final int parametersSlot;
  private final int classesSlot;
  private final int fromSlot;
  private final int toSlot;
  private final int outputsSlot;

  private final Map<String, Integer> columnSlots = new HashMap<>();
  private final Map<Integer, Integer> outputSlots = new HashMap<>();

  /// Where the value of a step of a sample lies.
  private final Map<Integer, Integer> sampleSlots = new HashMap<>();

  private int sampleSlot;
  private int elementSlot;
  private int baseSlot;

  private Emit(Program program, List<Boolean> floats, CodeBuilder code) {
    this.program = program;
    this.floats = floats;
    this.code = code;
    this.columnsSlot = code.parameterSlot(0);
    this.parametersSlot = code.parameterSlot(1);
    this.classesSlot = code.parameterSlot(2);
    this.fromSlot = code.parameterSlot(3);
    this.toSlot = code.parameterSlot(4);
    this.outputsSlot = code.parameterSlot(5);
  }

  /// Compiles a program.
  ///
  /// @param floats for each input whether its column is a `float[]`
  static Kernel kernel(Program program, List<Boolean> floats) {
    ClassDesc self = ClassDesc.of("dev.plumb.kernel.Compiled");
    byte[] bytes =
        ClassFile.of()
            .build(
                self,
                c ->
                    c.withInterfaceSymbols(ClassDesc.of("dev.plumb.kernel.Kernel"))
                        .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                        .withMethodBody(
                            INIT_NAME, MTD_void, ClassFile.ACC_PUBLIC, Emit::constructor)
                        .withMethodBody(
                            "run",
                            RUN,
                            ClassFile.ACC_PUBLIC,
                            code -> new Emit(program, floats, code).method()));
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return (Kernel) lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a kernel that was just written cannot be loaded", e);
    }
  }

  private static void constructor(CodeBuilder code) {
    code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
  }

  private void method() {
    arrays();
    parametersAndNumbers();
    sampleSlot = code.allocateLocal(TypeKind.INT);
    elementSlot = code.allocateLocal(TypeKind.INT);
    baseSlot = code.allocateLocal(TypeKind.INT);
    code.iload(fromSlot).istore(sampleSlot);
    loop(sampleSlot, toSlot, this::sample);
    code.return_();
  }

  private void arrays() {
    for (int i = 0; i < program.inputs().size(); i++) {
      int slot = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(columnsSlot).loadConstant(i).aaload().checkcast(floats.get(i) ? FLOATS : DOUBLES);
      code.astore(slot);
      columnSlots.put(program.inputs().get(i), slot);
    }
    for (int i = 0; i < program.outputs().size(); i++) {
      int slot = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(outputsSlot).loadConstant(i).aaload().astore(slot);
      outputSlots.put(i, slot);
    }
  }

  private void parametersAndNumbers() {
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      int parameter = step.name() == null ? -1 : program.parameters().indexOf(step.name());
      if (parameter >= 0) {
        code.aload(parametersSlot).loadConstant(parameter).daload();
        store(i, sampleSlots);
      } else if ("length".equals(step.operation())) {
        code.iload(classesSlot).i2d();
        store(i, sampleSlots);
      }
    }
  }

  /// One sample: for each depth of folds a loop over the elements, then the steps that needed it,
  /// then the outputs.
  private void sample() {
    code.iload(sampleSlot).iload(classesSlot).imul().istore(baseSlot);
    var known = new HashMap<>(sampleSlots);
    for (int depth = 0; depth <= program.depth(); depth++) {
      samples(depth);
      folds(depth + 1);
    }
    outputs();
    sampleSlots.clear();
    sampleSlots.putAll(known);
  }

  private void samples(int depth) {
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      if (!step.element()
          && step.depth() == depth
          && !sampleSlots.containsKey(i)
          && !isNumber(step)) {
        if (step.isPick()) {
          pick(step);
        } else {
          compute(step, sampleSlots);
        }
        store(i, sampleSlots);
      }
    }
  }

  /// The element that an index points at: the steps of the row, computed there alone.
  private void pick(Step step) {
    load(step.arguments().get(1), sampleSlots);
    code.d2i().istore(elementSlot);
    var slots = elements(List.of(step.arguments().getFirst()));
    load(step.arguments().getFirst(), slots);
  }

  private void folds(int depth) {
    var folds = new ArrayList<Integer>();
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      if (step.isLoop() && step.depth() == depth) {
        folds.add(i);
      }
    }
    if (folds.isEmpty()) {
      return;
    }
    Map<Integer, Integer> bests = new HashMap<>();
    for (int fold : folds) {
      String operation = program.steps().get(fold).operation();
      code.loadConstant(start(operation));
      store(fold, sampleSlots);
      if (operation.startsWith("arg")) {
        code.loadConstant(start(operation.substring(3)));
        store(fold, bests);
      }
    }
    code.iconst_0().istore(elementSlot);
    loop(
        elementSlot,
        classesSlot,
        () -> {
          var slots =
              elements(
                  folds.stream().map(f -> program.steps().get(f).arguments().getFirst()).toList());
          folds.forEach(f -> accumulate(f, slots, bests));
        });
  }

  private static double start(String fold) {
    return switch (fold) {
      case "max" -> Double.NEGATIVE_INFINITY;
      case "min" -> Double.POSITIVE_INFINITY;
      case "sum" -> -0.0;
      default -> 0.0;
    };
  }

  private void accumulate(int fold, Map<Integer, Integer> slots, Map<Integer, Integer> bests) {
    Step step = program.steps().get(fold);
    int total = sampleSlots.get(fold);
    int element = step.arguments().getFirst();
    switch (step.operation()) {
      case "sum" -> {
        code.dload(total);
        load(element, slots);
        code.dadd().dstore(total);
      }
      case "max", "min" -> {
        code.dload(total);
        load(element, slots);
        code.invokestatic(MATH, step.operation(), TWO).dstore(total);
      }
      default -> best(step, element, slots, total, bests.get(fold));
    }
  }

  private void best(Step step, int element, Map<Integer, Integer> slots, int index, int best) {
    Label worse = code.newLabel();
    load(element, slots);
    code.dload(best);
    if (step.operation().equals("argmax")) {
      code.dcmpl().ifle(worse);
    } else {
      code.dcmpg().ifge(worse);
    }
    load(element, slots);
    code.dstore(best).iload(elementSlot).i2d().dstore(index);
    code.labelBinding(worse);
  }

  private void outputs() {
    var rows = new ArrayList<Integer>();
    for (int i = 0; i < program.outputs().size(); i++) {
      int step = program.outputs().get(i);
      if (program.rowOutputs().get(i)) {
        rows.add(i);
      } else {
        code.aload(outputSlots.get(i)).iload(sampleSlot);
        load(step, sampleSlots);
        code.dastore();
      }
    }
    if (!rows.isEmpty()) {
      code.iconst_0().istore(elementSlot);
      loop(elementSlot, classesSlot, () -> rowOutputs(rows));
    }
  }

  private void rowOutputs(List<Integer> rows) {
    var slots = elements(rows.stream().map(program.outputs()::get).toList());
    for (int output : rows) {
      code.aload(outputSlots.get(output)).iload(baseSlot).iload(elementSlot).iadd();
      load(program.outputs().get(output), slots);
      code.dastore();
    }
  }

  /// Computes the element steps that these steps need, at the element that the element slot holds.
  private Map<Integer, Integer> elements(List<Integer> wanted) {
    Set<Integer> needed = new LinkedHashSet<>();
    wanted.forEach(w -> collect(w, needed));
    Map<Integer, Integer> slots = new HashMap<>(sampleSlots);
    needed.stream()
        .sorted()
        .forEach(i -> {
          Step step = program.steps().get(i);
          if (step.operation() == null) {
            loadInput(step);
          } else {
            compute(step, slots);
          }
          store(i, slots);
        });
    return slots;
  }

  private void collect(int index, Set<Integer> needed) {
    if (program.steps().get(index).element() && needed.add(index)) {
      program.steps().get(index).arguments().forEach(a -> collect(a, needed));
    }
  }

  // One step

  private void compute(Step step, Map<Integer, Integer> slots) {
    if (step.operation() == null) {
      loadInput(step);
      return;
    }
    switch (step.operation()) {
      case "onehot" -> {
        code.iload(elementSlot).i2d();
        load(step.arguments().getFirst(), slots);
        code.invokestatic(CONDITION, "equal", TWO);
      }
      default -> {
        step.arguments().forEach(a -> load(a, slots));
        primitive(step.operation());
      }
    }
  }

  private void primitive(String operation) {
    switch (operation) {
      case "add" -> code.dadd();
      case "subtract" -> code.dsub();
      case "multiply", "and" -> code.dmul();
      case "divide" -> code.ddiv();
      case "negate" -> code.dneg();
      case "power" -> code.invokestatic(STRICT, "pow", TWO);
      case "max", "or" -> code.invokestatic(MATH, "max", TWO);
      case "min" -> code.invokestatic(MATH, "min", TWO);
      case "abs", "sqrt" -> code.invokestatic(MATH, operation, ONE);
      case "sign" -> code.invokestatic(MATH, "signum", ONE);
      case "exp", "expm1", "log", "log1p", "sin", "cos", "atan", "tanh" ->
          code.invokestatic(STRICT, operation, ONE);
      case "not" -> code.dneg().loadConstant(1.0).dadd();
      case "less", "less_equal", "greater", "greater_equal", "equal", "not_equal" ->
          code.invokestatic(CONDITION, operation, TWO);
      case "if" -> code.invokestatic(CONDITION, "choose", THREE);
      default -> throw new IllegalArgumentException("no plain code for " + operation);
    }
  }

  // Loads and stores

  private static boolean isNumber(Step step) {
    return step.operation() == null && step.name() == null;
  }

  private void load(int index, Map<Integer, Integer> slots) {
    Step step = program.steps().get(index);
    if (isNumber(step)) {
      code.loadConstant(step.value());
    } else {
      code.dload(slots.get(index));
    }
  }

  private void store(int index, Map<Integer, Integer> slots) {
    int slot = code.allocateLocal(TypeKind.DOUBLE);
    code.dstore(slot);
    slots.put(index, slot);
  }

  private void loadInput(Step step) {
    int input = program.inputs().indexOf(step.name());
    code.aload(columnSlots.get(step.name()));
    if (program.rows().get(input)) {
      code.iload(baseSlot).iload(elementSlot).iadd();
    } else {
      code.iload(sampleSlot);
    }
    if (floats.get(input)) {
      code.faload().f2d();
    } else {
      code.daload();
    }
  }

  private void loop(int counter, int limit, Runnable body) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(start).iload(counter).iload(limit).if_icmpge(end);
    body.run();
    code.iinc(counter, 1).goto_(start).labelBinding(end);
  }
}
