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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  final Body body;
  private final CodeBuilder code;
  private final Program program;
  private final Set<Integer> dear;
  private final Map<Integer, Region> kept = new HashMap<>();
  private final Set<Integer> filled = new HashSet<>();
  private final Map<Integer, Region> tiles = new LinkedHashMap<>();
  private final Map<Integer, Region> outputTiles = new LinkedHashMap<>();
  private final Map<Integer, Integer> spread = new HashMap<>();
  private Region indices;
  private Region picked;
  private int place = -1;

  /// How many steps are about elements.
  private final long rowSteps;

  Rows(Body body) {
    this.body = body;
    this.code = body.code;
    this.program = body.program;
    this.dear = new Dear(program).steps();
    this.rowSteps = program.steps().stream().filter(s -> s.shape() != Shape.NUMBER).count();
  }

  boolean isTiled() {
    return body.plan.layout() == Layout.SAMPLES;
  }

  private boolean isSplit() {
    return body.plan.layout() == Layout.CLASSES;
  }

  /// The local that counts elements.
  int place() {
    return place;
  }

  // The sample at hand

  /// Finds the rows of a sample, and turns those of lanes of samples into tiles.
  void open() {
    filled.clear();
    spread.clear();
    if (!program.hasRows()) {
      return;
    }
    if (place < 0) {
      place = code.allocateLocal(TypeKind.INT);
    }
    for (int i = 0; i < program.inputs().size(); i++) {
      if (program.rows().get(i)) {
        body.columns().begin(i);
        if (isTiled()) {
          body.columns().move("in", i, tile(i));
        }
      }
    }
    for (int output = 1; output < program.outputs().size(); output++) {
      if (program.rowOutputs().get(output)) {
        body.columns().begin(body.columns().output(output));
      }
    }
    if (program.rowOutputs().getFirst()) {
      body.columns().begin(body.columns().output(0));
    }
  }

  /// Turns tiles of outputs back into rows.
  void close() {
    outputTiles.forEach((array, tile) -> body.columns().move("out", array, tile));
  }

  private Region tile(int input) {
    return tiles.computeIfAbsent(input, _ -> newTile());
  }

  private Region outputTile(int array) {
    return outputTiles.computeIfAbsent(array, _ -> newTile());
  }

  /// A tile, with room for the square in which short rows are turned.
  private Region newTile() {
    int width = body.sample.width();
    return body.workspace.region(width, width * width);
  }

  /// The local that holds a number of the sample in all lanes.
  int spread(int step) {
    Integer slot = spread.get(step);
    if (slot == null) {
      throw new IllegalStateException("step " + step + " was not spread before its loop");
    }
    return slot;
  }

  // Loops

  /// Computes the folds of a depth.
  void folds(int depth) {
    var folds = new ArrayList<Fold>();
    for (int i = 0; i < program.steps().size(); i++) {
      Step step = program.steps().get(i);
      if (body.isNeeded(i) && step.isLoop() && step.depth() == depth) {
        folds.add(new Fold(this, i, step));
      }
    }
    if (folds.isEmpty()) {
      return;
    }
    folds.forEach(Fold::open);
    List<Integer> needed = folds.stream().map(Fold::element).toList();
    loop(
        needed,
        folds,
        elements -> {
          needed.forEach(elements::need);
          folds.forEach(fold -> fold.add(elements));
        });
    folds.forEach(Fold::close);
  }

  /// Writes rows of outputs.
  ///
  /// @param scaled changes the derivative that it is given, on the machine of elements
  void outputs(List<Integer> outputs, Outputs.Scaled scaled) {
    List<Integer> needed = outputs.stream().map(o -> program.outputs().get(o)).toList();
    loop(
        needed,
        List.of(),
        elements -> {
          needed.forEach(elements::need);
          for (int output : outputs) {
            int array = body.columns().output(output);
            Runnable value =
                () -> scaled.push(output, () -> elements.load(program.outputs().get(output)));
            if (isTiled()) {
              body.element.store(body::work, () -> inTile(outputTile(array), place), value);
            } else {
              body.columns().writeElement(body.element, array, place, value);
            }
          }
        });
  }

  interface Loop {
    void body(Elements elements);
  }

  private void loop(List<Integer> needed, List<Fold> folds, Loop loop) {
    spreadFor(needed);
    code.iconst_0().istore(place);
    if (isSplit()) {
      split((Lanes) body.element, folds, loop);
    } else {
      folds.forEach(Fold::fill);
      body.loop(place, body.classesSlot, 1, () -> elements(loop));
    }
    filled.addAll(kept.keySet());
  }

  private void elements(Loop loop) {
    body.locals.scope(
        () -> loop.body(new Elements(this, body.element, new Counter(this, place), true)));
  }

  /// The loops over a row whose elements lie on lanes: over as many vectors at once as make up the
  /// virtual lanes, whose folds are in locals then; over single vectors; and over what is left.
  private void split(Lanes lanes, List<Fold> folds, Loop loop) {
    int vectors = Sums.LANES / lanes.width();
    if (folds.isEmpty() || rowSteps * Body.BYTES_A_STEP * vectors > UNROLLED_BYTES) {
      folds.forEach(Fold::fill);
      body.loop(place, multipleOf(lanes.width()), lanes.width(), () -> elements(loop));
    } else {
      body.locals.scope(() -> unrolled(lanes, vectors, folds, loop));
    }
    body.loop(
        place,
        body.classesSlot,
        lanes.width(),
        () -> lanes.masked(place, body.classesSlot, () -> elements(loop)));
  }

  private void unrolled(Lanes lanes, int vectors, List<Fold> folds, Loop loop) {
    folds.forEach(fold -> fold.unroll(vectors));
    body.loop(
        place,
        multipleOf(Sums.LANES),
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
    code.iload(body.classesSlot).loadConstant(-power).iand().istore(slot);
    return slot;
  }

  /// Where classes lie on lanes: puts the numbers of the sample that a loop needs into all lanes.
  private void spreadFor(List<Integer> needed) {
    if (!isSplit()) {
      return;
    }
    var numbers = new LinkedHashSet<Integer>();
    var seen = new HashSet<Integer>();
    needed.forEach(step -> numbers(step, numbers, seen));
    for (int step : numbers) {
      spread.computeIfAbsent(
          step,
          s -> body.local(body.element, false, () -> body.spread(() -> body.load(s, body.scalar))));
    }
  }

  private void numbers(int index, Set<Integer> numbers, Set<Integer> seen) {
    Step step = program.steps().get(index);
    if (!seen.add(index)) {
      return;
    }
    if (step.shape() != Shape.NUMBER) {
      step.arguments().forEach(a -> numbers(a, numbers, seen));
    } else if (!body.isInvariant(index) && !Machine.isMask(step.operation())) {
      numbers.add(index);
    } else if (Machine.isMask(step.operation())) {
      step.arguments().forEach(a -> numbers(a, numbers, seen));
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
    machine.whole(() -> machine.load(body::work, () -> inRegion(kept.get(step), placeSlot)));
  }

  /// Keeps an element for later loops.
  void keep(Machine machine, int step, Runnable value) {
    Region region =
        kept.computeIfAbsent(
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
      body.workspace.begin(region);
      code.iload(placeSlot).iadd();
    }
  }

  private void inTile(Region tile, int placeSlot) {
    body.workspace.begin(tile);
    code.iload(placeSlot).loadConstant(body.element.width()).imul().iadd();
  }

  // Inputs

  /// Pushes the element of an input at a counted place.
  void input(Machine machine, int input, int placeSlot) {
    if (isTiled()) {
      machine.load(body::work, () -> inTile(tile(input), placeSlot));
    } else {
      body.columns().element(machine, input, placeSlot);
    }
  }

  /// Pushes the element that an index of the sample points at.
  void pick(Step step) {
    int index = step.arguments().get(1);
    int element = step.arguments().getFirst();
    if (isTiled()) {
      if (indices == null) {
        indices = body.workspace.region(0, body.sample.width());
        picked = body.workspace.region(0, body.sample.width());
      }
      body.sample.store(
          body::work, () -> body.place(indices, 0), () -> body.load(index, body.sample));
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
        () -> body.place(tile(input), 0),
        () -> body.place(indices, 0),
        () -> body.place(picked, 0),
        () -> code.loadConstant(body.sample.width()));
    body.sample.load(body::work, () -> body.place(picked, 0));
  }
}
