package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Plan.Layout;
import dev.plumb.kernel.Program.Step;
import dev.plumb.kernel.Workspace.Region;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The loops over the elements of rows.
///
/// For each depth of folds there is one loop, and one for the outputs. What is dear and needed in
/// more than one of them is kept in the workspace; the rest is computed again.
final class Rows {
  /// Up to so many bytes of code, a loop with folds works on 32 elements at once.
  private static final int UNROLLED_BYTES = 3000;

  /// With more steps than these, a loop over elements is written once only, with masks.
  private static final int MOST_STEPS = 300;

  final Body body;
  final Memory memory;
  private final CodeBuilder code;
  private final Program program;
  private final Set<Integer> dear;

  /// The steps whose elements earlier methods have kept.
  private final Set<Integer> filled;

  private final int place;

  /// How many steps are about elements.
  private final long rowSteps;

  /// The locals of the numbers of the samples.
  private final Map<Integer, Integer> values = new HashMap<>();

  private final int shift;

  /// @param place the local that counts elements
  /// @param shift how far the samples lie behind the one that the method is at
  Rows(Body body, Memory memory, Set<Integer> filled, int place, int shift) {
    this.body = body;
    this.memory = memory;
    this.filled = filled;
    this.place = place;
    this.shift = shift;
    this.code = body.code;
    this.program = body.program;
    this.dear = new Dear(program).steps();
    this.rowSteps = program.steps().stream().filter(s -> s.shape() != Shape.NUMBER).count();
  }

  boolean isTiled() {
    return body.plan.layout() == Layout.SAMPLES;
  }

  /// Whether the elements of a row lie on lanes.
  boolean isSplit() {
    return body.plan.layout() == Layout.CLASSES;
  }

  /// The local that counts elements.
  int place() {
    return place;
  }

  // The samples at hand

  /// Turns the method to these samples.
  void enter() {
    body.turnTo(values, shift);
  }

  /// Finds the rows of a sample.
  static void open(Body body) {
    Program program = body.program;
    for (int i = 0; i < program.inputs().size(); i++) {
      if (program.rows().get(i)) {
        body.columns.begin(i);
      }
    }
    for (int output = 0; output < program.outputs().size(); output++) {
      int array = body.columns.output(output);
      if (array >= 0 && program.rowOutputs().get(output)) {
        body.columns.begin(array);
      }
    }
  }

  /// Where samples lie on lanes: turns their rows into tiles.
  void turnIn() {
    enter();
    memory.tiles.forEach((input, tile) -> body.columns.move("in", input, tile));
  }

  /// Turns tiles of outputs back into rows.
  void turnOut() {
    enter();
    memory.outputTiles.forEach((array, tile) -> body.columns.move("out", array, tile));
  }

  // Loops

  /// Computes the folds of a depth, of all groups of samples in one loop: while the folds of one
  /// group wait for each other, the processor goes on with the other's.
  static void folds(List<Rows> groups, int depth) {
    List<Folds> all = groups.stream().map(rows -> rows.folds(depth)).toList();
    for (Folds folds : all) {
      folds.rows.enter();
      folds.list.forEach(Fold::open);
      folds.rows.outside(folds.needed(), folds.rows.body.element, true);
    }
    Rows first = groups.getFirst();
    if (groups.size() == 1) {
      first.loop(all.getFirst().list, all.getFirst()::add);
    } else {
      first.whole(() ->
          all.forEach(folds -> {
            folds.rows.enter();
            folds.rows.elements(folds::add);
          }));
    }
    for (Folds folds : all) {
      folds.rows.enter();
      folds.rows.fill();
      folds.list.forEach(Fold::close);
    }
  }

  /// The folds of a depth.
  private record Folds(Rows rows, List<Fold> list) {
    List<Integer> needed() {
      return list.stream().map(Fold::element).toList();
    }

    void add(Elements elements) {
      needed().forEach(elements::need);
      list.forEach(fold -> fold.add(elements));
    }
  }

