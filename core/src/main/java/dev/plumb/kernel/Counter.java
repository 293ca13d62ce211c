package dev.plumb.kernel;

import java.lang.classfile.CodeBuilder;

/// The elements from a place on that a local holds: one, or one of each sample, or lanes of one
/// row.
record Counter(Rows rows, int slot) implements Place {
  @Override
  public void input(Machine machine, int input) {
    rows.input(machine, input, slot);
  }

  @Override
  public void index(Machine machine) {
    CodeBuilder code = rows.body.code;
    Runnable number =
        () -> {
          code.iload(slot);
          rows.body.scalar.fromWhole();
        };
    if (machine == rows.body.scalar) {
      number.run();
    } else if (rows.isTiled()) {
      rows.body.spread(number);
    } else {
      machine.apply(
          "add", i -> Body.pushed(i, () -> rows.body.spread(number), ((Lanes) machine)::iota));
    }
  }

  @Override
  public boolean isWithKept() {
    return true;
  }

  @Override
  public void kept(Machine machine, int step) {
    rows.loadKept(machine, step, slot);
  }
}
