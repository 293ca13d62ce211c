package dev.plumb.proof;

import dev.plumb.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// A number that a kernel computed, beside the truth.
///
/// @param output which of the sample's outputs, and which element of it
/// @param truth to 50 digits
record Finding(Sample sample, int output, int element, double computed, Big truth) {
  private static final double RELATIVE = 1e-14;

  /// Below the least normal number a factor keeps few digits, and what it is multiplied by does not
  /// give them back.
  private static final double UNDERFLOW = 1e-314;

  /// The logarithm of the largest double.
  private static final double OVERFLOW = Math.log(Double.MAX_VALUE);

  /// Every number of a sample.
  static List<Finding> all(Sample sample, Witness witness) {
    var all = new ArrayList<Finding>();
    List<List<Big>> truths = witness.at(sample);
    List<double[]> computed = sample.computed();
    for (int output = 0; output < computed.size(); output++) {
      for (int k = 0; k < computed.get(output).length; k++) {
        Big truth = element(truths.get(output), k);
        all.add(new Finding(sample, output, k, computed.get(output)[k], truth));
      }
    }
    return all;
  }

  private static Big element(List<Big> row, int element) {
    return row.get(row.size() == 1 ? 0 : element);
  }

  /// Whether the witness could tell the truth.
  boolean isTold() {
    return truth.kind() != Big.Kind.UNKNOWN;
  }

  /// The relative error; infinite where one of the two is NaN or infinite and the other is not.
  double error() {
    double exact = truth.toDouble();
    double error = Math.abs(computed - exact) / Math.max(Math.abs(exact), Double.MIN_NORMAL);
    return Double.compare(computed, exact) == 0 || computed == exact
        ? 0
        : Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  /// Whether the error is at most 1e-14 of the truth and what the rounding of the inputs would do.
  boolean isAllowed(Witness witness) {
    if (error() <= RELATIVE || isOverflown(witness)) {
      return true;
    }
    return truth.isFinite()
        && Double.isFinite(computed)
        && Math.abs(computed - truth.toDouble())
            <= RELATIVE * Math.abs(truth.toDouble()) + UNDERFLOW + moved(witness);
  }

  /// The same, where an error counts against the sizes of the pulls of pairs.
  ///
  /// @param pulls the witness of these sizes
  boolean isAllowed(Witness witness, Witness pulls) {
    return isAllowed(witness)
        || truth.isFinite()
            && Math.abs(computed - truth.toDouble())
                <= RELATIVE * element(pulls.at(sample, output), element).toDouble();
  }

  /// Whether an exponential beyond the largest double made it infinite: what that is multiplied by
  /// does not bring it back, `y * exp(-z)` at y = 1e-300, z = -745.
  private boolean isOverflown(Witness witness) {
    return Double.isInfinite(computed)
        && truth.isFinite()
        && Math.signum(computed) == Math.signum(truth.toDouble())
        && witness.exponents(output).stream()
            .map(part -> element(witness.at(sample, part), element))
            .anyMatch(exponent -> exponent.isFinite() && exponent.toDouble() > OVERFLOW);
  }

  /// How far two units in the last place of each input, parameter and exponent move the truth.
  ///
  /// Where a loss takes the difference of numbers that are nearly equal, or the exponential of a
  /// large one, its inputs decide fewer digits than a double holds: `log(1 + p) - log(1 + y)` at p
  /// near y, `exp((log(y) - z) / scale)` at y near 0. A number that is exact by its nature moves
  /// nothing ([Sample#isExact]). So the digits for hard labels are asked for in full.
  private double moved(Witness witness) {
    double inputs =
        sample.places().stream()
            .filter(place -> !sample.isExact(place))
            .mapToDouble(
                place -> moved(sample.at(place), near -> sample.with(place, near), witness))
            .sum();
    double parameters =
        sample.loss().parameters().entrySet().stream()
            .filter(p -> p.getValue() != 0 && p.getValue() != 1)
            .mapToDouble(p -> moved(p.getValue(), near -> sample.with(p.getKey(), near), witness))
            .sum();
    double exponents =
        witness.exponents(output).stream()
            .filter(part -> part instanceof Formula.Apply)
            .mapToDouble(part ->
                farthest(
                    DoubleStream.of(Math.nextUp(1.0), Math.nextDown(1.0))
                        .mapToObj(by -> witness.at(sample, output, part, by))))
            .sum();
    return 2 * (inputs + parameters + exponents);
  }

  private double moved(double number, DoubleFunction<Sample> moved, Witness witness) {
    return farthest(
        DoubleStream.of(Math.nextUp(number), Math.nextDown(number))
            .mapToObj(near -> witness.at(moved.apply(near), output)));
  }

  private double farthest(Stream<List<Big>> nearby) {
    return nearby
        .map(row -> element(row, element))
        .mapToDouble(there -> there.isFinite() ? distance(there) : Double.POSITIVE_INFINITY)
        .max()
        .orElseThrow();
  }

  private double distance(Big there) {
    return there.value().subtract(truth.value(), Big.UPWARDS).abs().doubleValue();
  }

  @Override
  public String toString() {
    return "%s of %s: %s, in truth %s, error %.1e"
        .formatted(sample.outputs().get(output), sample, computed, truth.toDouble(), error());
  }
}
