package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ABS;
import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.IF;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.POWER;
import static dev.plumb.formula.Operation.SQRT;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A product taken apart: like factors collected, each with its exponent, and an exact coefficient.
///
/// Only whole quotients and products are opened; a power of a product stays closed, so that `(r /
/// delta)^2` does not become a quotient of squares that overflows earlier.
final class Product {
  private static final Operation EXP = Operation.named("exp", 1);

  /// A factor: `base^exponent`.
  record Factor(Formula base, double exponent) {}

  private final Order order;
  private final SequencedMap<Formula, Double> exponents = new LinkedHashMap<>();
  private Ratio coefficient = Ratio.ONE;

  Product(Order order) {
    this.order = order;
  }

  static Product of(Formula formula, Order order) {
    var product = new Product(order);
    product.multiply(formula, 1);
    product.open();
    return product;
  }

  /// The same with sums turned the way of these, where they are their opposites.
  static Product of(Formula formula, Order order, Collection<Formula> sums) {
    var product = new Product(order);
    sums.forEach(sum -> product.exponents.put(sum, 0.0));
    product.multiply(formula, 1);
    product.exponents.values().removeIf(exponent -> exponent == 0);
    product.open();
    return product;
  }

  Order order() {
    return order;
  }

  /// The exponent of a factor, 0 where it is none.
  double exponent(Formula base) {
    return exponents.getOrDefault(base, 0.0);
  }

  /// Whether the product contains this power of a base, or of its opposite.
  boolean holds(Formula base, double power) {
    double there = exponent(base);
    boolean sum = base.is(ADD) || base.is(SUBTRACT);
    there = there == 0 && sum ? exponent(negated(base)) : there;
    return there * power > 0 && Math.abs(there) >= Math.abs(power);
  }

  /// What the product is divided by, numbers excepted.
  List<Formula> divisors() {
    return exponents.entrySet().stream()
        .filter(e -> e.getValue() < 0 && !(e.getKey() instanceof Number))
        .map(Map.Entry::getKey)
        .toList();
  }

  Ratio coefficient() {
    return coefficient;
  }

  /// Multiplies by a number.
  void scale(Ratio ratio) {
    Optional<Ratio> scaled = coefficient.times(ratio);
    if (scaled.isPresent()) {
      coefficient = scaled.get();
    } else {
      coefficient = ratio.numerator() < 0 ? coefficient.negated() : coefficient;
      collect(new Number(Math.abs(ratio.numerator())), 1);
      if (ratio.denominator() != 1) {
        collect(new Number(ratio.denominator()), -1);
      }
    }
  }

  void multiply(Formula formula, double exponent) {
    boolean whole = exponent == Math.rint(exponent);
    boolean plain = Math.abs(exponent) == 1;
    switch (formula) {
      case Number(double value) -> multiplyNumber(value, exponent);
      case Apply(var o, var a) when o == NEGATE && whole -> {
        if (exponent % 2 != 0) {
          coefficient = coefficient.negated();
        }
        multiply(a.get(0), exponent);
      }
      case Apply(var o, var a) when o == MULTIPLY && plain -> {
        multiply(a.get(0), exponent);
        multiply(a.get(1), exponent);
      }
      case Apply(var o, var a) when o == DIVIDE && plain -> {
        multiply(a.get(0), exponent);
        multiply(a.get(1), -exponent);
      }
      case Apply(var o, var a) when o == POWER && whole && a.get(1) instanceof Number(double e) ->
          multiply(a.get(0), e * exponent);
      case Apply(var o, var a) when o == POWER && whole && isNegativeNumber(a.get(1)) ->
          multiply(a.get(0), -((Number) a.get(1).children().getFirst()).value() * exponent);
      case Apply(var o, var a) when o == EXP && exponent < 0 && whole ->
          multiply(EXP.of(negated(a.get(0))), -exponent);
      case Apply(var o, _) when (o == MULTIPLY || o == DIVIDE) && whole ->
          multiplyPower(formula, (int) exponent);
      case Apply(var o, _) when (o == ADD || o == SUBTRACT) && whole ->
          multiplySum(formula, exponent);
      default -> collect(formula, exponent);
    }
  }

