package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.plumb.exact.Precision;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Code that turns rows of as many samples as there are lanes into a tile, and back: squares of
/// lanes are transposed in rounds. A round exchanges the upper right and the lower left quarter of
/// each square, and the next goes on with the quarters (Eklundh 1972, doi:10.1109/T-C.1972.223584).
/// Two rounds at a time are done in registers, on four rows of a square that only each other
/// concern; between them the square lies in the tile. Longer code, with a whole square in
/// registers, is more than the first of the machine's compilers takes.
///
/// A row is cut into squares from its start, and its last square ends where the row ends, whatever
/// the two overlap; of a row that is shorter than one square only so many lanes are reached.
final class Turn {
  private static final MethodTypeDesc MOVE =
      MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_int, CD_Object, CD_int);

  /// Moves rows into a tile or out of it.
  interface Mover {
    /// @param rows the array of rows
    /// @param from where the first row begins
    /// @param classes the length of a row
    /// @param tile the array of the tile
    /// @param at where the tile begins
    void move(Object rows, int from, int classes, Object tile, int at);
  }

  private final CodeBuilder code;
  private final boolean in;
  private final int width;
  private final Lanes lanes;
  private final int rows;
  private final int tile;
  private final int from;
  private final int classes;
  private final int at;
  private final int place;
  private final int first;
  private final int[] vectors = new int[4];

  private Turn(CodeBuilder code, Precision precision, boolean in) {
    this.code = code;
    this.in = in;
    this.width = LaneWidth.of(precision);
    this.lanes = new Lanes(code, precision, width);
    this.rows = code.allocateLocal(TypeKind.REFERENCE);
    this.tile = code.allocateLocal(TypeKind.REFERENCE);
    this.from = code.parameterSlot(1);
    this.classes = code.parameterSlot(2);
    this.at = code.parameterSlot(4);
    this.place = code.allocateLocal(TypeKind.INT);
    this.first = code.allocateLocal(TypeKind.INT);
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = code.allocateLocal(TypeKind.REFERENCE);
    }
  }

  /// The mover of a precision, into a tile or out of it.
  static Mover mover(Precision precision, boolean in) {
    return Emit.loaded(Mover.class, "move", MOVE, code -> new Turn(code, precision, in).write());
  }

  private void write() {
    code.aload(code.parameterSlot(0)).checkcast(lanes.array()).astore(rows);
    code.aload(code.parameterSlot(3)).checkcast(lanes.array()).astore(tile);
    code.iconst_0().istore(place);
    lanes.open();
    Label whole = code.newLabel();
    code.iload(classes).loadConstant(width).if_icmpge(whole);
    lanes.masked(place, classes, this::square);
    code.return_().labelBinding(whole);
    square();
    Label end = code.newLabel();
    code.iload(place).loadConstant(width).iadd().iload(classes).if_icmpge(end);
    code.iload(place).loadConstant(width).iadd();
    code.iload(classes).loadConstant(width).isub();
    code.invokestatic(
        ClassDesc.of("java.lang.Math"), "min", MethodTypeDesc.of(CD_int, CD_int, CD_int));
    code.istore(place).goto_(whole).labelBinding(end).return_();
  }

  /// Turns the square from a place in the rows on.
  private void square() {
    for (int distance = width / 2; distance > 0; distance /= 4) {
      boolean begins = distance == width / 2;
      boolean ends = distance <= 2;
      rounds(distance, begins, ends);
    }
  }

  /// The rounds at a distance and at half of it, or only the round at a distance of 1.
  private void rounds(int distance, boolean begins, boolean ends) {
    int low = Math.max(1, distance / 2);
    int count = 2 * distance / low;
    Label start = code.newLabel();
    code.iconst_0().istore(first).labelBinding(start);
    for (int i = 0; i < count; i++) {
      load(i, i * low, begins);
    }
    for (int step = count / 2; step > 0; step /= 2) {
      for (int i = 0; i < count; i++) {
        if ((i & step) == 0) {
          exchange(vectors[i], vectors[i + step], step * low);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      store(i, i * low, ends);
    }
    code.iinc(first, low > 1 ? 1 : count);
    code.iload(first).loadConstant(low > 1 ? low : width).if_icmplt(start);
  }

  private void load(int vector, int row, boolean begins) {
    if (in && begins) {
      lanes.load(() -> code.aload(rows), () -> rowPlace(row));
    } else {
      lanes.whole(() -> lanes.load(() -> code.aload(tile), () -> tilePlace(row, begins)));
    }
    code.astore(vectors[vector]);
  }

  private void store(int vector, int row, boolean ends) {
    Runnable value = () -> code.aload(vectors[vector]);
    if (!in && ends) {
      lanes.store(() -> code.aload(rows), () -> rowPlace(row), value);
    } else {
      lanes.whole(() -> lanes.store(() -> code.aload(tile), () -> tilePlace(row, ends), value));
    }
  }

  /// from + (first + row) * classes + place
  private void rowPlace(int row) {
    code.iload(first).loadConstant(row).iadd().iload(classes).imul();
    code.iload(from).iadd().iload(place).iadd();
  }

  /// at + (place + first + row) * width, where the square lies in the tile. On the way out it lies
  /// behind the tile between the rounds, since the tile is needed again where squares overlap.
  private void tilePlace(int row, boolean outermost) {
    code.iload(in || outermost ? place : classes).iload(first).iadd().loadConstant(row).iadd();
    code.loadConstant(width).imul().iload(at).iadd();
  }

  /// Exchanges, between two rows of a square, what lies at a distance from the diagonal.
  private void exchange(int upper, int lower, int distance) {
    Runnable a = () -> code.aload(upper);
    Runnable b = () -> code.aload(lower);
    lanes.merge(distance, a, () -> lanes.exchange(distance, b));
    lanes.merge(distance, () -> lanes.exchange(distance, a), b);
    code.astore(lower).astore(upper);
  }
}
