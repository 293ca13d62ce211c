package dev.plumb.kernel;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.plumb.exact.Precision;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntConsumer;

/// Code for lanes of numbers, by `jdk.incubator.vector`: the SIMD twin of [Scalar], with the same
/// bits. Only operations that IEEE 754 rounds the same way everywhere are used, and bit moves.
final class Lanes implements Machine {
  static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");

  private static final ClassDesc BYTE_ORDER = ClassDesc.of("java.nio.ByteOrder");
  private static final String PACKAGE = "jdk.incubator.vector.";
  private static final ClassDesc VECTOR = ClassDesc.of(PACKAGE + "Vector");
  private static final ClassDesc MASK = ClassDesc.of(PACKAGE + "VectorMask");
  private static final ClassDesc SHUFFLE = ClassDesc.of(PACKAGE + "VectorShuffle");
  private static final ClassDesc SHUFFLES = ClassDesc.of("dev.plumb.kernel.Shuffles");
  private static final ClassDesc SPECIES = ClassDesc.of(PACKAGE + "VectorSpecies");
  private static final ClassDesc OPERATORS = ClassDesc.of(PACKAGE + "VectorOperators");
  private static final ClassDesc BINARY = OPERATORS.nested("Binary");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");

  private final CodeBuilder code;
  private final int width;
  private final boolean single;
  private final ClassDesc type;
  private final ClassDesc floating;
  private final ClassDesc whole;
  private final ClassDesc array;

  /// The local of 0, 1, 2, …
  private int iotaSlot;

  /// The local of the lanes that may be reached, or none.
  private int maskSlot = -1;

