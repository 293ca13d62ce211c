package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.plumb.kernel.Program.Step;
import dev.plumb.kernel.Workspace.Region;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;
import java.util.stream.IntStream;

/// One fold of a row into a number.
///
/// A sum has 32 virtual lanes: lane k adds the elements k, k + 32, …, and the lanes are joined by
/// halving, whatever lies on the lanes of the machine. The others do not depend on the order: the
/// largest of -0 and 0 is 0, NaN wins, and of equal elements the first is the best. `max_number`
/// and `min_number` pass NaN over ([Hidden]).
final class Fold {
  private final Rows rows;
  private final Body body;
  private final CodeBuilder code;
  private final int index;
  private final String operation;
  private final boolean carriesNan;
  private final int element;

  /// The locals of what was folded so far, one number or lanes.
  ///
  /// @param value the sum or the best element
  /// @param best where the best element is, or -1
  private record State(int value, int best) {}

  /// What was folded so far, unless it is in lanes of the workspace.
  private State running;

  /// The same for each of the vectors that make up the virtual lanes, while they are in locals.
  private List<State> unrolled = List.of();

  /// Which of those vectors the loop is at.
  private int vector;

  private Region lanes;
  private Region bestLanes;

  Fold(Rows rows, int index, Step step) {
    this.rows = rows;
    this.body = rows.body;
    this.code = body.code;
    this.index = index;
    this.operation = step.operation().replace("_number", "");
    this.carriesNan = operation.equals(step.operation()) && !isBest();
    this.element = step.arguments().getFirst();
  }

  /// The step that is folded.
  int element() {
    return element;
  }

  private boolean isSum() {
    return operation.equals("sum");
  }

  private boolean isBest() {
    return operation.startsWith("arg");
  }

  /// Whether lanes of one row are folded: classes on lanes, or the virtual lanes of a plain sum.
  private boolean hasLanes() {
    return body.sample != body.element || isSum() && !(rows.isTiled() && isCount(element));
  }

  /// Whether elements are 0 or 1, or NaN for a whole row: then no sum over a short row is rounded,
  /// and its order is free.
  private boolean isCount(int index) {
    Step step = body.program.steps().get(index);
    if (!"select".equals(step.operation())) {
      return step.isNumber() && (step.value() == 0 || step.value() == 1);
    }
    List<Integer> a = step.arguments();
    Step mask = body.program.steps().get(a.getFirst());
    boolean isGuard =
        mask.operation().equals("equal") && mask.arguments().equals(List.of(a.get(2), a.get(2)));
    return isCount(a.get(1)) && (isGuard || isCount(a.get(2)));
  }

  private double start() {
    return switch (operation) {
      case "max", "argmax" -> Double.NEGATIVE_INFINITY;
      case "min", "argmin" -> Double.POSITIVE_INFINITY;
      default -> -0.0;
    };
  }

  // Before the loop

  void open() {
    if (!hasLanes()) {
      running = fresh();
      return;
    }
    lanes = body.workspace.region(0, Sums.LANES * (rows.isTiled() ? body.sample.width() : 1));
    if (isBest()) {
      bestLanes = body.workspace.region(0, Sums.LANES);
    }
  }

  private State fresh() {
    Machine machine = body.element;
    return new State(
        body.local(machine, false, () -> machine.number(start())),
        isBest() ? body.local(machine, false, () -> machine.number(0)) : -1);
  }

  /// Clears lanes in the workspace.
  void fill() {
    if (hasLanes() && !rows.isTiled()) {
      fill(lanes, start());
      if (isBest()) {
        fill(bestLanes, 0);
      }
    }
  }

  private void fill(Region region, double number) {
    body.work();
    body.place(region, 0);
    body.place(region, Sums.LANES);
    body.scalar.number(number);
    code.invokestatic(
        java.lang.constant.ClassDesc.of("java.util.Arrays"),
        "fill",
        java.lang.constant.MethodTypeDesc.of(
            CD_void, body.scalar.array(), CD_int, CD_int, body.scalar.type()));
  }

  /// Clears lanes in locals, so many vectors of them.
  void unroll(int vectors) {
    unrolled = IntStream.range(0, vectors).mapToObj(_ -> fresh()).toList();
  }

  /// Whether so many vectors may be folded that each virtual lane has several.
  boolean isFree() {
    return !isSum() && !isBest();
  }

  /// Moves lanes from locals into the workspace.
  void spill() {
    Machine machine = body.element;
    int vectors = Math.min(unrolled.size(), Sums.LANES / machine.width());
    for (vector = vectors; vector < unrolled.size(); vector++) {
      int more = unrolled.get(vector).value;
      add(
          machine,
          unrolled.get(vector % vectors),
          () -> body.loadLocal(machine, false, more),
          null);
    }
    for (vector = 0; vector < vectors; vector++) {
      State state = unrolled.get(vector);
      int from = vector * machine.width();
      store(machine, state, () -> body.place(lanes, from), () -> body.place(bestLanes, from));
    }
    unrolled = List.of();
  }

  // In the loop

  /// Goes to the next of the vectors.
  void vector(int number) {
    vector = number;
  }

  void add(Elements elements) {
    if (!hasLanes()) {
      add(body.sample, running, () -> elements.load(element), elements);
    } else if (rows.isTiled()) {
      tiled(elements);
    } else {
      onLanes(elements);
    }
  }

  private void add(Machine machine, State state, Runnable e, Elements elements) {
    Runnable so = () -> body.loadLocal(machine, false, state.value);
    if (isSum()) {
      sum(machine, so, e);
      body.storeLocal(machine, state.value);
    } else if (machine == body.scalar && carriesNan) {
      body.scalar.extreme(operation, so, e);
      body.storeLocal(machine, state.value);
    } else {
      better(machine, state, so, e, () -> elements.place().index(machine));
    }
  }

