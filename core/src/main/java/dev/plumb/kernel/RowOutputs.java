package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The loop that writes rows of derivatives.
///
/// Where elements lie on lanes and one of them is that of the label, its derivatives are computed
/// first, as numbers, and written last; the loop over all elements then leaves out what holds for
/// the label alone. They come first because the loop may write over the predictions.
final class RowOutputs {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final MethodTypeDesc WHOLE_OF_TWO = MethodTypeDesc.of(CD_int, CD_int, CD_int);

  private final Rows rows;
  private final Body body;
  private final CodeBuilder code;
  private final List<Integer> outputs;
  private final Scaled scaled;

  /// Multiplies a derivative by its scale.
  interface Scaled {
    void push(Machine machine, Runnable derivative);
  }

  RowOutputs(Rows rows, List<Integer> outputs, Scaled scaled) {
    this.rows = rows;
    this.body = rows.body;
    this.code = body.code;
    this.outputs = outputs;
    this.scaled = scaled;
  }

  void write() {
    Optional<Label> label = rows.isSplit() ? Label.of(body.program, steps()) : Optional.empty();
    rows.outside(steps(), body.element, true);
    if (label.isEmpty()) {
      rows.loop(List.of(), this::elements);
      return;
    }
    int place = place(label.get());
    Map<Integer, Integer> derivatives = derivatives(place);
    rows.loop(List.of(), elements -> elements(elements.besides(label.get())));
    derivatives.forEach((output, local) ->
        body.columns.writeElement(
            body.scalar,
            body.columns.output(output),
            place,
            () -> body.loadLocal(body.scalar, false, local)));
  }

  private List<Integer> steps() {
    return outputs.stream().map(o -> body.program.outputs().get(o)).toList();
  }

  private void elements(Elements elements) {
    steps().forEach(elements::need);
    for (int output : outputs) {
      element(output, () -> scaled.push(body.element, () -> load(elements, output)));
    }
  }

  private void load(Elements elements, int output) {
    elements.load(body.program.outputs().get(output));
  }

  private void element(int output, Runnable value) {
    int array = body.columns.output(output);
    if (rows.isTiled()) {
      body.element.store(
          body::work, () -> rows.inTile(rows.memory.outputTile(array), rows.place()), value);
    } else {
      body.columns.writeElement(body.element, array, rows.place(), value);
    }
  }

  // The label

  /// A local that holds the place of the label, or, where no element of the row is it, the place of
  /// another: what is computed there is right for any.
  private int place(Label label) {
    int slot = body.locals.number(TypeKind.INT);
    body.load(label.number(), body.scalar);
    body.scalar.toWhole();
    code.loadConstant(0).invokestatic(MATH, "max", WHOLE_OF_TWO);
    code.iload(body.slots.classes()).loadConstant(1).isub();
    code.invokestatic(MATH, "min", WHOLE_OF_TWO).istore(slot);
    return slot;
  }

  /// The locals of the derivatives of one element, by output.
  private Map<Integer, Integer> derivatives(int place) {
    rows.outside(steps(), body.scalar, true);
    var element = new Elements(rows, body.scalar, new Counter(rows, place), false);
    steps().forEach(element::need);
    var locals = new HashMap<Integer, Integer>();
    for (int output : outputs) {
      Runnable value = () -> scaled.push(body.scalar, () -> load(element, output));
      locals.put(output, body.local(body.scalar, false, value));
    }
    return locals;
  }
}
