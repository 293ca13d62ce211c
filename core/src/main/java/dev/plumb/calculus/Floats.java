package dev.plumb.calculus;

import static dev.plumb.calculus.Doubles.DOUBLES;

import dev.plumb.exact.Function;
import dev.plumb.exact.Functions;
import dev.plumb.exact.Precision;
import java.util.List;
import java.util.Optional;

/// Arithmetic in IEEE 754 single precision, with the elementary functions of [dev.plumb.exact]:
/// what kernels compute where all columns are in float.
public final class Floats implements Arithmetic<Float> {
  /// The one arithmetic of floats.
  public static final Floats FLOATS = new Floats();

  private Floats() {}

  @Override
  public Float number(double value) {
    return (float) value;
  }

  @Override
  public double toDouble(Float number) {
    return number;
  }

  @Override
  public Float apply(String primitive, List<Float> a) {
    Optional<Function> function = Functions.of(primitive, Precision.FLOAT);
    if (function.isPresent()) {
      return a.size() == 1
          ? function.get().apply((float) a.getFirst())
          : function.get().apply(a.get(0), a.get(1));
    }
    // One operation of IEEE 754 in double, rounded to float, is that operation in float.
    return DOUBLES.apply(primitive, a.stream().map(Float::doubleValue).toList()).floatValue();
  }
}
