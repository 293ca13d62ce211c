package dev.plumb.kernel;

import java.util.ArrayList;
import java.util.List;

/// What a kernel gives of a sample: the loss, to its place or into the sum, and the derivatives.
final class Outputs {
  private final Body body;
  private final Program program;
  private final Machine machine;
  private final int total;

  /// What derivatives are multiplied by, and whether it is 0, on the machine of samples.
  private int factor = -1;

  private int none = -1;

  /// The same on the machine of elements, where that is another.
  private int factorOfElements = -1;

  private int noneOfElements = -1;

  /// @param total the local of the sum of their virtual lanes, or -1 where that is in the workspace
  Outputs(Body body, int total) {
    this.body = body;
    this.total = total;
    this.program = body.program;
    this.machine = body.sample;
  }

  /// @param loops the loops over elements, or null where there are none
  void write(Rows loops) {
    if (body.plan.weighted()) {
      weights();
    }
    var rows = new ArrayList<Integer>();
    for (int output = body.task.firstOutput; output < body.task.endOutput; output++) {
      int step = program.outputs().get(output);
      if (!program.rowOutputs().get(output)) {
        body.need(step, machine);
      }
      if (output == 0 && body.plan.reduced()) {
        total(() -> weighted(() -> body.load(step, machine)));
      } else if (program.rowOutputs().get(output)) {
        rows.add(output);
      } else {
        Runnable number = () -> body.load(step, machine);
        body.columns.write(
            body.columns.output(output),
            output == 0 ? number : () -> scaled(machine, factor, none, number));
      }
    }
    if (!rows.isEmpty()) {
      rows(rows, loops);
    }
  }

  /// Adds a loss to the sum of its virtual lane.
  private void total(Runnable term) {
    if (total >= 0) {
      machine.apply("add", i -> Body.pushed(i, () -> body.loadLocal(machine, false, total), term));
      body.storeLocal(machine, total);
      return;
    }
    Runnable place =
        () -> {
          body.lanesOfBlock();
          body.code.iload(body.slots.sample()).loadConstant(body.shift()).iadd();
          body.code.loadConstant(Sums.LANES - 1).iand().iadd();
        };
    Runnable sum = () -> machine.load(body::work, place);
    machine.store(body::work, place, () -> machine.apply("add", i -> Body.pushed(i, sum, term)));
  }

  /// Weight times loss; 0 where the weight is 0.
  private void weighted(Runnable loss) {
    if (body.plan.weighted()) {
      int weight = body.local(machine, false, () -> body.columns.weight());
      Runnable w = () -> body.loadLocal(machine, false, weight);
      machine.apply(
          "select",
          i ->
              Body.pushed(
                  i,
                  () -> machine.apply("equal", k -> Body.pushed(k, w, () -> machine.number(0))),
                  () -> machine.number(0),
                  () -> machine.apply("multiply", k -> Body.pushed(k, w, loss))));
    } else {
      loss.run();
    }
  }

  private void weights() {
    factor =
        body.local(
            machine,
            false,
            () ->
                machine.apply(
                    "multiply", i -> Body.pushed(i, () -> body.columns.weight(), body::scale)));
    none = none(machine, factor);
  }

  private int none(Machine machine, int slot) {
    return body.local(
        machine,
        true,
        () ->
            machine.apply(
                "equal",
                i ->
                    Body.pushed(
                        i, () -> body.loadLocal(machine, false, slot), () -> machine.number(0))));
  }

  private void scaled(Machine machine, int factor, int none, Runnable derivative) {
    if (!body.plan.reduced()) {
      derivative.run();
    } else if (!body.plan.weighted() && factor < 0) {
      machine.apply("multiply", i -> Body.pushed(i, derivative, body::scale));
    } else {
      Runnable product =
          () ->
              machine.apply(
                  "multiply",
                  i -> Body.pushed(i, derivative, () -> body.loadLocal(machine, false, factor)));
      if (none < 0) {
        product.run();
      } else {
        machine.apply(
            "select",
            i ->
                Body.pushed(
                    i,
                    () -> body.loadLocal(machine, true, none),
                    () -> machine.number(0),
                    product));
      }
    }
  }

  private void rows(List<Integer> outputs, Rows loops) {
    Machine element = body.element;
    factorOfElements = factor;
    noneOfElements = none;
    if (body.plan.reduced()) {
      body.needScale();
    }
    if (body.plan.reduced() && element != machine) {
      Runnable number =
          body.plan.weighted() ? () -> body.loadLocal(machine, false, factor) : body::scale;
      factorOfElements = loops.spreadLocal(number);
      noneOfElements = body.plan.weighted() ? none(element, factorOfElements) : -1;
    }
    RowOutputs.Scaled scaled =
        (on, derivative) -> {
          if (on == element) {
            scaled(element, factorOfElements, noneOfElements, derivative);
          } else {
            scaled(on, factor, none, derivative);
          }
        };
    new RowOutputs(loops, outputs, scaled).write();
  }
}
