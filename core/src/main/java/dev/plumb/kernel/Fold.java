package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.plumb.kernel.Program.Step;
import dev.plumb.kernel.Workspace.Region;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

/// One fold of a row into a number.
///
/// A sum has 32 virtual lanes: lane k adds the elements k, k + 32, …, and the lanes are joined by
/// halving, whatever lies on the lanes of the machine. The others do not depend on the order: the
/// largest of -0 and 0 is 0, NaN wins, and of equal elements the first is the best.
final class Fold {
  private final Rows rows;
  private final Body body;
  private final CodeBuilder code;
  private final int index;
  private final String operation;
  private final int element;

  /// Where the value so far lies, unless it is in lanes of the workspace.
  private int value = -1;

  private int best = -1;
  private Region lanes;
  private Region bestLanes;

  Fold(Rows rows, int index, Step step) {
    this.rows = rows;
    this.body = rows.body;
    this.code = body.code;
    this.index = index;
    this.operation = step.operation();
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
    return body.sample != body.element || isSum();
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
    if (hasLanes()) {
      int width = rows.isTiled() ? body.sample.width() : 1;
      lanes = body.workspace.region(0, Sums.LANES * width);
      if (!rows.isTiled()) {
        fill(lanes, start());
      }
      if (isBest()) {
        bestLanes = body.workspace.region(0, Sums.LANES);
        fill(bestLanes, 0);
      }
      return;
    }
    value = body.local(body.sample, false, () -> body.sample.number(start()));
    if (isBest()) {
      best = body.local(body.sample, false, () -> body.sample.number(0));
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

  // In the loop

  void add(Elements elements) {
    if (!hasLanes()) {
      running(elements);
    } else if (rows.isTiled()) {
      tiled(elements);
    } else {
      onLanes(elements);
    }
  }

  private void running(Elements elements) {
    Machine machine = body.sample;
    Runnable e = () -> elements.load(element);
    Runnable so = () -> body.loadLocal(machine, false, value);
    if (isBest()) {
      int better = body.local(machine, true, () -> better(machine, e, so));
      Runnable mask = () -> body.loadLocal(machine, true, better);
      choose(machine, mask, () -> elements.place().index(machine), best);
      choose(machine, mask, e, value);
    } else {
      largest(machine, e, so);
      body.storeLocal(machine, value);
    }
  }

  private void choose(Machine machine, Runnable mask, Runnable a, int slot) {
    machine.apply(
        "select", i -> Body.pushed(i, mask, a, () -> body.loadLocal(machine, false, slot)));
    body.storeLocal(machine, slot);
  }

  private void better(Machine machine, Runnable e, Runnable so) {
    boolean max = operation.endsWith("max");
    machine.apply("less", i -> Body.pushed(max ? i : 1 - i, so, e));
  }

  /// The larger (or smaller) of an element and the value so far; NaN if either is.
  private void largest(Machine machine, Runnable e, Runnable so) {
    boolean max = operation.equals("max");
    Runnable notBetter =
        () -> machine.apply("less_equal", i -> Body.pushed(max ? i : 1 - i, e, so));
    Runnable isNan = () -> machine.apply("not", _ -> machine.apply("equal", _ -> so.run()));
    Runnable stays = () -> machine.apply("or", i -> Body.pushed(i, notBetter, isNan));
    machine.apply("select", i -> Body.pushed(i, stays, so, e));
  }

  /// Element k of all samples is added to row k mod 32 of a tile.
  private void tiled(Elements elements) {
    Machine machine = body.sample;
    Runnable at =
        () -> {
          body.workspace.begin(lanes);
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
    Runnable at = () -> lane(lanes);
    Runnable so = () -> machine.whole(() -> machine.load(body::work, at));
    int e = body.local(machine, false, () -> within(elements));
    Runnable element = () -> body.loadLocal(machine, false, e);
    if (isSum()) {
      machine.whole(() -> machine.store(body::work, at, () -> sum(machine, so, element)));
    } else if (isBest()) {
      int better = body.local(machine, true, () -> better(machine, element, so));
      Runnable mask = () -> body.loadLocal(machine, true, better);
      Runnable bestAt = () -> lane(bestLanes);
      Runnable bestSo = () -> machine.load(body::work, bestAt);
      Runnable place = () -> elements.place().index(machine);
      chosen(machine, bestAt, mask, place, bestSo);
      chosen(machine, at, mask, element, () -> machine.load(body::work, at));
    } else {
      int larger = body.local(machine, false, () -> largest(machine, element, so));
      machine.whole(
          () -> machine.store(body::work, at, () -> body.loadLocal(machine, false, larger)));
    }
  }

  private void chosen(Machine machine, Runnable at, Runnable mask, Runnable a, Runnable b) {
    machine.whole(() ->
        machine.store(
            body::work, at, () -> machine.apply("select", i -> Body.pushed(i, mask, a, b))));
  }

  /// The elements, those beyond the end of the row as if there were none.
  private void within(Elements elements) {
    elements.load(element);
    if (body.element instanceof Lanes machine) {
      machine.neutral(start());
    }
  }

  private void lane(Region region) {
    body.workspace.begin(region);
    code.iload(rows.place()).loadConstant(Sums.LANES - 1).iand().iadd();
  }

  // After the loop

  void close() {
    if (hasLanes() && rows.isTiled()) {
      halve();
      value = body.local(body.sample, false, () -> body.sample.load(body::work, this::first));
    } else if (hasLanes()) {
      value = body.local(body.scalar, false, this::join);
    } else if (isBest()) {
      value = best;
    } else {
      sum(body.sample, () -> body.loadLocal(body.sample, false, value), this::zero);
      body.storeLocal(body.sample, value);
    }
    body.put(index, value);
  }

  private void zero() {
    body.sample.number(0);
  }

  private void first() {
    body.place(lanes, 0);
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
      code.iload(body.classesSlot).loadConstant(half).isub().loadConstant(half);
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
    body.workspace.begin(lanes);
    code.iload(rowSlot).loadConstant(more).iadd();
    code.loadConstant(body.sample.width()).imul().iadd();
  }
}
