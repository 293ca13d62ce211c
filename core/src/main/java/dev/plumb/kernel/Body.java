package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_int;

import dev.plumb.formula.Shape;
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

/// The body of a kernel: a loop over samples, and for each of them (or for lanes of them) the steps
/// of numbers, the loops over elements, the outputs.
///
/// One writer serves all three layouts. A step of a sample runs on the machine `sample`, a step of
/// an element on the machine `element`: scalars and scalars in the plain twin, lanes and lanes
/// where samples lie on lanes, scalars and lanes where the classes do.
final class Body {
  private static final int VIRTUAL_LANES = Sums.LANES;
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

  /// Up to so many bytes of code, the loop works on 32 samples at once.
  private static final int UNROLLED_BYTES = 5000;

  static final int BYTES_A_STEP = 10;

  final Program program;
  final Plan plan;
  final CodeBuilder code;
  final Scalar scalar;
  final Machine sample;
  final Machine element;
  final Workspace workspace;
  final Locals locals;
  final Rows rows;

  private final Columns columns;
  private final boolean[] invariant;
  private final int parametersSlot;
  final int classesSlot;
  private final int fromSlot;
  private final int toSlot;
  private final int scaleSlot;
  final int workSlot;
  int sampleSlot;

  /// Numbers, parameters and what follows from them: computed once, as scalars and, where lanes
  /// need them, in all lanes.
  private final Map<Integer, Integer> scalars = new HashMap<>();

  private final Map<Integer, Integer> spread = new HashMap<>();

  /// The steps of the sample at hand.
  private final Map<Integer, Integer> values = new HashMap<>();

  private int scaleValue;
  private final Region sums;
  private int[] totals;

  /// The outputs that this kernel gives, of those of the program.
  final int firstOutput;

  final int endOutput;

  private final boolean[] needed;
  private final int[] lastUses;

  Body(Program program, Plan plan, int firstOutput, int endOutput, CodeBuilder code) {
    this.program = program;
    this.plan = plan;
    this.firstOutput = firstOutput;
    this.endOutput = endOutput;
    this.needed = program.needed(firstOutput, endOutput);
    this.lastUses = lastUses(program);
    this.code = code;
    this.scalar = new Scalar(code, plan.precision());
    Machine lanes =
        plan.layout() == Layout.PLAIN
            ? scalar
            : new Lanes(code, plan.precision(), LaneWidth.of(plan.precision()));
    this.sample = plan.layout() == Layout.SAMPLES ? lanes : scalar;
    this.element = lanes;
    this.parametersSlot = code.parameterSlot(2);
    this.classesSlot = code.parameterSlot(3);
    this.fromSlot = code.parameterSlot(4);
    this.toSlot = code.parameterSlot(5);
    this.scaleSlot = code.parameterSlot(6);
    this.workSlot = code.allocateLocal(TypeKind.REFERENCE);
    this.locals = new Locals(code);
    this.workspace = new Workspace(code, classesSlot);
    this.sums = workspace.region(0, VIRTUAL_LANES * Sums.SPAN);
    this.columns = new Columns(this, code.parameterSlot(0), code.parameterSlot(1));
    this.invariant = invariants(program);
    this.rows = new Rows(this);
  }

  /// Writes the method, and tells what workspace it needs.
  Workspace write() {
    code.aload(code.parameterSlot(7)).checkcast(scalar.array()).astore(workSlot);
    columns.open();
    once();
    sampleSlot = code.allocateLocal(TypeKind.INT);
    code.iload(fromSlot).istore(sampleSlot);
    int bytes = program.steps().size() * BYTES_A_STEP * (VIRTUAL_LANES / sample.width());
    if (plan.layout() == Layout.SAMPLES && !program.hasRows() && bytes < UNROLLED_BYTES) {
      unrolled();
    } else {
      loop(sampleSlot, toSlot, sample.width(), () -> sample(0));
    }
    code.return_();
    return workspace;
  }

