package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.calculus.Interpreter;
import dev.plumb.calculus.Lower;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Shapes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The loss as it is written, and its derivatives by differences, in as many digits as it takes:
/// the digits are doubled until two results agree. It shares neither derivation nor stable form
/// with the kernels.
final class Reference {
  private static final int[] DIGITS = {70, 140, 340};
  private static final double AGREEMENT = 1e-17;
  private static final double FLOOR = 1e-30;

  /// Nearer to the end of a domain differences would need more digits.
  private static final double NEAREST = 1e-12;

  private final Loss loss;
  private final List<Input> inputs;
  private final Shapes shapes;
  private final Formula meaning;
  private final int classes;

  Reference(Loss loss, int classes) {
    Definition definition = loss.definition();
    this.loss = loss;
    this.inputs =
        Stream.concat(definition.predictions().stream(), definition.targets().stream()).toList();
    this.shapes = Formulas.shapes(definition);
    this.meaning = Lower.meaning().of(definition.formula());
    this.classes = classes;
  }

  /// Value and derivatives by one number of one prediction.
  ///
  /// @param left the slope just below, NaN at the end of a domain
  /// @param right the slope just above
  /// @param gradient the slope, where both agree; else NaN
  /// @param hessian the second derivative, where it is the same on both sides; else NaN
  record Derivatives(double value, double left, double right, double gradient, double hessian) {
    static final Derivatives UNKNOWN =
        new Derivatives(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private boolean agrees(Derivatives other) {
      return same(value, other.value)
          && same(left, other.left)
          && same(right, other.right)
          && same(gradient, other.gradient)
          && same(hessian, other.hessian);
    }

    static boolean same(double a, double b) {
      return Double.compare(a, b) == 0
          || Math.abs(a - b) <= AGREEMENT * 16 * Math.abs(b)
          || Math.abs(a - b) <= FLOOR;
    }
  }

  /// The value, or NaN where no number of digits tells.
  double value(double[][] sample) {
    double before = Double.NaN;
    for (int digits : DIGITS) {
      double here = value(Decimals.of(digits), sample, 0, 0, BigDecimal.ZERO).toDouble();
      if (Derivatives.same(before, here)) {
        return here;
      }
      before = here;
    }
    return Double.NaN;
  }

  /// By differences of `f(x - h), f(x), f(x + h)`, h a quarter of the digits below x.
  Derivatives at(double[][] sample, int input, int element) {
    Derivatives before = Derivatives.UNKNOWN;
    for (int digits : DIGITS) {
      Optional<Derivatives> here = at(Decimals.of(digits), digits, sample, input, element);
      if (here.isEmpty()) {
        return Derivatives.UNKNOWN;
      }
      if (here.get().agrees(before)) {
        return here.get();
      }
      before = here.get();
    }
    return Derivatives.UNKNOWN;
  }

  private Optional<Derivatives> at(
      Decimals arithmetic, int digits, double[][] sample, int input, int element) {
    double x = sample[input][element];
    double room = room(inputs.get(input).domain(), x);
    if (room < NEAREST) {
      return Optional.empty();
    }
    double size = Math.min(room, Math.max(Math.abs(x), 1e-3));
    BigDecimal h = new BigDecimal(size).scaleByPowerOfTen(-digits / 4).round(new MathContext(3));
    Decimal low = value(arithmetic, sample, input, element, h.negate());
    Decimal here = value(arithmetic, sample, input, element, BigDecimal.ZERO);
    Decimal high = value(arithmetic, sample, input, element, h);
    if (!low.isFinite() || !here.isFinite() || !high.isFinite()) {
      return Optional.empty();
    }
    var context = new MathContext(40);
    var wide = new MathContext(digits + 20);
    BigDecimal right = high.value().subtract(here.value(), wide).divide(h, context);
    BigDecimal left = here.value().subtract(low.value(), wide).divide(h, context);
    double gap = right.subtract(left).abs().doubleValue();
    double most = Math.max(right.abs().doubleValue(), left.abs().doubleValue());
    if (gap > 1e-8 * most && gap > FLOOR) {
      return Optional.of(
          new Derivatives(
              here.toDouble(), left.doubleValue(), right.doubleValue(), Double.NaN, Double.NaN));
    }
    BigDecimal gradient =
        high.value().subtract(low.value(), wide).divide(h.multiply(BigDecimal.TWO), context);
    BigDecimal hessian =
        high.value()
            .subtract(here.value(), wide)
            .subtract(here.value().subtract(low.value(), wide), wide)
            .divide(h.multiply(h), context);
    double g = gradient.doubleValue();
    return Optional.of(new Derivatives(here.toDouble(), g, g, g, hessian.doubleValue()));
  }

  /// How far a number may move within its domain on both sides.
  private static double room(Domain domain, double x) {
    if (domain instanceof Domain.Simplex) {
      return Math.max(0, Math.min(x, 1));
    }
    Domain.Interval hull = domain.hull();
    return Math.max(0, Math.min(x - hull.low(), hull.high() - x));
  }

  private Decimal value(
      Decimals arithmetic, double[][] sample, int moved, int element, BigDecimal by) {
    Map<String, List<Decimal>> names = new HashMap<>();
    loss.parameters().forEach((name, value) -> names.put(name, List.of(Decimal.of(value))));
    for (int i = 0; i < sample.length; i++) {
      var numbers = new ArrayList<Decimal>();
      for (int k = 0; k < sample[i].length; k++) {
        Decimal number = Decimal.of(sample[i][k]);
        boolean moves = i == moved && k == element && number.isFinite();
        numbers.add(moves ? Decimal.of(number.value().add(by)) : number);
      }
      names.put(inputs.get(i).name(), numbers);
    }
    return new Interpreter<>(arithmetic, shapes, names, classes).of(meaning).getFirst();
  }
}
