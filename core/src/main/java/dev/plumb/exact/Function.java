package dev.plumb.exact;

import java.util.List;

/// An elementary function as a straight list of instructions: no loop, no branch, no table. Whoever
/// runs the instructions as [Primitive] says gets the same bits.
public final class Function {
  private final String name;
  private final Precision precision;
  private final int arguments;
  private final List<Instruction> instructions;
  private final double error;
  private final String documentation;
  private final FloatTape floats;
  private final DoubleTape doubles;

  Function(Header header, Precision precision, List<Instruction> instructions) {
    this.name = header.name();
    this.precision = precision;
    this.arguments = header.arguments().size();
    this.instructions = List.copyOf(instructions);
    this.error = header.error(precision);
    this.documentation = header.documentation();
    this.floats = precision == Precision.FLOAT ? new FloatTape(this) : null;
    this.doubles = precision == Precision.DOUBLE ? new DoubleTape(this) : null;
  }

  /// The name of the operation that this computes.
  public String name() {
    return name;
  }

  /// The format of all its numbers.
  public Precision precision() {
    return precision;
  }

  /// How many arguments it takes.
  public int arguments() {
    return arguments;
  }

  /// Its steps, each after those that it needs; none is superfluous, no two are equal.
  public List<Instruction> instructions() {
    return instructions;
  }

  /// The place of the instruction that gives the result: the last.
  public int result() {
    return instructions.size() - 1;
  }

  /// How many instructions compute: all but arguments and constants.
  public int size() {
    return (int) instructions.stream().filter(Instruction.Apply.class::isInstance).count();
  }

  /// No result is farther from the truth than this, in units of the last place, but where
  /// [#documentation()] says so.
  public double error() {
    return error;
  }

  /// What its text says about it: the method, its source, and where its digits end.
  public String documentation() {
    return documentation;
  }

  /// The value of a function of doubles.
  public double apply(double... values) {
    return doubles().apply(values);
  }

  /// The value of a function of floats.
  public float apply(float... values) {
    return floats().apply(values);
  }

  /// The values at many points: the i-th of `values` belongs to the i-th of each argument.
  public void apply(double[] values, double[]... points) {
    doubles().apply(values, points);
  }

  /// The values at many points: the i-th of `values` belongs to the i-th of each argument.
  public void apply(float[] values, float[]... points) {
    floats().apply(values, points);
  }

  private DoubleTape doubles() {
    if (doubles == null) {
      throw new IllegalStateException(this + " computes in floats");
    }
    return doubles;
  }

  private FloatTape floats() {
    if (floats == null) {
      throw new IllegalStateException(this + " computes in doubles");
    }
    return floats;
  }

  @Override
  public String toString() {
    return name + " (" + precision.name().toLowerCase(java.util.Locale.ROOT) + ")";
  }
}
