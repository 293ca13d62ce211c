package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.plumb.exact.Precision;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/// The arrays of a kernel: inputs, then weights, then values, then derivatives.
final class Columns {
  private static final ClassDesc TILES = ClassDesc.of(Tiles.class.getName());

  private final Body body;
  private final CodeBuilder code;
  private final Map<Integer, Integer> arrays = new HashMap<>();

  /// Where sample 0 begins in each array. Arrays of numbers share one local: with one index for all
  /// the machine looks further ahead.
  private final Map<Integer, Integer> offsets = new HashMap<>();

  /// Where the row of the sample at hand begins in each array of rows.
  private final Map<Integer, Integer> begins = new HashMap<>();

  /// Off the heap, the byte at which sample 0 begins in each column.
  private int firstByteSlot;

  Columns(Body body) {
    this.body = body;
    this.code = body.code;
  }

  /// Puts every array and its offset into a local.
  void open() {
    int count = output(body.program.outputs().size() - 1) + 1;
    for (int i = 0; i < count; i++) {
      arrays.put(i, code.allocateLocal(TypeKind.REFERENCE));
      code.aload(body.slots.arrays()).loadConstant(i).aaload();
      code.checkcast(isOffHeap() ? Lanes.SEGMENT : body.scalar.array()).astore(arrays.get(i));
      offsets.put(i, i > 0 && !body.program.hasRows() ? offsets.get(0) : offset(i));
      begins.put(i, code.allocateLocal(TypeKind.INT));
    }
    if (isOffHeap()) {
      firstByteSlot = code.allocateLocal(TypeKind.LONG);
      code.iload(offsets.get(0)).i2l().loadConstant(bytesEach()).lmul().lstore(firstByteSlot);
    }
  }

  private int offset(int array) {
    int slot = code.allocateLocal(TypeKind.INT);
    code.aload(body.slots.offsets()).loadConstant(array).iaload().istore(slot);
    return slot;
  }

  private boolean isOffHeap() {
    return body.plan.layout() == Plan.Layout.OFF_HEAP;
  }

  private int weights() {
    return body.program.inputs().size();
  }

  /// The array of an output of the program; the value, the first, has one only if not reduced.
  int output(int output) {
    int before = weights() + (body.plan.weighted() ? 1 : 0);
    return before + output - (body.plan.reduced() ? 1 : 0);
  }

  /// Pushes the number that an input has at the sample.
  void number(int array) {
    if (isOffHeap()) {
      ((Lanes) body.sample).loadOffHeap(arrays.get(array), this::bytes);
    } else {
      body.sample.load(() -> code.aload(arrays.get(array)), () -> place(array));
    }
  }

  /// Pushes the weight of the sample.
  void weight() {
    number(weights());
  }

  /// Writes a number of the sample.
  void write(int array, Runnable value) {
    if (isOffHeap()) {
      ((Lanes) body.sample).storeOffHeap(arrays.get(array), this::bytes, value);
    } else {
      body.sample.store(() -> code.aload(arrays.get(array)), () -> place(array), value);
    }
  }

  private void place(int array) {
    code.iload(offsets.get(array)).iload(body.slots.sample()).iadd();
    if (body.shift() > 0) {
      code.loadConstant(body.shift()).iadd();
    }
  }

  private long bytesEach() {
    return body.plan.precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
  }

  /// Pushes the place of the sample in a segment: in long arithmetic, so that the machine knows
  /// that nothing overflows, and checks bounds once for a loop.
  private void bytes() {
    code.iload(body.slots.sample()).i2l().loadConstant(bytesEach()).lmul();
    code.lload(firstByteSlot).ladd().loadConstant(bytesEach() * body.shift()).ladd();
  }

  // Rows

  /// Finds where the row of the sample begins.
  void begin(int array) {
    code.iload(body.slots.sample())
        .iload(body.slots.classes())
        .imul()
        .iload(offsets.get(array))
        .iadd();
    code.istore(begins.get(array));
  }

  /// Pushes the element of a row, or lanes of elements, from a place in the row on.
  void element(Machine machine, int array, int placeSlot) {
    machine.load(
        () -> code.aload(arrays.get(array)),
        () -> code.iload(begins.get(array)).iload(placeSlot).iadd());
  }

  /// Writes an element of a row, or lanes of elements.
  void writeElement(Machine machine, int array, int placeSlot, Runnable value) {
    machine.store(
        () -> code.aload(arrays.get(array)),
        () -> code.iload(begins.get(array)).iload(placeSlot).iadd(),
        value);
  }

  /// Calls a method of [Tiles] that moves the rows of lanes of samples between an array and a tile.
  void move(String method, int array, Workspace.Region tile) {
    code.aload(arrays.get(array)).iload(begins.get(array));
    if (body.shift() > 0) {
      code.iload(body.slots.classes()).loadConstant(body.shift()).imul().iadd();
    }
    code.iload(body.slots.classes());
    body.work();
    body.place(tile, 0);
    code.loadConstant(body.sample.width());
    ClassDesc type = body.scalar.array();
    code.invokestatic(
        TILES, method, MethodTypeDesc.of(CD_void, type, CD_int, CD_int, type, CD_int, CD_int));
  }
}