  /// The loop over vectors of samples, as many at once as make up the virtual lanes.
  private void unrolled() {
    if (!plan.reduced()) {
      vectors(toSlot);
      return;
    }
    int end = code.allocateLocal(TypeKind.INT);
    loop(
        sampleSlot,
        toSlot,
        0,
        () -> {
          code.iload(sampleSlot).loadConstant(-Sums.BLOCK).iand().loadConstant(Sums.BLOCK).iadd();
          code.iload(toSlot).invokestatic(MATH, "min", MethodTypeDesc.of(CD_int, CD_int, CD_int));
          code.istore(end);
          locals.scope(() -> block(end));
        });
  }

  /// The samples of one block: the sums of its lanes are in locals meanwhile.
  private void block(int end) {
    int first = locals.number(TypeKind.INT);
    lanesOfBlock();
    code.istore(first);
    totals = new int[VIRTUAL_LANES / sample.width()];
    for (int u = 0; u < totals.length; u++) {
      int shift = u * sample.width();
      totals[u] =
          local(
              sample,
              false,
              () -> sample.load(this::work, () -> code.iload(first).loadConstant(shift).iadd()));
    }
    vectors(end);
    for (int u = 0; u < totals.length; u++) {
      int shift = u * sample.width();
      int total = totals[u];
      sample.store(
          this::work, () -> code.iload(first).loadConstant(shift).iadd(), () -> code.aload(total));
    }
  }

  private void vectors(int end) {
    loop(
        sampleSlot,
        end,
        VIRTUAL_LANES,
        () -> {
          for (int shift = 0; shift < VIRTUAL_LANES; shift += sample.width()) {
            sample(shift);
          }
        });
  }

  /// Pushes where the lane sums of the block of the sample at hand begin.
  private void lanesOfBlock() {
    workspace.begin(sums);
    code.iload(sampleSlot).loadConstant(Integer.numberOfTrailingZeros(Sums.BLOCK)).ishr();
    code.loadConstant(VIRTUAL_LANES).imul().iadd();
  }

  // What is the same for all samples

  private static boolean[] invariants(Program program) {
    var invariant = new boolean[program.steps().size()];
    for (int i = 0; i < invariant.length; i++) {
      Step step = program.steps().get(i);
      invariant[i] =
          step.operation() == null
              ? step.isNumber() || program.parameters().contains(step.name())
              : step.operation().equals("length")
                  || !step.isStructure()
                      && step.shape() == Shape.NUMBER
                      && step.arguments().stream().allMatch(a -> invariant[a]);
    }
    return invariant;
  }

  private void once() {
    for (int i = 0; i < invariant.length; i++) {
      Step step = program.steps().get(i);
      if (needed[i] && invariant[i] && !step.isNumber()) {
        boolean mask = Machine.isMask(step.operation());
        scalars.put(i, local(scalar, mask, () -> invariant(step)));
      }
    }
    scaleValue =
        local(
            scalar,
            false,
            () -> {
              code.dload(scaleSlot);
              scalar.fromDouble();
            });
    if (element instanceof Lanes lanes) {
      if (sample != element) {
        lanes.open();
      }
      for (int i = 0; i < invariant.length; i++) {
        int place = i;
        if (needed[i] && invariant[i] && !Machine.isMask(program.steps().get(i).operation())) {
          spread.put(i, local(lanes, false, () -> spread(() -> load(place, scalar))));
        }
      }
      if (sample == element) {
        scaleValue = local(lanes, false, () -> spread(() -> scalarLocal(scaleValue, false)));
      }
    }
  }