  /// The number leaves a power of a product: `(2 * s)^2` is `4 * s^2`.
  private void multiplyPower(Formula formula, int exponent) {
    Product inside = Product.of(formula, order);
    Ratio ratio =
        exponent > 0 ? inside.coefficient : inside.coefficient.inverse().orElse(Ratio.ONE);
    if (ratio.equals(Ratio.ONE)) {
      collect(formula, exponent);
      return;
    }
    for (int i = 0; i < Math.abs(exponent); i++) {
      scale(ratio);
    }
    multiply(inside.core(), exponent);
  }

  /// Opens the powers of products that other factors then cancel with: `s * (s * t)^-2` is `1 / (s
  /// * t^2)`.
  void open() {
    for (Formula base : exponents.keySet()) {
      if ((base.is(MULTIPLY) || base.is(DIVIDE)) && cancels(base)) {
        double exponent = exponents.remove(base);
        for (int i = 0; i < Math.abs(exponent); i++) {
          multiply(base, Math.signum(exponent));
        }
        open();
        return;
      }
    }
  }

  private boolean cancels(Formula closed) {
    double exponent = exponents.get(closed);
    return exponent == Math.rint(exponent)
        && Product.of(closed, order).exponents.entrySet().stream()
            .anyMatch(e -> e.getValue() * exponent * exponent(e.getKey()) < 0);
  }

  private Formula negated(Formula formula) {
    return order.turned(formula).opposite();
  }

  private static boolean isNegativeNumber(Formula formula) {
    return formula.is(NEGATE) && formula.children().getFirst() instanceof Number;
  }

  private void multiplyNumber(double value, double exponent) {
    if (value == 1 && Math.abs(exponent) == 1) {
      return;
    }
    Ratio ratio = Ratio.of(value);
    if (exponent == 1) {
      scale(ratio);
    } else if (exponent == -1 && ratio.inverse().isPresent()) {
      scale(ratio.inverse().get());
    } else {
      collect(new Number(value), exponent);
    }
  }

  /// A sum is taken by its opposite where it is negative, or where the opposite is a factor
  /// already: `(y - p) * (p - y)` is `-(p - y)^2`.
  private void multiplySum(Formula formula, double exponent) {
    Order.Turned turned = order.turned(formula);
    Formula opposite = turned.opposite();
    if (!isFactor(formula) && (isFactor(opposite) || turned.isNegative())) {
      if (exponent % 2 != 0) {
        coefficient = coefficient.negated();
      }
      collect(opposite, exponent);
    } else {
      collect(formula, exponent);
    }
  }

  private boolean isFactor(Formula formula) {
    Double exponent = exponents.get(formula);
    return exponent != null && exponent == Math.rint(exponent);
  }

  void collect(Formula base, double exponent) {
    double after = exponents.getOrDefault(base, 0.0) + exponent;
    if (after == 0) {
      exponents.remove(base);
    } else {
      exponents.put(base, after);
    }
  }

  /// The factors in order, without the coefficient.
  List<Factor> factors() {
    var factors = new ArrayList<Factor>();
    for (Map.Entry<Formula, Double> entry : exponents.entrySet()) {
      factors.add(evened(entry.getKey(), entry.getValue()));
    }
    factors.sort((a, b) -> order.compare(a.base(), b.base()));
    return factors;
  }

  /// An even power needs no absolute value and no square root.
  private static Factor evened(Formula base, double exponent) {
    if (exponent % 2 != 0) {
      return new Factor(base, exponent);
    }
    if (base.is(ABS)) {
      return new Factor(base.children().getFirst(), exponent);
    }
    return base.is(SQRT)
        ? new Factor(base.children().getFirst(), exponent / 2)
        : new Factor(base, exponent);
  }

