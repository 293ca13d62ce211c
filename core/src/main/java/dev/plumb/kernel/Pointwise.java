package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_int;

import dev.plumb.kernel.Program.Step;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A kernel of samples that are numbers: one flat method, a loop over samples or lanes of them.
final class Pointwise {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

  /// Up to so many bytes of code, the loop works on 32 samples at once. In longer ones numbers
  /// leave the registers, and the compiler may give up on vectors: `focal` took a tenth longer.
  private static final int UNROLLED_BYTES = 2500;

  private final Task task;
  private final Body body;
  private final CodeBuilder code;
  private final int[] lastUses;
  private final int to;

  /// The locals of the sums of the virtual lanes, while a block is computed.
  private int[] totals;

  private Pointwise(Task task, Workspace workspace, CodeBuilder code) {
    this.task = task;
    this.code = code;
    var scalar = new Scalar(code, task.plan.precision());
    this.body =
        new Body(task, workspace, code, Slots.ofRun(code, scalar.array()), _ -> Pointwise::unfound);
    this.to = code.parameterSlot(5);
    this.lastUses = lastUses(task.program);
  }

  private static void unfound(int step, Machine machine) {
    throw new IllegalStateException("step " + step + " was not computed before it is needed");
  }

  /// Writes the method.
  static void write(Task task, Workspace workspace, CodeBuilder code) {
    new Pointwise(task, workspace, code).write();
  }

  private void write() {
    body.once();
    if (body.element instanceof Lanes) {
      body.spreadOnce();
    }
    body.needScale();
    code.iload(code.parameterSlot(4)).istore(body.slots.sample());
    Machine machine = body.sample;
    int bytes = task.program.steps().size() * Body.BYTES_A_STEP * (Sums.LANES / machine.width());
    if (machine instanceof Lanes && bytes < UNROLLED_BYTES) {
      unrolled();
    } else {
      body.loop(body.slots.sample(), to, machine.width(), () -> samples(1));
    }
    code.return_();
  }

  /// The loop over vectors of samples, as many at once as make up the virtual lanes.
  private void unrolled() {
    if (!task.plan.reduced()) {
      vectors(to);
      return;
    }
    int end = code.allocateLocal(TypeKind.INT);
    body.loop(
        body.slots.sample(),
        to,
        0,
        () -> {
          code.iload(body.slots.sample()).loadConstant(-Sums.BLOCK).iand();
          code.loadConstant(Sums.BLOCK).iadd().iload(to);
          code.invokestatic(MATH, "min", MethodTypeDesc.of(CD_int, CD_int, CD_int)).istore(end);
          body.locals.scope(() -> block(end));
        });
  }

  /// The samples of one block: the sums of its lanes are in locals meanwhile.
  private void block(int end) {
    Machine machine = body.sample;
    int first = body.locals.number(TypeKind.INT);
    body.lanesOfBlock();
    code.istore(first);
    totals = new int[Sums.LANES / machine.width()];
    for (int u = 0; u < totals.length; u++) {
      Runnable place = place(first, u);
      totals[u] = body.local(machine, false, () -> machine.load(body::work, place));
    }
    vectors(end);
    for (int u = 0; u < totals.length; u++) {
      int total = totals[u];
      machine.store(body::work, place(first, u), () -> code.aload(total));
    }
  }

  private Runnable place(int first, int vector) {
    int shift = vector * body.sample.width();
    return () -> code.iload(first).loadConstant(shift).iadd();
  }

  private void vectors(int end) {
    body.loop(
        body.slots.sample(), end, Sums.LANES, () -> samples(Sums.LANES / body.sample.width()));
  }

  /// So many vectors of samples side by side: each step of all of them before the next step, so
  /// that the processor always has steps at hand that need not wait for each other.
  private void samples(int vectors) {
    int width = body.sample.width();
    List<Map<Integer, Integer>> values = Stream.generate(this::none).limit(vectors).toList();
    body.locals.scope(() -> {
      for (int i = 0; i < lastUses.length; i++) {
        for (int vector = 0; vector < vectors && task.isOfSample(i); vector++) {
          body.turnTo(values.get(vector), vector * width);
          step(i);
        }
      }
      for (int vector = 0; vector < vectors; vector++) {
        body.turnTo(values.get(vector), vector * width);
        new Outputs(body, totals == null ? -1 : totals[vector]).write(null);
      }
    });
  }

  private Map<Integer, Integer> none() {
    return new HashMap<>();
  }

  private void step(int index) {
    Step step = task.step(index);
    body.put(index, body.local(body.sample, task.isMask(index), () -> compute(step)));
    release(step, index);
  }

  private void compute(Step step) {
    if (step.operation() == null) {
      body.columns.number(task.program.inputs().indexOf(step.name()));
    } else {
      body.apply(step, body.sample);
    }
  }

  /// Frees the locals of arguments that were used for the last time.
  private void release(Step step, int index) {
    for (int argument : step.arguments()) {
      if (lastUses[argument] == index) {
        body.release(argument);
      }
    }
  }

  /// For each step the last one that takes it.
  private static int[] lastUses(Program program) {
    int[] last = new int[program.steps().size()];
    for (int i = 0; i < last.length; i++) {
      for (int argument : program.steps().get(i).arguments()) {
        last[argument] = i;
      }
    }
    program.outputs().forEach(o -> last[o] = Integer.MAX_VALUE);
    return last;
  }
}
