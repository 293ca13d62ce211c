package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_int;

import dev.plumb.kernel.Plan.Layout;
import dev.plumb.kernel.Program.Step;
import dev.plumb.kernel.Workspace.Region;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The body of one method of a kernel: its machines, its locals, and where it finds the values of
/// steps.
///
/// One writer serves all layouts. A step of a sample runs on the machine `sample`, a step of an
/// element on the machine `element`: scalars and scalars in the plain twin, lanes and lanes where
/// samples lie on lanes, scalars and lanes where the classes do.
final class Body {
  static final int BYTES_A_STEP = 10;

  final Task task;
  final Program program;
  final Plan plan;
  final CodeBuilder code;
  final Slots slots;
  final Scalar scalar;
  final Machine sample;
  final Machine element;
  final Workspace workspace;
  final Locals locals;
  final Columns columns;

  /// How a value that no local holds yet is found.
  private final Finder finder;

  /// The locals of what is the same for all samples, as scalars and in all lanes.
  private final Map<Integer, Integer> scalars = new HashMap<>();

  private final Map<Integer, Integer> spread = new HashMap<>();

  /// The locals of the sample at hand, and, where classes lie on lanes, those in all lanes.
  private Map<Integer, Integer> values = new HashMap<>();

  private final Map<Integer, Integer> spreadValues = new HashMap<>();

  private int shift;

  /// The local of the scale of derivatives, on the machine of samples.
  private int scaleSlot = -1;

  /// Finds values for a method.
  interface Finder {
    /// Pushes the value of a step of the sample that no local holds yet.
    void push(int step, Machine machine);
  }

  Body(Task task, Workspace workspace, CodeBuilder code, Slots slots, Finding finding) {
    this.task = task;
    this.program = task.program;
    this.plan = task.plan;
    this.code = code;
    this.slots = slots;
    this.scalar = new Scalar(code, plan.precision());
    Machine lanes =
        plan.layout() == Layout.PLAIN
            ? scalar
            : new Lanes(code, plan.precision(), LaneWidth.of(plan.precision()));
    this.sample = plan.layout().hasSamplesOnLanes() ? lanes : scalar;
    this.element = lanes;
    this.locals = new Locals(code);
    this.workspace = workspace;
    this.columns = new Columns(this);
    this.finder = finding.of(this);
    columns.open();
    if (sample != element) {
      ((Lanes) element).open();
    }
  }

  /// Makes the finder of a method.
  interface Finding {
    Finder of(Body body);
  }

  // What is the same for all samples

