package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// A kernel of samples that are rows: for each sample, or lanes of them, a method for each stage of
/// the program. Numbers of the sample, a loop over its elements, numbers that follow from its
/// folds, another loop, and so on, to the outputs.
///
/// What a stage leaves for later ones lies in the workspace, not in locals. The machine compiles
/// small methods soon; and in a small method the constants of a loop stay in registers, which they
/// do not where they live on from one loop to the next.
final class RowKernel {
  private final Task task;
  private final Workspace workspace;
  private final Memory memory;
  private final ClassDesc self;
  private final ClassBuilder type;
  private final Set<Integer> shared;
  private int stages;

  private RowKernel(Task task, Workspace workspace, ClassDesc self, ClassBuilder type) {
    this.task = task;
    this.workspace = workspace;
    this.self = self;
    this.type = type;
    boolean tiled = task.plan.layout() == Plan.Layout.SAMPLES;
    this.memory =
        new Memory(task.program, workspace, tiled ? LaneWidth.of(task.plan.precision()) : 1);
    this.shared = shared();
  }

  /// Writes the methods of the stages, and the one that calls them.
  static void write(
      Task task, Workspace workspace, ClassDesc self, MethodTypeDesc run, ClassBuilder type) {
    new RowKernel(task, workspace, self, type).write(run);
  }

  private void write(MethodTypeDesc run) {
    for (int depth = 0; depth <= task.program.depth(); depth++) {
      int of = depth;
      if (hasNumbers(depth)) {
        stage(rows -> numbers(rows, of));
      }
      if (hasFolds(depth + 1)) {
        stage(rows -> rows.folds(of + 1));
      }
    }
    stage(rows -> new Outputs(rows.body, 0, -1).write(rows));
    type.withMethodBody("run", run, ClassFile.ACC_PUBLIC, this::run);
  }

  private boolean hasNumbers(int depth) {
    for (int i = 0; i < task.program.steps().size(); i++) {
      if (isNumber(i) && task.step(i).depth() == depth) {
        return true;
      }
    }
    return false;
  }

  private boolean hasFolds(int depth) {
    for (int i = 0; i < task.program.steps().size(); i++) {
      if (task.isNeeded(i) && task.step(i).isLoop() && task.step(i).depth() == depth) {
        return true;
      }
    }
    return false;
  }

  /// Whether a step computes a number of the sample out of others, or picks it.
  private boolean isNumber(int step) {
    return task.isOfSample(step)
        && task.step(step).operation() != null
        && !task.step(step).isLoop();
  }

  // Stages

  private void stage(Consumer<Rows> body) {
    ClassDesc array = new Scalar(null, task.plan.precision()).array();
    Set<Integer> filled = Set.copyOf(memory.filled);
    type.withMethodBody(
        "stage" + stages,
        stageType(array),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
        code -> {
          Rows rows = rows(code, Slots.ofPart(code), filled);
          rows.open();
          body.accept(rows);
          code.return_();
        });
    stages++;
  }

  private static MethodTypeDesc stageType(ClassDesc array) {
    return MethodTypeDesc.of(
        CD_void,
        CD_Object.arrayType(),
        CD_int.arrayType(),
        CD_double.arrayType(),
        CD_int,
        CD_int,
        CD_double,
        array);
  }

  private Rows rows(CodeBuilder code, Slots slots, Set<Integer> filled) {
    var body = new Body(task, workspace, code, slots, this::finder);
    return new Rows(body, memory, filled);
  }

  /// Reads what is not in a local from the workspace and the columns.
  private Body.Finder finder(Body body) {
    return (index, machine) -> {
      Step step = task.step(index);
      if (machine != body.sample && !(machine == body.scalar && task.isInvariant(index))) {
        spread(body, index, step);
      } else if (step.isNumber()) {
        machine.number(step.value());
      } else if (task.isInvariant(index)) {
        constant(body, index, machine);
      } else if (step.operation() == null) {
        body.columns.number(task.program.inputs().indexOf(step.name()), 0);
      } else {
        body.sample.load(body::work, () -> body.begin(memory.number(index)));
      }
    };
  }

  private void spread(Body body, int index, Step step) {
    if (step.isNumber()) {
      body.element.number(step.value());
    } else {
      body.spread(() -> body.load(index, body.scalar));
    }
  }

  private void constant(Body body, int index, Machine machine) {
    Runnable number = () -> body.scalar.load(body::work, () -> body.place(memory.constants, index));
    if (machine == body.scalar) {
      number.run();
    } else {
      body.spread(number);
    }
  }

  /// The numbers of the sample that follow from folds of one depth.
  private void numbers(Rows rows, int depth) {
    Body body = rows.body;
    for (int i = 0; i < task.program.steps().size(); i++) {
      int index = i;
      Step step = task.step(i);
      if (!isNumber(i) || step.depth() != depth) {
        continue;
      }
      body.put(i, body.local(body.sample, task.isMask(i), () -> compute(rows, step)));
      if (shared.contains(i)) {
        body.sample.store(
            body::work,
            () -> body.begin(memory.newNumber(index)),
            () -> body.load(index, body.sample));
      }
    }
  }

  private static void compute(Rows rows, Step step) {
    Body body = rows.body;
    if (step.isPick()) {
      rows.pick(step);
    } else {
      body.apply(step, body.sample);
    }
  }

  /// The numbers of the sample that other stages than their own may need.
  private Set<Integer> shared() {
    var shared = new HashSet<Integer>(task.program.outputs());
    for (int i = 0; i < task.program.steps().size(); i++) {
      Step step = task.step(i);
      for (int argument : step.arguments()) {
        boolean same =
            step.shape() == Shape.NUMBER
                && !step.isStructure()
                && step.depth() == task.step(argument).depth()
                && !task.isMask(i);
        if (!same) {
          shared.add(argument);
        }
      }
    }
    shared.removeIf(task::isMask);
    return shared;
  }

  // The loop over samples

  private void run(CodeBuilder code) {
    ClassDesc array = new Scalar(code, task.plan.precision()).array();
    Rows rows = rows(code, Slots.ofRun(code, array), memory.filled);
    Body body = rows.body;
    body.once();
    for (int i = 0; i < task.program.steps().size(); i++) {
      int index = i;
      if (task.isConstant(i)) {
        body.scalar.store(
            body::work,
            () -> body.place(memory.constants, index),
            () -> body.load(index, body.scalar));
      }
    }
    code.iload(code.parameterSlot(4)).istore(body.slots.sample());
    body.loop(
        body.slots.sample(),
        code.parameterSlot(5),
        body.sample.width(),
        () -> {
          rows.open();
          rows.turnIn();
          for (int stage = 0; stage < stages; stage++) {
            body.slots.push(code);
            code.invokestatic(self, "stage" + stage, stageType(array));
          }
          rows.turnOut();
        });
    code.return_();
  }
}
