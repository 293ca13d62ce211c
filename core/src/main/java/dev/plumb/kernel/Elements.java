package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

/// The steps of one element, computed where they are first needed: element i at the place that an
/// index holds.
final class Elements {
  private final Emit emit;
  private final int indexSlot;
  private final Map<Integer, Integer> slots = new HashMap<>();

  Elements(Emit emit, int indexSlot) {
    this.emit = emit;
    this.indexSlot = indexSlot;
  }

  /// Pushes the value of a step, computing it if need be.
  void load(int index) {
    Step step = emit.program().steps().get(index);
    if (step.shape() == Shape.NUMBER) {
      emit.loadSample(index);
    } else {
      need(index);
      emit.code().dload(slots.get(index));
    }
  }

  /// Computes a step of an element and what it needs, unless that is done.
  void need(int index) {
    Step step = emit.program().steps().get(index);
    if (step.shape() != Shape.ROW || slots.containsKey(index)) {
      return;
    }
    if ("across".equals(step.operation())) {
      across(index, step.arguments().getFirst());
      return;
    }
    step.arguments().forEach(this::need);
    compute(step);
    emit.store(index, slots);
  }

  private void compute(Step step) {
    switch (step.operation()) {
      case null -> emit.loadElement(step, indexSlot);
      case "index" -> emit.code().iload(indexSlot).i2d();
      case "onehot" -> {
        emit.code().iload(indexSlot).i2d();
        load(step.arguments().getFirst());
        Plain.equal(emit.code());
      }
      default -> {
        step.arguments().forEach(this::load);
        Plain.primitive(emit.code(), step.operation());
      }
    }
  }

  /// The sum over the second places: what depends on this element alone is computed before the
  /// loop.
  private void across(int index, int pairs) {
    prepare(pairs);
    emit.code().loadConstant(-0.0);
    emit.store(index, slots);
    int total = slots.get(index);
    int second = emit.code().allocateLocal(TypeKind.INT);
    emit.code().iconst_0().istore(second);
    emit.loop(
        second,
        emit.classesSlot(),
        () -> {
          var loop = new Second(new Elements(emit, second));
          loop.need(pairs);
          emit.code().dload(total);
          loop.load(pairs);
          emit.code().dadd().dstore(total);
        });
  }

  private void prepare(int index) {
    Step step = emit.program().steps().get(index);
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
    private final Map<Integer, Integer> pairSlots = new HashMap<>();

    Second(Elements other) {
      this.other = other;
    }

    void need(int index) {
      Step step = emit.program().steps().get(index);
      if (step.shape() != Shape.PAIRS || pairSlots.containsKey(index)) {
        return;
      }
      if ("other".equals(step.operation())) {
        other.load(step.arguments().getFirst());
      } else {
        step.arguments().forEach(this::need);
        step.arguments().forEach(this::load);
        Plain.primitive(emit.code(), step.operation());
      }
      emit.store(index, pairSlots);
    }

    void load(int index) {
      if (emit.program().steps().get(index).shape() == Shape.PAIRS) {
        need(index);
        emit.code().dload(pairSlots.get(index));
      } else {
        Elements.this.load(index);
      }
    }
  }
}
