package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The steps of the elements at one place of a row, computed where they are first needed.
final class Elements {
  private final Rows rows;
  private final Body body;
  private final CodeBuilder code;
  private final Program program;
  private final Machine machine;
  private final Place place;
  private final boolean keeping;

  /// The conditions that hold for none of these elements.
  private final Set<Integer> never;

  private final Map<Integer, Integer> slots = new HashMap<>();

  /// @param keeping whether dear elements are kept for later loops
  Elements(Rows rows, Machine machine, Place place, boolean keeping) {
    this(rows, machine, place, keeping, Set.of());
  }

  private Elements(Rows rows, Machine machine, Place place, boolean keeping, Set<Integer> never) {
    this.rows = rows;
    this.body = rows.body;
    this.code = body.code;
    this.program = body.program;
    this.machine = machine;
    this.place = place;
    this.keeping = keeping;
    this.never = never;
  }

  /// The same place, as one that is not that of the label. Nothing is kept.
  Elements besides(Label label) {
    return new Elements(rows, machine, place, false, label.masks());
  }

  Machine machine() {
    return machine;
  }

  Place place() {
    return place;
  }

  /// Pushes the value of a step, computing it if need be.
  void load(int index) {
    Step step = program.steps().get(index);
    boolean mask = Machine.isMask(step.operation());
    if (step.shape() == Shape.ROW) {
      need(index);
      body.loadLocal(machine, mask, slots.get(index));
    } else {
      body.load(index, machine);
    }
  }

  /// Computes a step of an element and what it needs, unless that is done.
  void need(int index) {
    Step step = program.steps().get(index);
    if (step.shape() != Shape.ROW || slots.containsKey(index)) {
      return;
    }
    if (place.isWithKept() && rows.isKept(index)) {
      slots.put(index, body.local(machine, false, () -> place.kept(machine, index)));
      return;
    }
    if (step.isAcross()) {
      across(index, step);
    } else if ("select".equals(step.operation()) && never.contains(step.arguments().getFirst())) {
      int otherwise = step.arguments().getLast();
      need(otherwise);
      slots.put(index, body.local(machine, false, () -> load(otherwise)));
    } else {
      step.arguments().forEach(this::need);
      slots.put(index, body.local(machine, Machine.isMask(step.operation()), () -> compute(step)));
    }
    if (keeping && rows.isDear(index)) {
      rows.keep(machine, index, () -> body.loadLocal(machine, false, slots.get(index)));
    }
  }

  private void compute(Step step) {
    switch (step.operation()) {
      case null -> place.input(machine, program.inputs().indexOf(step.name()));
      case "index" -> place.index(machine);
      default -> machine.apply(step.operation(), i -> load(step.arguments().get(i)));
    }
  }

  /// A fold over the second places: what depends on the first alone is computed before the loop.
  private void across(int index, Step across) {
    boolean adds = "across".equals(across.operation());
    int pairs = across.arguments().getFirst();
    prepare(pairs);
    int so =
        body.local(machine, false, () -> machine.number(adds ? -0.0 : Double.NEGATIVE_INFINITY));
    int second = body.locals.number(TypeKind.INT);
    code.iconst_0().istore(second);
    body.loop(
        second,
        body.slots.classes(),
        1,
        () -> {
          var loop = new Second(new Elements(rows, machine, new Counter(rows, second), false));
          loop.need(pairs);
          Runnable before = () -> body.loadLocal(machine, false, so);
          join(adds, before, () -> loop.load(pairs));
          body.storeLocal(machine, so);
        });
    slots.put(index, adds ? so : body.local(machine, false, () -> addZero(so)));
  }

  private void join(boolean adds, Runnable so, Runnable pair) {
    if (adds) {
      machine.apply("add", i -> Body.pushed(i, so, pair));
    } else {
      larger(so, pair);
    }
  }

  /// The larger of a pair and the value so far; NaN if either is.
  private void larger(Runnable so, Runnable pair) {
    Runnable notLarger = () -> machine.apply("less_equal", i -> Body.pushed(i, pair, so));
    Runnable isNan = () -> machine.apply("not", _ -> machine.apply("equal", _ -> so.run()));
    Runnable stays = () -> machine.apply("or", i -> Body.pushed(i, notLarger, isNan));
    machine.apply("select", i -> Body.pushed(i, stays, so, pair));
  }

  /// The largest of -0 and 0 is always 0.
  private void addZero(int largest) {
    machine.apply(
        "add",
        i ->
            Body.pushed(i, () -> body.loadLocal(machine, false, largest), () -> machine.number(0)));
  }

  private void prepare(int index) {
    Step step = program.steps().get(index);
    switch (step.shape()) {
      case NUMBER -> {}
      case ROW -> need(index);
      case PAIRS -> {
        if (!"other".equals(step.operation())) {
          step.arguments().forEach(this::prepare);
        }
      }
    }
  }

  /// The steps of a pair: this element, and another at a second place.
  private final class Second {
    private final Elements other;
    private final Map<Integer, Integer> pairs = new HashMap<>();

    Second(Elements other) {
      this.other = other;
    }

    void need(int index) {
      Step step = program.steps().get(index);
      if (step.shape() != Shape.PAIRS || pairs.containsKey(index)) {
        return;
      }
      if ("other".equals(step.operation())) {
        int element = step.arguments().getFirst();
        pairs.put(index, body.local(machine, false, () -> other.load(element)));
        return;
      }
      step.arguments().forEach(this::need);
      pairs.put(
          index,
          body.local(
              machine,
              Machine.isMask(step.operation()),
              () -> machine.apply(step.operation(), i -> load(step.arguments().get(i)))));
    }

    void load(int index) {
      Step step = program.steps().get(index);
      if (step.shape() == Shape.PAIRS) {
        need(index);
        body.loadLocal(machine, Machine.isMask(step.operation()), pairs.get(index));
      } else {
        Elements.this.load(index);
      }
    }
  }
}
