package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import dev.plumb.kernel.Workspace.Region;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A kernel in stages: for each sample, or lanes of them, a method for each stage of the program.
/// Numbers of the sample, a loop over its elements, numbers that follow from its folds, another
/// loop, and so on, to the outputs. Programs of rows run so, and those too long for one method.
///
/// What a stage leaves for later ones lies in the workspace, not in locals. The machine compiles
/// small methods soon; and in a small method the constants of a loop stay in registers, which they
/// do not where they live on from one loop to the next.
final class Staged {
  /// How many numbers of a sample one stage computes at most.
  private static final int LONGEST = 250;

  /// How many vectors of samples are computed at once.
  private static final int GROUPS = 2;

  private final Task task;
  private final Workspace workspace;

  /// What the groups of lanes of samples that are computed at once leave; one group but where
  /// samples lie on lanes.
  private final List<Memory> groups;

  private final int width;
  private final ClassDesc self;
  private final ClassBuilder type;

  /// For each depth of folds the stages of numbers that follow from them.
  private final List<List<List<Integer>>> numbers;

  /// The numbers that other stages than their own may need.
  private final Set<Integer> shared;

  private int stages;

  private Staged(Task task, Workspace workspace, ClassDesc self, ClassBuilder type) {
    this.task = task;
    this.workspace = workspace;
    this.self = self;
    this.type = type;
    boolean onLanes = task.plan.layout().hasSamplesOnLanes();
    this.width = onLanes ? LaneWidth.of(task.plan.precision()) : 1;
    Region constants = workspace.region(0, task.program.steps().size());
    this.groups =
        Stream.generate(() -> new Memory(task.program, workspace, width, constants))
            .limit(onLanes && isShort() ? Math.min(GROUPS, Sums.LANES / width) : 1)
            .toList();
    this.numbers = numbers();
    this.shared = shared();
  }

  private boolean isShort() {
    return task.program.steps().size() <= LONGEST / GROUPS && !task.program.hasPairs();
  }

  /// Writes the methods of the stages, and the one that calls them.
  static void write(
      Task task, Workspace workspace, ClassDesc self, MethodTypeDesc run, ClassBuilder type) {
    new Staged(task, workspace, self, type).write(run);
  }

  private void write(MethodTypeDesc run) {
    for (int depth = 0; depth <= task.program.depth(); depth++) {
      int of = depth;
      numbers.get(depth).forEach(steps -> stage(all -> all.forEach(rows -> numbers(rows, steps))));
      if (hasFolds(depth + 1)) {
        stage(all -> Rows.folds(all, of + 1));
      }
    }
    stage(all -> all.forEach(Staged::outputs));
    type.withMethodBody("run", run, ClassFile.ACC_PUBLIC, this::run);
  }

  private List<List<List<Integer>>> numbers() {
    var all = new ArrayList<List<List<Integer>>>();
    for (int depth = 0; depth <= task.program.depth(); depth++) {
      int of = depth;
      List<Integer> steps =
          IntStream.range(0, task.program.steps().size())
              .filter(i -> isNumber(i) && task.step(i).depth() == of)
              .boxed()
              .toList();
      all.add(steps.stream().gather(Gatherers.windowFixed(LONGEST)).toList());
    }
    return all;
  }

  private static void outputs(Rows rows) {
    rows.enter();
    new Outputs(rows.body, -1).write(rows);
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

  private void stage(Consumer<List<Rows>> stage) {
    ClassDesc array = new Scalar(null, task.plan.precision()).array();
    Set<Integer> filled = Set.copyOf(groups.getFirst().filled);
    type.withMethodBody(
        "stage" + stages,
        stageType(array),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
        code -> {
          Body body = body(code, Slots.ofPart(code));
          Rows.open(body);
          stage.accept(rows(body, filled));
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

  private Body body(CodeBuilder code, Slots slots) {
    return new Body(task, workspace, code, slots, this::finder);
  }

  /// The groups of samples.
  private List<Rows> rows(Body body, Set<Integer> filled) {
    int place = body.code.allocateLocal(TypeKind.INT);
    return IntStream.range(0, groups.size())
        .mapToObj(g -> new Rows(body, groups.get(g), filled, place, g * width))
        .toList();
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
        body.columns.number(task.program.inputs().indexOf(step.name()));
      } else {
        body.sample.load(
            body::work, () -> body.begin(groups.get(body.shift() / width).number(index)));
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
    Runnable number =
        () -> body.scalar.load(body::work, () -> body.place(groups.getFirst().constants, index));
    if (machine == body.scalar) {
      number.run();
    } else {
      body.spread(number);
    }
  }

  /// Some numbers of the sample.
  private void numbers(Rows rows, List<Integer> steps) {
    Body body = rows.body;
    rows.enter();
    for (int index : steps) {
      Step step = task.step(index);
      body.put(index, body.local(body.sample, task.isMask(index), () -> compute(rows, step)));
      if (shared.contains(index)) {
        body.sample.store(
            body::work,
            () -> body.begin(rows.memory.newNumber(index)),
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

  private Set<Integer> shared() {
    Map<Integer, List<Integer>> stage = new HashMap<>();
    numbers.forEach(depth -> depth.forEach(steps -> steps.forEach(i -> stage.put(i, steps))));
    var shared = new HashSet<Integer>(task.program.outputs());
    for (int i = 0; i < task.program.steps().size(); i++) {
      Step step = task.step(i);
      for (int argument : step.arguments()) {
        boolean same =
            !step.isStructure()
                && !task.isMask(i)
                && stage.containsKey(i)
                && stage.get(i) == stage.get(argument);
        if (!same) {
          shared.add(argument);
        }
      }
    }
    shared.removeIf(task::isMask);
    return shared;
  }

  /// The constants that elements on lanes take.
  private Set<Integer> pinned() {
    if (task.plan.layout() == Plan.Layout.PLAIN) {
      return Set.of();
    }
    var pinned = new HashSet<Integer>(task.program.outputs());
    for (Step step : task.program.steps()) {
      if (step.shape() != Shape.NUMBER || step.isStructure() || Machine.isMask(step.operation())) {
        pinned.addAll(step.arguments());
      }
    }
    return pinned;
  }

  // The loop over samples

  private void run(CodeBuilder code) {
    ClassDesc array = new Scalar(code, task.plan.precision()).array();
    Body body = body(code, Slots.ofRun(code, array));
    List<Rows> rows = rows(body, Set.of());
    Set<Integer> pinned = pinned();
    body.once();
    for (int i = 0; i < task.program.steps().size(); i++) {
      int index = i;
      if (task.isConstant(i) && (!task.step(i).isNumber() || pinned.contains(i))) {
        body.scalar.store(
            body::work,
            () -> body.place(groups.getFirst().constants, index),
            () -> body.load(index, body.scalar));
      }
    }
    code.iload(code.parameterSlot(4)).istore(body.slots.sample());
    body.loop(
        body.slots.sample(),
        code.parameterSlot(5),
        width * groups.size(),
        () -> {
          Rows.open(body);
          rows.forEach(Rows::turnIn);
          for (int stage = 0; stage < stages; stage++) {
            body.slots.push(code);
            code.invokestatic(self, "stage" + stage, stageType(array));
          }
          rows.forEach(Rows::turnOut);
        });
    code.return_();
  }
}