  /// Takes an element that is better than what was best so far. NaN is never better; but where it
  /// is carried, the largest and the smallest are NaN if any element is.
  private void better(Machine machine, State state, Runnable so, Runnable e, Runnable place) {
    boolean greater = operation.endsWith("max");
    int better =
        body.local(
            machine,
            true,
            () -> machine.apply("less", i -> Body.pushed(greater ? i : 1 - i, so, e)));
    Runnable isBetter = () -> body.loadLocal(machine, true, better);
    if (isBest()) {
      choose(machine, isBetter, place, () -> body.loadLocal(machine, false, state.best));
      body.storeLocal(machine, state.best);
    }
    choose(machine, isBetter, e, so);
    body.storeLocal(machine, state.value);
    if (carriesNan) {
      choose(machine, () -> machine.apply("equal", _ -> e.run()), so, e);
      body.storeLocal(machine, state.value);
    }
  }

  private static void choose(Machine machine, Runnable mask, Runnable a, Runnable b) {
    machine.apply("select", i -> Body.pushed(i, mask, a, b));
  }

  /// Element k of all samples is added to row k mod 32 of a tile.
  private void tiled(Elements elements) {
    Machine machine = body.sample;
    Runnable at =
        () -> {
          body.begin(lanes);
          code.iload(rows.place()).loadConstant(Sums.LANES - 1).iand();
          code.loadConstant(machine.width()).imul().iadd();
        };
    Runnable e = () -> elements.load(element);
    elements.need(element);
    Label later = code.newLabel();
    Label end = code.newLabel();
    code.iload(rows.place()).loadConstant(Sums.LANES).if_icmpge(later);
    machine.store(body::work, at, e);
    code.goto_(end).labelBinding(later);
    machine.store(body::work, at, () -> sum(machine, () -> machine.load(body::work, at), e));
    code.labelBinding(end);
  }

  private static void sum(Machine machine, Runnable a, Runnable b) {
    machine.apply("add", i -> Body.pushed(i, a, b));
  }

  private void onLanes(Elements elements) {
    Machine machine = body.element;
    int e = body.local(machine, false, () -> within(elements));
    Runnable element = () -> body.loadLocal(machine, false, e);
    if (!unrolled.isEmpty()) {
      add(machine, unrolled.get(vector), element, elements);
      return;
    }
    Runnable at = () -> lane(lanes);
    Runnable bestAt = () -> lane(bestLanes);
    State state = new State(loaded(machine, at), isBest() ? loaded(machine, bestAt) : -1);
    add(machine, state, element, elements);
    store(machine, state, at, bestAt);
  }

  private int loaded(Machine machine, Runnable at) {
    return body.local(machine, false, () -> machine.whole(() -> machine.load(body::work, at)));
  }

  private void store(Machine machine, State state, Runnable at, Runnable bestAt) {
    stored(machine, at, state.value);
    if (isBest()) {
      stored(machine, bestAt, state.best);
    }
  }

  private void stored(Machine machine, Runnable at, int slot) {
    machine.whole(() -> machine.store(body::work, at, () -> body.loadLocal(machine, false, slot)));
  }

  /// The elements, those beyond the end of the row as if there were none.
  private void within(Elements elements) {
    elements.load(element);
    if (body.element instanceof Lanes machine) {
      machine.neutral(start());
    }
  }

  private void lane(Region region) {
    body.begin(region);
    code.iload(rows.place()).loadConstant(Sums.LANES - 1).iand().iadd();
  }

  // After the loop

  void close() {
    if (hasLanes() && rows.isTiled()) {
      halve();
      rows.memory.number(index, lanes);
    } else if (hasLanes()) {
      result(this::join);
    } else if (isBest()) {
      result(() -> body.loadLocal(body.sample, false, running.best));
    } else {
      Runnable so = () -> body.loadLocal(body.sample, false, running.value);
      result(() -> sum(body.sample, so, () -> body.sample.number(0)));
    }
  }

  private void result(Runnable value) {
    body.sample.store(body::work, () -> body.begin(rows.memory.newNumber(index)), value);
  }

  private void join() {
    if (isBest()) {
      body.call(
          Sums.class,
          operation,
          body.scalar.type(),
          () -> body.place(lanes, 0),
          () -> body.place(bestLanes, 0));
    } else {
      body.call(Sums.class, operation, body.scalar.type(), () -> body.place(lanes, 0));
    }
  }

  /// Joins the rows of a tile by halving; rows that no element has reached are left out.
  private void halve() {
    Machine machine = body.sample;
    int limit = body.locals.number(TypeKind.INT);
    int row = body.locals.number(TypeKind.INT);
    for (int half = Sums.LANES / 2; half > 0; half /= 2) {
      int distance = half;
      code.iload(body.slots.classes()).loadConstant(half).isub().loadConstant(half);
      code.invokestatic(
          java.lang.constant.ClassDesc.of("java.lang.Math"),
          "min",
          java.lang.constant.MethodTypeDesc.of(CD_int, CD_int, CD_int));
      code.istore(limit).iconst_0().istore(row);
      Runnable low = () -> rowOf(row, 0);
      Runnable high = () -> rowOf(row, distance);
      body.loop(
          row,
          limit,
          1,
          () ->
              machine.store(
                  body::work,
                  low,
                  () ->
                      sum(
                          machine,
                          () -> machine.load(body::work, low),
                          () -> machine.load(body::work, high))));
    }
  }

  private void rowOf(int rowSlot, int more) {
    body.begin(lanes);
    code.iload(rowSlot).loadConstant(more).iadd();
    code.loadConstant(body.sample.width()).imul().iadd();
  }
}