  private Folds folds(int depth) {
    var folds = new ArrayList<Fold>();
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      if (body.task.isNeeded(i) && step.isLoop() && step.depth() == depth) {
        folds.add(new Fold(this, i, step));
      }
    }
    return new Folds(this, folds);
  }

  interface Loop {
    void body(Elements elements);
  }

  /// A loop over the elements of a row.
  void loop(List<Fold> folds, Loop loop) {
    if (isSplit()) {
      code.iconst_0().istore(place);
      split((Lanes) body.element, folds, loop);
    } else {
      folds.forEach(Fold::fill);
      whole(() -> elements(loop));
    }
  }

  /// A loop over all elements, one at a time.
  private void whole(Runnable element) {
    code.iconst_0().istore(place);
    body.loop(place, body.slots.classes(), 1, element);
  }

  /// Says that elements are kept from here on.
  private void fill() {
    memory.filled.addAll(memory.kept.keySet());
  }

  private void elements(Loop loop) {
    body.locals.scope(
        () -> loop.body(new Elements(this, body.element, new Counter(this, place), true)));
  }

  /// The loops over a row whose elements lie on lanes: over as many vectors at once as make up the
  /// virtual lanes, or twice as many, whose folds are in locals then; over single vectors; and over
  /// what is left.
  private void split(Lanes lanes, List<Fold> folds, Loop loop) {
    int vectors = Sums.LANES / lanes.width() * (folds.stream().allMatch(Fold::isFree) ? 2 : 1);
    boolean isUnrolled =
        !folds.isEmpty() && rowSteps * Body.BYTES_A_STEP * vectors <= UNROLLED_BYTES;
    if (isUnrolled) {
      body.locals.scope(() -> unrolled(lanes, vectors, folds, loop));
    } else {
      folds.forEach(Fold::fill);
    }
    boolean leavesVectors = !isUnrolled || vectors * lanes.width() > Sums.LANES;
    if (leavesVectors && rowSteps <= MOST_STEPS) {
      body.loop(place, multipleOf(lanes.width()), lanes.width(), () -> elements(loop));
    }
    body.loop(
        place,
        body.slots.classes(),
        lanes.width(),
        () -> lanes.masked(place, body.slots.classes(), () -> elements(loop)));
  }

  private void unrolled(Lanes lanes, int vectors, List<Fold> folds, Loop loop) {
    folds.forEach(fold -> fold.unroll(vectors));
    body.loop(
        place,
        multipleOf(vectors * lanes.width()),
        lanes.width(),
        () -> {
          for (int vector = 0; vector < vectors; vector++) {
            int number = vector;
            folds.forEach(fold -> fold.vector(number));
            if (vector > 0) {
              code.iinc(place, lanes.width());
            }
            elements(loop);
          }
        });
    folds.forEach(Fold::spill);
  }

  /// A local that holds the largest multiple of a power of 2 in the length of a row.
  private int multipleOf(int power) {
    int slot = body.locals.number(TypeKind.INT);
    code.iload(body.slots.classes()).loadConstant(-power).iand().istore(slot);
    return slot;
  }

  /// Puts the numbers that elements need from outside into locals, before a loop over them.
  void outside(List<Integer> needed, Machine machine, boolean withKept) {
    var seen = new HashSet<Integer>();
    needed.forEach(step -> outside(step, machine, withKept, seen));
  }

  private void outside(int index, Machine machine, boolean withKept, Set<Integer> seen) {
    if (!seen.add(index) || withKept && isKept(index)) {
      return;
    }
    Step step = program.steps().get(index);
    if (step.shape() != Shape.NUMBER) {
      step.arguments().forEach(a -> outside(a, machine, withKept, seen));
    } else if (body.task.isConstant(index) && machine instanceof Lanes) {
      body.pin(index, memory.constants);
    } else {
      body.need(index, machine);
    }
  }

  /// A local that holds a number on the stack in all lanes.
  int spreadLocal(Runnable number) {
    return body.local(body.element, false, () -> body.spread(number));
  }

  // What is kept

  boolean isKept(int step) {
    return filled.contains(step);
  }

  boolean isDear(int step) {
    return dear.contains(step);
  }

  /// Pushes a kept element.
  void loadKept(Machine machine, int step, int placeSlot) {
    machine.whole(() -> machine.load(body::work, () -> inRegion(memory.kept.get(step), placeSlot)));
  }

  /// Keeps an element for later loops.
  void keep(Machine machine, int step, Runnable value) {
    Region region =
        memory.kept.computeIfAbsent(
            step,
            _ ->
                isTiled()
                    ? body.workspace.region(body.element.width(), 0)
                    : body.workspace.region(1, body.element.width()));
    machine.whole(() -> machine.store(body::work, () -> inRegion(region, place), value));
  }

  private void inRegion(Region region, int placeSlot) {
    if (isTiled()) {
      inTile(region, placeSlot);
    } else {
      body.begin(region);
      code.iload(placeSlot).iadd();
    }
  }

  void inTile(Region tile, int placeSlot) {
    body.begin(tile);
    code.iload(placeSlot).loadConstant(body.element.width()).imul().iadd();
  }

  // Inputs

  /// Pushes the element of an input at a counted place.
  void input(Machine machine, int input, int placeSlot) {
    if (isTiled()) {
      machine.load(body::work, () -> inTile(memory.tile(input), placeSlot));
    } else {
      body.columns.element(machine, input, placeSlot);
    }
  }

  /// Pushes the element that an index of the sample points at.
  void pick(Step step) {
    int index = step.arguments().get(1);
    int element = step.arguments().getFirst();
    outside(List.of(element), body.sample, !isTiled());
    if (isTiled()) {
      body.sample.store(
          body::work, () -> body.begin(memory.indices), () -> body.load(index, body.sample));
      new Elements(this, body.sample, new PickedLanes(this, index), false).load(element);
    } else {
      int slot = body.locals.number(TypeKind.INT);
      body.load(index, body.scalar);
      body.scalar.toWhole();
      code.istore(slot);
      new Elements(this, body.scalar, new Counter(this, slot), false).load(element);
    }
  }

  /// Pushes what each sample of the lanes picks from an input.
  void picked(int input) {
    body.call(
        Tiles.class,
        "pick",
        java.lang.constant.ConstantDescs.CD_void,
        () -> body.begin(memory.tile(input)),
        () -> body.begin(memory.indices),
        () -> body.begin(memory.picked),
        () -> code.loadConstant(body.sample.width()));
    body.sample.load(body::work, () -> body.begin(memory.picked));
  }
}