  /// Computes parameters and what follows from them, as scalars.
  void once() {
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      if (task.isNeeded(i) && task.isInvariant(i) && !step.isNumber()) {
        scalars.put(i, local(scalar, task.isMask(i), () -> invariant(step)));
      }
    }
  }

  /// Puts them into all lanes.
  void spreadOnce() {
    for (int i = 0; i < program.steps().size(); i++) {
      int place = i;
      if (task.isConstant(i)) {
        spread.put(i, local(element, false, () -> spread(() -> load(place, scalar))));
      }
    }
  }

  /// Puts a number into all lanes of a local for a loop to come, from where it lies in the
  /// workspace. Written into the code, it would be made anew wherever the loop uses it: the machine
  /// holds what is cheap to make no register over calls, not even over those that never happen.
  void pin(int step, Region constants) {
    if (spread.containsKey(step)) {
      return;
    }
    spread.put(
        step,
        local(
            element,
            false,
            () -> spread(() -> scalar.load(this::work, () -> place(constants, step)))));
  }

  private void invariant(Step step) {
    if ("length".equals(step.operation())) {
      code.iload(slots.classes());
      scalar.fromWhole();
    } else if (step.operation() == null) {
      code.aload(slots.parameters()).loadConstant(program.parameters().indexOf(step.name()));
      code.daload();
      scalar.fromDouble();
    } else {
      scalar.apply(step.operation(), i -> load(step.arguments().get(i), scalar));
    }
  }

  /// Pushes lanes that all hold a scalar.
  void spread(Runnable number) {
    ((Lanes) element).species();
    number.run();
    ((Lanes) element).broadcast();
  }

  // Values

  /// Turns to another sample, or lanes of samples.
  ///
  /// @param locals those of the steps of that sample
  /// @param shift how far it lies behind the one that the method is at
  void turnTo(Map<Integer, Integer> locals, int shift) {
    values = locals;
    this.shift = shift;
  }

  /// How far the sample at hand lies behind the one that the method is at.
  int shift() {
    return shift;
  }

  /// Records where the value of a step of the sample lies.
  void put(int step, int slot) {
    values.put(step, slot);
  }

  boolean holds(int step) {
    return values.containsKey(step);
  }

  /// Ends the use of a step of the sample.
  void release(int step) {
    Integer slot = values.remove(step);
    if (slot != null) {
      locals.release(slot);
    }
  }

  /// Pushes the value of a step of the sample for a machine.
  void load(int index, Machine machine) {
    Step step = program.steps().get(index);
    if (machine == scalar && step.isNumber()) {
      scalar.number(step.value());
    } else {
      loadLocal(machine, task.isMask(index), slot(index, machine));
    }
  }

  /// Sees to it that a local holds a value.
  void need(int index, Machine machine) {
    if (machine != scalar || !program.steps().get(index).isNumber()) {
      slot(index, machine);
    }
  }

  private int slot(int index, Machine machine) {
    Integer slot =
        task.isInvariant(index) ? (machine == scalar ? scalars : spread).get(index) : null;
    if (slot != null) {
      return slot;
    }
    Map<Integer, Integer> known = machine == sample ? values : spreadValues;
    if (!known.containsKey(index)) {
      known.put(index, local(machine, task.isMask(index), () -> find(index, machine)));
    }
    return known.get(index);
  }

  private void find(int index, Machine machine) {
    if (task.isMask(index)) {
      apply(program.steps().get(index), machine);
    } else {
      finder.push(index, machine);
    }
  }

  /// Pushes the result of a step of the sample. Its arguments are found first, since a choice
  /// between scalars jumps over one of them.
  void apply(Step step, Machine machine) {
    step.arguments().forEach(a -> need(a, machine));
    machine.apply(step.operation(), i -> load(step.arguments().get(i), machine));
  }

  /// Pushes the scale of derivatives, on the machine of samples.
  void scale() {
    if (scaleSlot < 0) {
      needScale();
    }
    loadLocal(sample, false, scaleSlot);
  }

  /// Sees to it that a local holds the scale.
  void needScale() {
    Runnable number =
        () -> {
          code.dload(slots.scale());
          scalar.fromDouble();
        };
    scaleSlot =
        local(
            sample,
            false,
            () -> {
              if (sample == scalar) {
                number.run();
              } else {
                spread(number);
              }
            });
  }

  /// A new local that holds what the code pushes.
  int local(Machine machine, boolean mask, Runnable push) {
    TypeKind kind = mask ? machine.maskKind() : machine.numberKind();
    push.run();
    int slot = mask ? locals.mask(kind) : locals.number(kind);
    code.storeLocal(kind, slot);
    return slot;
  }

  void loadLocal(Machine machine, boolean mask, int slot) {
    code.loadLocal(mask ? machine.maskKind() : machine.numberKind(), slot);
  }

  void storeLocal(Machine machine, int slot) {
    code.storeLocal(machine.numberKind(), slot);
  }

  // The workspace

  void work() {
    code.aload(slots.work());
  }

  /// Pushes where a region begins.
  void begin(Region region) {
    code.loadConstant(region.fixed());
    if (region.perClass() > 0) {
      code.iload(slots.classes()).loadConstant(region.perClass()).imul().iadd();
    }
  }

  /// Pushes a place in a region.
  void place(Region region, int shift) {
    begin(region);
    code.loadConstant(shift).iadd();
  }

  /// Pushes where the lane sums of the block of the sample at hand begin.
  void lanesOfBlock() {
    begin(workspace.sums);
    code.iload(slots.sample()).loadConstant(Integer.numberOfTrailingZeros(Sums.BLOCK)).ishr();
    code.loadConstant(Sums.LANES).imul().iadd();
  }

  static void pushed(int place, Runnable... arguments) {
    arguments[place].run();
  }

  /// Calls a method of [Tiles] or [Sums] with the workspace first.
  void call(Class<?> owner, String method, ClassDesc returns, Runnable... whole) {
    work();
    List.of(whole).forEach(Runnable::run);
    var types = new ArrayList<ClassDesc>(List.of(scalar.array()));
    types.addAll(Collections.nCopies(whole.length, CD_int));
    code.invokestatic(ClassDesc.of(owner.getName()), method, MethodTypeDesc.of(returns, types));
  }

  /// A loop while a counter is below a limit.
  ///
  /// @param step what the counter grows by, or 0 where the body sees to that
  void loop(int counter, int limit, int step, Runnable body) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(start).iload(counter).iload(limit).if_icmpge(end);
    body.run();
    if (step > 0) {
      code.iinc(counter, step);
    }
    code.goto_(start).labelBinding(end);
  }
}