  /// The product without its coefficient.
  Formula core() {
    return quotient(Ratio.ONE);
  }

  /// The product put together again.
  Formula formula() {
    if (coefficient.isZero()) {
      return Sum.ZERO;
    }
    open();
    Optional<Formula> choice = choice();
    if (choice.isPresent()) {
      return choice.get();
    }
    boolean negative = coefficient.numerator() < 0;
    Formula positive = quotient(negative ? coefficient.negated() : coefficient);
    if (!negative) {
      return positive;
    }
    return positive.is(ADD) || positive.is(SUBTRACT) ? negated(positive) : opposite(positive);
  }

  /// The opposite of a formula, with the sign at its first factor: `-y * s`.
  static Formula opposite(Formula formula) {
    if (formula.is(NEGATE)) {
      return formula.children().getFirst();
    }
    return formula instanceof Apply(var o, var a) && (o == MULTIPLY || o == DIVIDE)
        ? o.of(opposite(a.get(0)), a.get(1))
        : NEGATE.of(formula);
  }

  /// Whether a formula is written as the opposite of another.
  static boolean isOpposite(Formula formula, Order order) {
    return formula.is(ADD) || formula.is(SUBTRACT)
        ? order.turned(formula).isNegative()
        : Product.of(formula, order).coefficient().numerator() < 0;
  }

  /// Factors that are numbers by a condition become a condition on the product: what is multiplied
  /// by 0 is not evaluated, so that 0 wins over infinity.
  private Optional<Formula> choice() {
    List<Formula> all =
        exponents.entrySet().stream()
            .filter(e -> e.getValue() > 0 && e.getValue() % 1 == 0 && e.getKey().is(IF))
            .map(Map.Entry::getKey)
            .toList();
    boolean alone =
        exponents.size() == 1 && coefficient.equals(Ratio.ONE) && exponents.containsValue(1.0);
    Optional<Formula> condition =
        all.stream()
            .filter(f -> isNumber(f.children().get(1)) || isNumber(f.children().get(2)))
            .map(f -> f.children().getFirst())
            .findFirst();
    if (condition.isEmpty() || alone) {
      return Optional.empty();
    }
    List<Formula> same =
        all.stream().filter(f -> f.children().getFirst().equals(condition.get())).toList();
    return Optional.of(IF.of(condition.get(), branch(same, 1), branch(same, 2)));
  }

  /// The product when the choices take one of their branches.
  private Formula branch(List<Formula> choices, int branch) {
    var product = new Product(order);
    product.coefficient = coefficient;
    product.exponents.putAll(exponents);
    for (Formula choice : choices) {
      double exponent = product.exponents.remove(choice);
      for (int i = 0; i < exponent; i++) {
        product.multiply(choice.children().get(branch), 1);
      }
    }
    return product.formula();
  }

  private static boolean isNumber(Formula formula) {
    return formula instanceof Number || isNegativeNumber(formula);
  }

  private Formula quotient(Ratio ratio) {
    var above = new ArrayList<Formula>();
    var below = new ArrayList<Formula>();
    for (Factor factor : factors()) {
      (factor.exponent() > 0 ? above : below)
          .add(power(factor.base(), Math.abs(factor.exponent())));
    }
    if (ratio.numerator() != 1 || above.isEmpty()) {
      above.addFirst(Formula.number(ratio.numerator()));
    }
    if (ratio.denominator() != 1) {
      below.addFirst(new Number(ratio.denominator()));
    }
    Formula numerator = joined(above);
    return below.isEmpty() ? numerator : DIVIDE.of(numerator, joined(below));
  }

  private static Formula joined(List<Formula> factors) {
    return factors.stream().reduce((a, b) -> MULTIPLY.of(a, b)).orElseThrow();
  }

  private static Formula power(Formula base, double exponent) {
    return exponent == 1 ? base : POWER.of(base, new Number(exponent));
  }
}
