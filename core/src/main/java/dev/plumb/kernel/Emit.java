package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.plumb.formula.Shape;
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
import java.util.List;
import java.util.Map;

/// Writes a program as a hidden class with one method: the plain twin of every kernel, one sample
/// at a time.
///
/// Rows are looped over once for each depth of folds; what a later loop needs of an element is
/// computed again there. Arithmetic is IEEE 754 double, elementary functions are those of
/// StrictMath, so the bits are the same everywhere.
final class Emit {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc DOUBLES = CD_double.arrayType();
  private static final ClassDesc FLOATS = ClassDesc.ofDescriptor("[F");
  private static final MethodTypeDesc TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);
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
  private int placeSlot;

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
    placeSlot = code.allocateLocal(TypeKind.INT);
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
      if (step.shape() == Shape.NUMBER
          && step.depth() == depth
          && !sampleSlots.containsKey(i)
          && !step.isNumber()) {
        compute(step);
        store(i, sampleSlots);
      }
    }
  }

  private void compute(Step step) {
    if (step.isPick()) {
      pick(step);
    } else if (step.operation() == null) {
      loadInput(step, sampleSlot);
    } else {
      step.arguments().forEach(this::loadSample);
      Plain.primitive(code, step.operation());
    }
  }

  /// The element that an index points at: the steps of the row, computed there alone.
  private void pick(Step step) {
    loadSample(step.arguments().get(1));
    code.d2i().istore(elementSlot);
    new Elements(this, elementSlot).load(step.arguments().getFirst());
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
          var elements = new Elements(this, elementSlot);
          folds.forEach(f -> elements.need(program.steps().get(f).arguments().getFirst()));
          folds.forEach(f -> accumulate(f, elements, bests));
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

  private void accumulate(int fold, Elements elements, Map<Integer, Integer> bests) {
    Step step = program.steps().get(fold);
    int total = sampleSlots.get(fold);
    int element = step.arguments().getFirst();
    switch (step.operation()) {
      case "sum" -> {
        code.dload(total);
        elements.load(element);
        code.dadd().dstore(total);
      }
      case "max", "min" -> {
        code.dload(total);
        elements.load(element);
        code.invokestatic(MATH, step.operation(), TWO).dstore(total);
      }
      default -> best(step, element, elements, total, bests.get(fold));
    }
  }

  private void best(Step step, int element, Elements elements, int index, int best) {
    Label worse = code.newLabel();
    elements.load(element);
    code.dload(best);
    if (step.operation().equals("argmax")) {
      code.dcmpl().ifle(worse);
    } else {
      code.dcmpg().ifge(worse);
    }
    elements.load(element);
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
        loadSample(step);
        code.dastore();
      }
    }
    if (!rows.isEmpty()) {
      code.iconst_0().istore(elementSlot);
      loop(elementSlot, classesSlot, () -> rowOutputs(rows));
    }
  }

  private void rowOutputs(List<Integer> rows) {
    var elements = new Elements(this, elementSlot);
    rows.forEach(output -> elements.need(program.outputs().get(output)));
    for (int output : rows) {
      code.aload(outputSlots.get(output)).iload(baseSlot).iload(elementSlot).iadd();
      elements.load(program.outputs().get(output));
      code.dastore();
    }
  }

  // Loads and stores

  Program program() {
    return program;
  }

  CodeBuilder code() {
    return code;
  }

  int classesSlot() {
    return classesSlot;
  }

  /// Pushes the value of a step of a sample.
  void loadSample(int index) {
    Step step = program.steps().get(index);
    if (step.isNumber()) {
      code.loadConstant(step.value());
    } else {
      code.dload(sampleSlots.get(index));
    }
  }

  /// Pops a value into a new local, which the step is then found in.
  void store(int index, Map<Integer, Integer> slots) {
    int slot = code.allocateLocal(TypeKind.DOUBLE);
    code.dstore(slot);
    slots.put(index, slot);
  }

  /// Pushes the element of a row input that the index points at.
  void loadElement(Step step, int indexSlot) {
    code.iload(baseSlot).iload(indexSlot).iadd().istore(placeSlot);
    loadInput(step, placeSlot);
  }

  private void loadInput(Step step, int placeSlot) {
    int input = program.inputs().indexOf(step.name());
    code.aload(columnSlots.get(step.name())).iload(placeSlot);
    if (floats.get(input)) {
      code.faload().f2d();
    } else {
      code.daload();
    }
  }

  void loop(int counter, int limit, Runnable body) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(start).iload(counter).iload(limit).if_icmpge(end);
    body.run();
    code.iinc(counter, 1).goto_(start).labelBinding(end);
  }
}