  Lanes(CodeBuilder code, Precision precision, int width) {
    this.code = code;
    this.width = width;
    this.single = precision == Precision.FLOAT;
    this.type = single ? CD_float : CD_double;
    this.floating = ClassDesc.of(PACKAGE + (single ? "FloatVector" : "DoubleVector"));
    this.whole = ClassDesc.of(PACKAGE + (single ? "IntVector" : "LongVector"));
    this.array = type.arrayType();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public TypeKind numberKind() {
    return TypeKind.REFERENCE;
  }

  @Override
  public TypeKind maskKind() {
    return TypeKind.REFERENCE;
  }

  @Override
  public ClassDesc array() {
    return array;
  }

  @Override
  public void number(double value) {
    species();
    if (single) {
      code.loadConstant((float) value);
    } else {
      code.loadConstant(value);
    }
    broadcast();
  }

  /// Pops a species and a number, and pushes lanes that all hold it.
  void broadcast() {
    code.invokestatic(floating, "broadcast", MethodTypeDesc.of(floating, SPECIES, type));
  }

  void species() {
    code.getstatic(floating, "SPECIES_PREFERRED", SPECIES);
  }

  @Override
  public void apply(String operation, IntConsumer load) {
    switch (operation) {
      case "add" -> binary("add", load);
      case "subtract" -> binary("sub", load);
      case "multiply" -> binary("mul", load);
      case "divide" -> binary("div", load);
      case "negate" -> unary("neg", load);
      case "abs", "sqrt" -> unary(operation, load);
      case "fma" -> {
        load.accept(0);
        load.accept(1);
        load.accept(2);
        code.invokevirtual(floating, "fma", MethodTypeDesc.of(floating, VECTOR, VECTOR));
      }
      case "less" -> compare("LT", load);
      case "less_equal" -> compare("LE", load);
      case "equal" -> compare("EQ", load);
      case "and", "or" -> {
        load.accept(0);
        load.accept(1);
        code.invokevirtual(MASK, operation, MethodTypeDesc.of(MASK, MASK));
      }
      case "not" -> {
        load.accept(0);
        code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
      }
      case "select" -> {
        load.accept(2);
        load.accept(1);
        load.accept(0);
        blend();
      }
      default -> bits(operation, load);
    }
  }

  /// Pops lanes, other lanes and a mask, and pushes the lanes with the other ones where it holds.
  void blend() {
    code.invokevirtual(floating, "blend", MethodTypeDesc.of(floating, VECTOR, MASK));
  }

  private void unary(String method, IntConsumer load) {
    load.accept(0);
    code.invokevirtual(floating, method, MethodTypeDesc.of(floating));
  }

  private void binary(String method, IntConsumer load) {
    load.accept(0);
    load.accept(1);
    code.invokevirtual(floating, method, MethodTypeDesc.of(floating, VECTOR));
  }

  private void compare(String comparison, IntConsumer load) {
    load.accept(0);
    code.getstatic(OPERATORS, comparison, COMPARISON);
    load.accept(1);
    code.invokevirtual(floating, "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
  }

  // Bits: 23 or 52 of the significand, above them the exponent, above it the sign

  private void bits(String operation, IntConsumer load) {
    load.accept(0);
    toBits();
    switch (operation) {
      case "to_exponent" -> shift("LSHL");
      case "from_exponent" -> {
        shift("LSHR");
        with("or", single ? 0x4B000000 : 0x4330000000000000L);
      }
      case "copy_sign" -> {
        with("and", single ? 0x7FFFFFFF : Long.MAX_VALUE);
        load.accept(1);
        toBits();
        with("and", single ? 0x80000000 : Long.MIN_VALUE);
        code.invokevirtual(whole, "or", MethodTypeDesc.of(whole, VECTOR));
      }
      default -> throw new IllegalArgumentException("no lanes for " + operation);
    }
    fromBits();
  }

  private void toBits() {
    code.invokevirtual(
        floating, single ? "reinterpretAsInts" : "reinterpretAsLongs", MethodTypeDesc.of(whole));
  }

  private void fromBits() {
    code.invokevirtual(
        whole,
        single ? "reinterpretAsFloats" : "reinterpretAsDoubles",
        MethodTypeDesc.of(floating));
  }

  private void shift(String direction) {
    code.getstatic(OPERATORS, direction, BINARY);
    if (single) {
      code.loadConstant(23);
    } else {
      code.loadConstant(52L);
    }
    code.invokevirtual(
        whole, "lanewise", MethodTypeDesc.of(whole, BINARY, single ? CD_int : CD_long));
  }

  private void with(String method, long bits) {
    if (single) {
      code.loadConstant((int) bits);
    } else {
      code.loadConstant(bits);
    }
    code.invokevirtual(whole, method, MethodTypeDesc.of(whole, single ? CD_int : CD_long));
  }

  // Moves between lanes: see Shuffles

  /// Pushes lanes exchanged with those at a distance.
  void exchange(int distance, Runnable value) {
    value.run();
    constant("", SHUFFLE, distance);
    code.invokevirtual(floating, "rearrange", MethodTypeDesc.of(floating, SHUFFLE));
  }

  /// Pushes, of each two lanes at a distance, the lower one of a and the upper one of b.
  void merge(int distance, Runnable a, Runnable b) {
    a.run();
    b.run();
    constant("UPPER_", MASK, distance);
    blend();
  }

  private void constant(String prefix, ClassDesc of, int distance) {
    code.getstatic(SHUFFLES, prefix + (single ? "FLOAT_" : "DOUBLE_") + distance, of);
  }

  // Memory

  @Override
  public void load(Runnable array, Runnable place) {
    species();
    array.run();
    place.run();
    if (isMasked()) {
      code.aload(maskSlot);
      code.invokestatic(
          floating, "fromArray", MethodTypeDesc.of(floating, SPECIES, this.array, CD_int, MASK));
    } else {
      code.invokestatic(
          floating, "fromArray", MethodTypeDesc.of(floating, SPECIES, this.array, CD_int));
    }
  }

  @Override
  public void store(Runnable array, Runnable place, Runnable value) {
    value.run();
    array.run();
    place.run();
    if (isMasked()) {
      code.aload(maskSlot);
      code.invokevirtual(
          floating, "intoArray", MethodTypeDesc.of(CD_void, this.array, CD_int, MASK));
    } else {
      code.invokevirtual(floating, "intoArray", MethodTypeDesc.of(CD_void, this.array, CD_int));
    }
  }

  // Memory off the heap

  /// Pushes numbers of a segment.
  ///
  /// @param place pushes at which byte, as a long
  void loadOffHeap(int segmentSlot, Runnable place) {
    species();
    code.aload(segmentSlot);
    place.run();
    code.invokestatic(BYTE_ORDER, "nativeOrder", MethodTypeDesc.of(BYTE_ORDER));
    code.invokestatic(
        floating,
        "fromMemorySegment",
        MethodTypeDesc.of(floating, SPECIES, SEGMENT, CD_long, BYTE_ORDER));
  }

  /// Writes numbers to a segment.
  void storeOffHeap(int segmentSlot, Runnable place, Runnable value) {
    value.run();
    code.aload(segmentSlot);
    place.run();
    code.invokestatic(BYTE_ORDER, "nativeOrder", MethodTypeDesc.of(BYTE_ORDER));
    code.invokevirtual(
        floating, "intoMemorySegment", MethodTypeDesc.of(CD_void, SEGMENT, CD_long, BYTE_ORDER));
  }

  // The last lanes of a row

  private boolean isMasked() {
    return maskSlot >= 0;
  }

  /// Puts 0, 1, 2, … into a local, once for a kernel.
  void open() {
    number(0);
    code.loadConstant(1);
    code.invokevirtual(floating, "addIndex", MethodTypeDesc.of(floating, CD_int));
    iotaSlot = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(iotaSlot);
  }

  /// Pushes 0, 1, 2, … in the lanes.
  void iota() {
    code.aload(iotaSlot);
  }

  /// Writes code that reaches only the lanes from a place in a row to its end. Comparing numbers
  /// makes the mask: the machine compiles that, and not always what counts lanes.
  void masked(int placeSlot, int limitSlot, Runnable body) {
    iota();
    code.getstatic(OPERATORS, "LT", COMPARISON);
    species();
    code.iload(limitSlot).iload(placeSlot).isub();
    if (single) {
      code.i2f();
    } else {
      code.i2d();
    }
    broadcast();
    code.invokevirtual(floating, "compare", MethodTypeDesc.of(MASK, COMPARISON, VECTOR));
    maskSlot = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(maskSlot);
    body.run();
    maskSlot = -1;
  }

  @Override
  public void whole(Runnable access) {
    int masked = maskSlot;
    maskSlot = -1;
    access.run();
    maskSlot = masked;
  }

  /// Replaces, of the value on the stack, the lanes beyond the end of the row.
  void neutral(double value) {
    if (isMasked()) {
      int slot = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(slot);
      number(value);
      code.aload(slot).aload(maskSlot);
      blend();
    }
  }
}
