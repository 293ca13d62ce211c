package dev.plumb.proof;

import dev.plumb.calculus.Interpreter;
import dev.plumb.calculus.Lower;
import dev.plumb.formula.Formula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The slope and the bend of a formula at a point, by differences with steps of 1e-20 in 128
/// digits.
record Differences(double slope, double bend) {
  private static final BigArithmetic ARITHMETIC = BigArithmetic.of(128);
  private static final MathContext CONTEXT = new MathContext(128);
  private static final BigDecimal STEP = new BigDecimal("1e-20");
  private static final Lower LOWER = Lower.meaning();

  /// The differences; nothing where the formula is not smooth, at a kink or an end of its domain,
  /// or too large to tell its digits.
  static Optional<Differences> of(Formula formula, Sample sample, Sample.Place place) {
    List<Big> values =
        IntStream.rangeClosed(-2, 2).mapToObj(i -> at(formula, sample, place, i)).toList();
    if (!values.stream().allMatch(Big::isFinite)) {
      return Optional.empty();
    }
    double[] bends = IntStream.range(1, 4).mapToDouble(i -> bend(values, i)).toArray();
    double size = Math.max(Math.abs(bends[1]), 1e-5);
    double spread = Math.abs(bends[2] - bends[1]) + Math.abs(bends[1] - bends[0]);
    double noise =
        values.stream().mapToDouble(v -> v.error().doubleValue()).sum() / STEP.doubleValue();
    if (!(spread <= 1e-9 * size && noise / STEP.doubleValue() <= 1e-17 * size)) {
      return Optional.empty();
    }
    double slope =
        values.get(3).value().subtract(values.get(1).value(), CONTEXT).doubleValue()
            / (2 * STEP.doubleValue());
    return Optional.of(new Differences(slope, bends[1]));
  }

  /// A formula by its plain meaning, so many steps beside a sample at a place.
  static Big at(Formula formula, Sample sample, Sample.Place place, int steps) {
    var numbers = sample.exact();
    var moved = new ArrayList<>(numbers.get(place.input()));
    BigDecimal number = moved.get(place.element()).value();
    BigDecimal there = number.add(STEP.multiply(BigDecimal.valueOf(steps)));
    moved.set(place.element(), Big.finite(there, BigDecimal.ZERO));
    numbers.put(place.input(), moved);
    var shapes = sample.loss().calculus().orElseThrow().shapes();
    List<Big> row =
        new Interpreter<>(ARITHMETIC, shapes, numbers, sample.classes()).of(LOWER.of(formula));
    return row.get(row.size() == 1 ? 0 : place.element());
  }

  private static double bend(List<Big> values, int middle) {
    return values
        .get(middle - 1)
        .value()
        .add(values.get(middle + 1).value(), CONTEXT)
        .subtract(values.get(middle).value().multiply(BigDecimal.TWO), CONTEXT)
        .divide(STEP.multiply(STEP), CONTEXT)
        .doubleValue();
  }
}