  private void invariant(Step step) {
    if ("length".equals(step.operation())) {
      code.iload(classesSlot);
      scalar.fromWhole();
    } else if (step.operation() == null) {
      code.aload(parametersSlot).loadConstant(program.parameters().indexOf(step.name())).daload();
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

  // One sample, or lanes of samples

  private void sample(int shift) {
    values.clear();
    locals.scope(() -> {
      rows.open();
      for (int depth = 0; depth <= program.depth(); depth++) {
        steps(depth, shift);
        rows.folds(depth + 1);
      }
      new Outputs(this, shift).write();
      rows.close();
    });
  }

  private void steps(int depth, int shift) {
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      if (needed[i]
          && step.shape() == Shape.NUMBER
          && step.depth() == depth
          && !invariant[i]
          && !values.containsKey(i)) {
        values.put(i, local(sample, Machine.isMask(step.operation()), () -> compute(step, shift)));
        release(step, i);
      }
    }
  }

  /// Frees the locals of arguments that were used for the last time.
  private void release(Step step, int index) {
    for (int argument : step.arguments()) {
      Integer slot = values.get(argument);
      if (lastUses[argument] == index && slot != null) {
        values.remove(argument);
        locals.release(slot);
      }
    }
  }

  /// For each step the last one that takes it; none where rows or outputs do.
  private static int[] lastUses(Program program) {
    int[] last = new int[program.steps().size()];
    for (int i = 0; i < last.length && !program.hasRows(); i++) {
      for (int argument : program.steps().get(i).arguments()) {
        last[argument] = i;
      }
    }
    program.outputs().forEach(o -> last[o] = Integer.MAX_VALUE);
    return last;
  }

  private void compute(Step step, int shift) {
    if (step.isPick()) {
      rows.pick(step);
    } else if (step.operation() == null) {
      columns.number(program.inputs().indexOf(step.name()), shift);
    } else {
      sample.apply(step.operation(), i -> load(step.arguments().get(i), sample));
    }
  }

  // Values

  /// Records where the value of a step of the sample lies.
  void put(int step, int slot) {
    values.put(step, slot);
  }

  boolean isNeeded(int step) {
    return needed[step];
  }

  boolean isInvariant(int step) {
    return invariant[step];
  }

  /// Pushes the value of a step of the sample for a machine.
  void load(int index, Machine machine) {
    Step step = program.steps().get(index);
    boolean mask = Machine.isMask(step.operation());
    if (machine != scalar && (spread.containsKey(index))) {
      loadLocal(machine, mask, spread.get(index));
    } else if (machine == scalar && step.isNumber()) {
      scalar.number(step.value());
    } else if (machine == scalar && scalars.containsKey(index)) {
      loadLocal(machine, mask, scalars.get(index));
    } else if (mask && invariant[index]) {
      machine.apply(step.operation(), i -> load(step.arguments().get(i), machine));
    } else if (machine == sample) {
      loadLocal(machine, mask, values.get(index));
    } else {
      loadLocal(machine, mask, rows.spread(index));
    }
  }

  /// Pushes the scale of derivatives, on the machine of samples.
  void scale() {
    loadLocal(sample, false, scaleValue);
  }

  private void scalarLocal(int slot, boolean mask) {
    loadLocal(scalar, mask, slot);
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

  // The workspace and the columns

  void work() {
    code.aload(workSlot);
  }

  /// Pushes a place in a region.
  void place(Region region, int shift) {
    workspace.begin(region);
    code.loadConstant(shift).iadd();
  }

  Columns columns() {
    return columns;
  }

  /// Adds a loss to the sum of its virtual lane.
  void total(int shift, Runnable term) {
    if (totals != null) {
      int total = totals[shift / sample.width()];
      sample.apply("add", i -> pushed(i, () -> loadLocal(sample, false, total), term));
      storeLocal(sample, total);
      return;
    }
    Runnable place =
        () -> {
          lanesOfBlock();
          code.iload(sampleSlot).loadConstant(VIRTUAL_LANES - 1).iand().iadd();
        };
    sample.store(
        this::work,
        place,
        () -> sample.apply("add", i -> pushed(i, () -> sample.load(this::work, place), term)));
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
